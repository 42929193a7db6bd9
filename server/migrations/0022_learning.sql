-- What the first line learns: lessons that came back, wins that held.

-- A lesson is a returned escalation; here is only who has put it aside as learned.
create table lesson_learned (
  escalation_id uuid not null references escalation (id),
  person_id uuid not null references person (id),
  at timestamptz not null,
  primary key (escalation_id, person_id)
);
create index escalation_by_agent on escalation (escalated_by, returned_at desc, id desc)
  where returned_at is not null;

create table win (
  -- of the resolution that held
  id uuid primary key,
  ticket_id uuid not null references ticket (id),
  state text not null default 'proposed' check (state in ('proposed', 'named', 'declined')),
  type text not null,
  resolved_at timestamptz not null,
  made_by text,
  runbook_version text,
  action_runs uuid[] not null default '{}',
  -- how seldom the first line resolved this type in the 90 days before the proposal
  type_resolved int not null,
  type_of int not null,
  proposed_at timestamptz not null,
  name text,
  story text,
  decided_at timestamptz,
  decided_by jsonb,
  declined_because text,
  chat text not null default 'none' check (chat in ('none', 'waiting', 'sent', 'failed')),
  chat_error text
);
create index win_by_state on win (state, resolved_at desc, id desc);

-- stretches of work: what people did on tickets, in order
create index event_by_person on event (actor_id, at)
  where actor_kind = 'person' and origin = 'live' and ticket_id is not null;
