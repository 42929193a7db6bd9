-- Runs that wait for a second person, frozen as they were asked for, and actions that are stopped.
create table action_approval (
  id uuid primary key default uuidv7(),
  state text not null default 'waiting'
    check (state in ('waiting', 'approved', 'refused', 'withdrawn', 'expired', 'stale')),
  ticket_id uuid not null references ticket (id),
  account_id uuid not null references account (id),
  action_id text not null,
  action_version int not null,
  action_title text not null,
  tier text not null,
  -- sha256 of the definition: another one is another action
  definition text not null,
  -- the least role that may approve
  role text not null check (role in ('engineer', 'lead', 'admin')),
  input jsonb not null,
  reason text not null,
  actor jsonb not null,
  -- kind and id of who asks
  actor_id text not null,
  -- the person behind: who asks, or who made the key that asks
  person_id uuid references person (id),
  -- a preview asks once
  preview_id uuid not null unique,
  undoes uuid references action_run (id),
  runbook_run_id uuid,
  -- what is approved: fingerprint of what was read
  reads_hash text not null,
  -- as shown: without secrets, masks kept
  shown jsonb not null,
  requested_at timestamptz not null,
  expires_at timestamptz not null,
  decided_at timestamptz,
  decided_by jsonb,
  decision text not null default '',
  check ((state = 'waiting') = (decided_at is null))
);
create index action_approval_waiting on action_approval (requested_at) where state = 'waiting';
create index action_approval_decided on action_approval (decided_at desc) where state <> 'waiting';
create index action_approval_by_ticket on action_approval (ticket_id, requested_at desc);

-- an approval becomes one run
alter table action_run add column approval_id uuid unique references action_approval (id);

-- whose key it is: nobody approves what a key of their own asks for
alter table api_key add column created_by uuid references person (id);

create table action_stop (
  -- '*': all of them
  action_id text primary key,
  reason text not null,
  actor jsonb not null,
  stopped_at timestamptz not null
);
