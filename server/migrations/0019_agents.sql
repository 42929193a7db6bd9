-- AI agents: actors of their own kind, each with a key and limits that a lead has set.
create table ai_agent (
  id uuid primary key default uuidv7(),
  name text not null,
  -- SHA-256 of the key; the key itself is shown once and kept nowhere
  hash bytea not null unique,
  -- null: all of them
  tools text[],
  lines text[],
  types text[],
  -- every action waits for a person, also one that needs no approval by itself
  waits_for_person boolean not null,
  calls_per_minute int not null check (calls_per_minute > 0),
  actions_per_hour int not null check (actions_per_hour >= 0),
  expires_at timestamptz not null,
  created_at timestamptz not null,
  created_by uuid references person (id),
  revoked_at timestamptz,
  -- calls of the minute that began then: counted here, so that all nodes count together
  minute timestamptz,
  minute_calls int not null default 0,
  last_call_at timestamptz
);

alter table event
  drop constraint event_actor_kind_check,
  add constraint event_actor_kind_check
    check (actor_kind in ('person', 'customer', 'system', 'integration', 'ai_agent'));

-- who looked may be an AI agent
alter table account_view drop constraint account_view_person_id_fkey;
alter table account_view rename column person_id to viewer_id;

-- and so may be who escalated
alter table escalation
  alter column escalated_by drop not null,
  add column escalated_by_ai uuid references ai_agent (id),
  add constraint escalation_by_one check (num_nonnulls(escalated_by, escalated_by_ai) = 1);

-- how much an AI agent did in the last hour
create index action_run_by_actor on action_run (actor_id, intended_at);
