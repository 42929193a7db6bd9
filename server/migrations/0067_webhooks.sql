-- Endpoints of other systems that are told of events as they happen (Standard Webhooks).
create table webhook (
  id uuid primary key default gen_random_uuid(),
  address text not null,
  description text not null,
  events text[] not null,
  -- messages, notes, reasons and names go out too
  is_with_words boolean not null,
  -- the secret is derived of the desk's own and of this, and kept nowhere
  secret_id uuid not null default gen_random_uuid(),
  old_secret_id uuid,
  old_secret_until timestamptz,
  created_at timestamptz not null,
  created_by uuid references person (id),
  off_at timestamptz,
  off_because text check (off_because in ('person', 'gone', 'failing')),
  -- nothing has arrived since
  failing_since timestamptz,
  -- it has asked to be left alone so long
  held_until timestamptz,
  last_delivered_at timestamptz,
  deleted_at timestamptz,
  check ((off_at is null) = (off_because is null)),
  check ((old_secret_id is null) = (old_secret_until is null))
);
create index webhook_by_creator on webhook (created_by);

create table webhook_delivery (
  id uuid primary key default gen_random_uuid(),
  webhook_id uuid not null references webhook (id),
  -- null: a test
  event_id bigint,
  type text not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
  attempts int not null default 0,
  created_at timestamptz not null,
  last_attempt_at timestamptz,
  next_attempt_at timestamptz,
  status int,
  duration_ms int,
  fault text,
  detail text,
  answer text
);
-- a reaction that runs twice tells once
create unique index webhook_delivery_of_event on webhook_delivery (webhook_id, event_id);
create index webhook_delivery_by_time on webhook_delivery (webhook_id, created_at desc, id desc);
create index webhook_delivery_by_state on webhook_delivery (webhook_id, state, created_at desc, id desc);
create index webhook_delivery_to_forget on webhook_delivery (created_at);

-- For core: of which events somebody outside is told, so that a desk without webhooks does nothing for them.
create view event_audience with (security_invoker = true) as
select distinct unnest(events) as event_name from webhook where off_at is null and deleted_at is null;
