-- When a reply's mail leaves: until somebody begins to hand it over its writer can take it back, and then it
-- is gone. Null: not held, as one that is sent again.
alter table message
  add column leaves_at timestamptz,
  -- where the reply changed it, how its ticket stood before
  add column state_before text check (state_before in ('open', 'waiting', 'resolved'));

create function search_message_removed() returns trigger language plpgsql as $$
begin
  perform index_ticket(old.ticket_id);
  return null;
end $$;
create trigger search_message_removed after delete on message
  for each row execute function search_message_removed();
