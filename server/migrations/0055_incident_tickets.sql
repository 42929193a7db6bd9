-- Tickets that an agent has said to be part of an incident; each of one at a time.
alter table ticket
  add column incident_id uuid references incident (id),
  add column incident_linked_at timestamptz,
  add check ((incident_id is null) = (incident_linked_at is null));

create index ticket_of_incident on ticket (incident_id, updated_at desc, id desc)
  where incident_id is not null;
create index ticket_of_incident_turn on ticket (incident_id, spoke_last, spoke_since, id)
  where incident_id is not null;
create index ticket_of_incident_urgency on ticket (incident_id, priority, spoke_last, spoke_since, id)
  where incident_id is not null;
-- Those that may be part of one: open, and nobody has said so.
create index ticket_unlinked on ticket (opened_at desc, id desc)
  where state in ('open', 'waiting') and incident_id is null;

-- Pages of those that go on, and of those that ended.
drop index incident_open;
create index incident_open on incident (opened_at desc, id desc) where ended_at is null;
create index incident_past on incident (opened_at desc, id desc) where ended_at is not null;
-- What became of one, as the record has it.
create index event_of_incident on event ((data ->> 'id'), id)
  where name in ('incident.opened', 'incident.updated', 'incident.ended');
