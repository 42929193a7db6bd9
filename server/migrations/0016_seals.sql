-- Seals: a Merkle root over the next events of the record, chained to the seal before and signed.
-- What is signed is `body`; the columns beside it are read from it.
create table seal (
  number bigint primary key,
  -- canonical JSON (RFC 8785), see docs/security/record.md
  body text not null,
  -- Ed25519 over body
  signature bytea not null,
  -- for every event of the seal, in order: its id and the first 8 bytes of its leaf hash. Not signed:
  -- the root says that something was changed, this says what
  entries bytea not null,
  epoch int not null generated always as ((body::jsonb ->> 'epoch')::int) stored,
  last_xid bigint not null generated always as ((body::jsonb -> 'last' ->> 'xid')::bigint) stored,
  last_id bigint not null generated always as ((body::jsonb -> 'last' ->> 'id')::bigint) stored
);
create index seal_by_position on seal (epoch, last_xid, last_id);

create trigger seal_is_append_only before update or delete on seal
  for each row execute function refuse_event_change();
create trigger seal_is_never_truncated before truncate on seal
  for each statement execute function refuse_event_change();

-- Transaction ids order the events, and begin anew when a dump is restored into a younger server.
-- Events after `after_id` belong to this epoch (or a later one).
create table seal_epoch (
  number int primary key,
  after_id bigint not null
);
insert into seal_epoch values (1, 0);

-- Called at every start, before anything is written.
create function begin_seal_epoch() returns void language sql as $$
  insert into seal_epoch (number, after_id)
  select (select max(number) from seal_epoch) + 1, (select max(id) from event)
  where pg_snapshot_xmax(pg_current_snapshot()) <=
    (select max(xid) from (select xid from event order by id desc limit 10000) as newest)
$$;

-- A verification of the whole record that somebody asked for; kept for its progress and its outcome.
create table record_check (
  id uuid primary key default uuidv7(),
  asked_at timestamptz not null,
  asked_by jsonb not null,
  seals_total bigint not null default 0,
  seals_done bigint not null default 0,
  finished_at timestamptz,
  outcome jsonb
);
create index record_check_by_time on record_check (asked_at desc);

-- Who read which part of the record in which hour: the record says so once.
create table record_reading (
  reader text not null,
  filter_hash bytea not null,
  hour timestamptz not null,
  primary key (reader, filter_hash, hour)
);

-- What the audit page lists: live events only, so that imports need not keep these.
create index event_of_record on event (at desc, id desc) where origin = 'live';
create index event_of_actor on event (actor_id, at desc, id desc) where origin = 'live';
create index event_of_kind on event (split_part(name, '.', 1), at desc, id desc) where origin = 'live';

-- An account that a lead opened without a ticket: reading it is allowed until then.
create table account_opening (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person (id),
  account_id uuid not null references account (id),
  reason text not null,
  opened_at timestamptz not null,
  expires_at timestamptz not null
);
create index account_opening_by_account on account_opening (account_id, opened_at);
