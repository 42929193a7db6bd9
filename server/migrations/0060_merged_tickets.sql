-- A ticket that is merged into another one: its messages go on there. What undoing it has to know is kept with it.
alter table ticket add column before_joining jsonb;
create index ticket_by_joined_to on ticket (joined_to) where joined_to is not null;

-- Nothing of one customer is read at another's ticket, whoever writes. Only where the first mail of a ticket
-- answers the other one, an agent may say that its sender belongs there.
create function refuse_joining_another_customer() returns trigger language plpgsql as $$
begin
  if new.joined_to is distinct from new.may_continue and exists (
    select from ticket as other
    where other.id = new.joined_to and (
      other.account_id is distinct from new.account_id
      or (new.account_id is null and (new.contact_id is null or other.contact_id is distinct from new.contact_id)))
  ) then
    raise exception 'ticket % is of another customer than %', new.id, new.joined_to
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger ticket_joins_its_customer before insert or update of joined_to, account_id, contact_id on ticket
  for each row when (new.joined_to is not null) execute function refuse_joining_another_customer();

-- Many messages move at once: whoever moves them makes both tickets anew, once (index_ticket).
drop trigger message_is_found_as_changed on message;
create or replace function search_message_changed() returns trigger language plpgsql as $$
begin
  perform index_ticket(new.ticket_id);
  return null;
end $$;
create trigger message_is_found_as_changed after update of text on message
  for each row when (old.text is distinct from new.text)
  execute function search_message_changed();
