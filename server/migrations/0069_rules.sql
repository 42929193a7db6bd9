-- What rules of the project did by themselves, and which of them are switched off.
create table rule_firing (
  id uuid primary key default uuidv7(),
  rule_id text not null,
  -- SHA-256 of the file it was then
  definition text not null,
  event_id bigint not null,
  event_name text not null,
  ticket_id uuid not null references ticket (id),
  at timestamptz not null,
  did jsonb not null,
  left_out jsonb not null
);
-- a reaction that runs twice acts once
create unique index rule_firing_of_event on rule_firing (rule_id, event_id);
create index rule_firing_by_time on rule_firing (rule_id, at desc, id desc);
create index rule_firing_of_ticket on rule_firing (ticket_id, rule_id, at desc);

create table rule_stop (
  -- '*': all of them
  rule_id text primary key,
  because text not null check (because in ('person', 'limit', 'loop')),
  reason text not null,
  actor jsonb not null,
  stopped_at timestamptz not null
);

-- A saved reply that whoever answers is offered first.
alter table ticket add column offered_reply_id uuid references saved_reply (id);
create index ticket_by_offered_reply on ticket (offered_reply_id) where offered_reply_id is not null;
