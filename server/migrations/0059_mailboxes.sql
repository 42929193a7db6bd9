-- Mailboxes whose mail is fetched by IMAP: who does it, how far they are, and how it goes.
create table mailbox (
  -- whose folder on which server: another one begins anew
  key text primary key check (length(key) between 1 and 1000),
  -- which worker fetches it; it says so again and again, and only as it works
  holder uuid,
  held_until timestamptz,
  -- null: nobody has tried yet
  state text check (state in ('connected', 'failing')),
  -- why it is failing, and in the other server's words
  fault text,
  detail text,
  state_since timestamptz not null,
  next_try_at timestamptz,
  waiting integer not null default 0,
  too_large integer not null default 0,
  unreadable integer not null default 0,
  last_mail_at timestamptz,
  -- where mails stay in their folder: since when it is watched, and the last that was looked at
  begun_at timestamptz not null,
  begun_uid_validity bigint,
  uid_validity bigint,
  last_uid bigint
);

-- Of a mail that was fetched: it is stored once, whatever happens between storing and moving it.
alter table inbound_mail add column mailbox text, add column uid_validity bigint, add column uid bigint;
alter table inbound_mail add constraint inbound_mail_fetched
  check ((mailbox is null) = (uid is null) and (mailbox is null) = (uid_validity is null));
create unique index inbound_mail_by_uid on inbound_mail (mailbox, uid_validity, uid)
  where mailbox is not null;
create index inbound_mail_by_content on inbound_mail (mailbox, sha256) where mailbox is not null;
