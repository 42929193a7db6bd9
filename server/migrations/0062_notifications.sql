-- Who is named in a note, and where: the words stand in the note, who it is stands here.
create table mention (
  message_id uuid not null references message (id),
  place int not null check (place >= 0),
  length int not null check (length > 1),
  person_id uuid not null references person (id),
  primary key (message_id, place)
);

-- What somebody is told of, of one ticket and kind: while it is unread it is brought up to date.
create table notification (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person (id),
  kind text not null,
  ticket_id uuid not null references ticket (id),
  escalation_id uuid references escalation (id),
  message_id uuid references message (id),
  -- the last event that it tells of, and how many
  event_id bigint not null,
  event_name text not null,
  at timestamptz not null,
  count int not null default 1,
  read_at timestamptz,
  -- of those that were read all at once: what undoes it
  reading uuid
);
create unique index notification_unread on notification (person_id, ticket_id, kind) where read_at is null;
create index notification_unread_of_person on notification (person_id, at desc, id desc) where read_at is null;
create index notification_of_person on notification (person_id, at desc, id desc);
create index notification_of_reading on notification (reading) where reading is not null;
create index notification_by_age on notification (at);

-- One of an event and a person: a reaction that runs twice tells once.
create table notification_event (
  event_id bigint not null,
  person_id uuid not null references person (id),
  notification_id uuid not null references notification (id) on delete cascade,
  primary key (event_id, person_id)
);
create index notification_event_of on notification_event (notification_id);

-- What somebody does not want to be told of.
create table notification_off (
  person_id uuid not null references person (id),
  kind text not null,
  primary key (person_id, kind)
);

create table ticket_watch (
  ticket_id uuid not null references ticket (id),
  person_id uuid not null references person (id),
  at timestamptz not null,
  primary key (ticket_id, person_id)
);
create table escalation_watch (
  escalation_id uuid not null references escalation (id),
  person_id uuid not null references person (id),
  at timestamptz not null,
  primary key (escalation_id, person_id)
);
