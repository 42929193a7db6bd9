-- The events to be told to open browsers, by one statement: what is below the horizon is read after the
-- horizon, as a function that is volatile looks anew with each of its queries.
create function live_events_after(after_xid xid8, after_id bigint, older_record bigint, most integer)
  returns table (xid xid8, id bigint, name text, ticket_id uuid, account_id uuid, actor_id text)
  language plpgsql volatile as $$
declare
  horizon xid8 := event_horizon();
begin
  return query
    select event.xid, event.id, event.name, event.ticket_id, event.account_id, event.actor_id
    from event
    where (event.xid, event.id) > (after_xid, after_id) and event.xid < horizon
      and event.origin = 'live' and event.id > older_record
    order by event.xid, event.id limit most;
end $$;
