-- What changed in the connected system: deploys and the status page.

create table deploy (
  id uuid primary key default uuidv7(),
  service text not null,
  version text not null,
  environment text not null,
  at timestamptz not null,
  author text,
  summary text,
  url text,
  recorded_at timestamptz not null,
  -- the same deploy told twice is one deploy
  unique (service, version, environment, at)
);
create index deploy_by_time on deploy (at desc);

-- The status page as it last answered; one row a component.
create table status_component (
  name text primary key,
  title text not null,
  position int not null,
  state text not null check (state in ('operational', 'degraded', 'outage')),
  since timestamptz not null,
  note text not null
);

create table status_change (
  id uuid primary key default uuidv7(),
  component text not null,
  title text not null,
  at timestamptz not null,
  -- null when the component was seen for the first time
  from_state text check (from_state in ('operational', 'degraded', 'outage')),
  to_state text not null check (to_state in ('operational', 'degraded', 'outage')),
  note text not null
);
create index status_change_by_time on status_change (at desc);

-- The last time the status page was asked, and the last time it answered.
create table status_check (
  id boolean primary key default true check (id),
  asked_at timestamptz not null,
  answered_at timestamptz,
  error text
);
