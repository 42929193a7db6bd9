-- How connected systems answer, of all nodes together: counts only, no value of a customer.
create table answer_count (
  connection text not null,
  kind text not null check (kind in ('source', 'directory', 'action')),
  -- the id of the source or action
  thing text not null,
  -- five minutes each
  slot timestamptz not null,
  asked integer not null,
  failed integer not null,
  -- how many answers took no longer than each of the steps in count-answers.ts; the last: longer
  durations integer[] not null,
  primary key (slot, connection, kind, thing)
);

create table last_answer (
  connection text not null,
  kind text not null check (kind in ('source', 'directory', 'action')),
  thing text not null,
  answered_at timestamptz not null,
  duration_ms double precision not null,
  -- null: it was good
  fault text,
  fault_detail text,
  good_at timestamptz,
  primary key (connection, kind, thing)
);

-- Who asked a source for which account by trying it; the record has it for good, this ends with its minute.
create table source_trial (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person (id),
  source text not null,
  -- null: the directory knows no such account
  account_id uuid references account (id),
  tried_at timestamptz not null,
  expires_at timestamptz not null
);
create index source_trial_by_time on source_trial (tried_at, person_id);
