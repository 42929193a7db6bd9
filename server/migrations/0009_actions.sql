-- Actions: every run with what was read, decided, called and verified.
create table action_run (
  id uuid primary key default uuidv7(),
  ticket_id uuid not null references ticket (id),
  account_id uuid not null references account (id),
  action_id text not null,
  action_version int not null,
  action_title text not null,
  -- sha256 of the definition it ran by
  definition text not null,
  state text not null check (state in ('intended', 'verifying', 'verified', 'failed', 'unknown')),
  -- the account, when the action takes the account's lock
  lock_key uuid,
  -- hash of the values a cooldown counts by
  cooldown_key text,
  input jsonb not null,
  reason text not null,
  actor jsonb not null,
  -- kind and id: whom a rate counts by
  actor_id text not null,
  -- a preview confirms one run
  preview_id uuid unique,
  undoes uuid references action_run (id),
  runbook_run_id uuid,
  -- without secrets, masks kept
  request jsonb not null,
  reads jsonb not null,
  -- how to verify and how to take back, as the definition said then
  verify jsonb not null,
  undo jsonb not null,
  intended_at timestamptz not null,
  -- until then the target may still be being called; later somebody else may settle the run
  call_deadline timestamptz not null,
  called_at timestamptz,
  attempts int not null default 0,
  answer jsonb,
  error_reason text,
  error_detail text,
  verify_until timestamptz,
  reading_at timestamptz,
  reading_is_true boolean,
  reading_detail text,
  finished_at timestamptz
);
create index action_run_by_ticket on action_run (ticket_id, intended_at desc);
create index action_run_by_account on action_run (account_id, action_id, intended_at desc);
create index action_run_by_action on action_run (action_id, intended_at desc);
-- one action at a time on an account, whatever the process that asks
create unique index action_run_lock on action_run (lock_key) where state in ('intended', 'verifying');
create unique index action_run_undone_once on action_run (undoes) where state <> 'failed';
