-- A ticket that somebody made to try the desk is void from its first moment, and outside of every rate for good.
alter table ticket drop constraint ticket_void_reason_check;
alter table ticket add constraint ticket_void_reason_check
  check (void_reason in ('spam', 'duplicate', 'withdrawn', 'test')) not valid;
alter table ticket validate constraint ticket_void_reason_check;
