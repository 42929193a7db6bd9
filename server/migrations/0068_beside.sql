-- Tickets that live in a desk the company has already: mirrored here, and told there what happened here.
alter table ticket drop constraint ticket_channel_check;
alter table ticket add constraint ticket_channel_check check (channel in ('email', 'api', 'portal', 'redmine'));
-- of a mirrored ticket: what it is called there, and where it is to be seen
alter table ticket add column outside_id text;
alter table ticket add column outside_url text;
alter table ticket add constraint ticket_outside_check check ((outside_id is null) = (outside_url is null));
create unique index ticket_outside on ticket (channel, outside_id) where outside_id is not null;
-- who wrote it there, where nobody here has their address
alter table message add column outside_author text;

create table beside_desk (
  desk text primary key,
  -- of the change that was read last; so many of the same second were read
  since timestamptz not null,
  skipped int not null default 0,
  -- there is more to be read
  is_behind boolean not null default true,
  begun_at timestamptz not null,
  -- when all there was had been read
  caught_up_at timestamptz,
  tried_at timestamptz,
  -- a worker is at it
  busy_until timestamptz,
  -- it has asked to be left alone so long
  held_until timestamptz,
  fault text,
  detail text,
  failing_since timestamptz,
  -- tickets that could not be understood are passed over
  unreadable int not null default 0
);

create table beside_ticket (
  ticket_id uuid primary key references ticket (id),
  desk text not null,
  external_id text not null,
  version text not null,
  -- false: more may come in the same second
  is_settled boolean not null,
  -- of its history there, what was taken over
  last_entry bigint not null,
  status text not null,
  looked_at timestamptz not null,
  gone_at timestamptz
);
create unique index beside_ticket_by_external_id on beside_ticket (desk, external_id);
create index beside_ticket_to_look_at on beside_ticket (desk, looked_at) where gone_at is null;

create table beside_write (
  id uuid primary key default gen_random_uuid(),
  ticket_id uuid not null references ticket (id),
  kind text not null check (kind in ('reply', 'receipt', 'resolution', 'escalation')),
  -- the message, run, resolution or escalation it tells of
  about uuid not null,
  words text not null,
  -- of the history there, what was known when it was written
  seen_entry bigint not null,
  state text not null default 'waiting' check (state in ('waiting', 'told', 'conflict', 'failed', 'dropped')),
  why text,
  created_at timestamptz not null,
  ended_at timestamptz
);
-- a reaction that runs twice tells once
create unique index beside_write_of_what on beside_write (kind, about);
create index beside_write_by_ticket on beside_write (ticket_id, created_at);
create index beside_write_by_state on beside_write (state) where state = 'waiting';
