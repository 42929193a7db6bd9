-- One text that answers the tickets of an incident, each by a reply of its own.
create table incident_update (
  id uuid primary key default uuidv7(),
  incident_id uuid not null references incident (id),
  person_id uuid not null references person (id),
  at timestamptz not null,
  -- as it was written, with its variables
  text text not null,
  outcome text not null check (outcome in ('answer', 'wait', 'resolve')),
  summary text check ((summary is not null) = (outcome = 'resolve')),
  -- when the mails leave; null: not all replies are written yet, and none leaves
  leaves_at timestamptz,
  taken_back_at timestamptz
);
create index incident_update_of on incident_update (incident_id, at desc, id desc);

create table incident_answer (
  update_id uuid not null references incident_update (id),
  ticket_id uuid not null references ticket (id),
  place int not null,
  -- as it is sent to this customer
  text text not null,
  -- the last event of the ticket that its writer has seen
  seen bigint not null,
  -- the reply; one that is taken back is gone, and the row still says that it was written
  message_id uuid,
  -- why there is none
  refused text,
  primary key (update_id, ticket_id),
  check (message_id is null or refused is null)
);
