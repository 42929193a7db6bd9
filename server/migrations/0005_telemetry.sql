-- Logs and traces of connected systems, partitioned by day: retention drops whole days.

create table telemetry_log (
  id bigint generated always as identity,
  at timestamptz not null,
  -- the connected system's own id of the account; null is kept and shown to nobody's ticket
  account_key text,
  service text not null,
  -- OpenTelemetry severity number, 1 to 24; 0 is unspecified
  severity smallint not null,
  message text not null,
  trace_id text,
  span_id text,
  attributes jsonb not null
) partition by range (at);
create index telemetry_log_by_account on telemetry_log (account_key, at desc, id desc);
create index telemetry_log_by_trace on telemetry_log (trace_id) where trace_id is not null;

create table telemetry_span (
  at timestamptz not null,
  account_key text,
  trace_id text not null,
  span_id text not null,
  parent_span_id text,
  service text not null,
  name text not null,
  kind smallint not null,
  -- 0 unset, 1 ok, 2 error
  status smallint not null,
  status_message text,
  duration_ns bigint not null,
  attributes jsonb not null,
  events jsonb not null,
  -- an exporter that tries again sends the same span again
  primary key (at, trace_id, span_id)
) partition by range (at);
create index telemetry_span_by_account on telemetry_span (account_key, at desc);
create index telemetry_span_by_trace on telemetry_span (trace_id);

-- One day (UTC) of both tables. Two nodes may ask at once.
create function create_telemetry_day(day date) returns void
language plpgsql security definer set search_path = public set lock_timeout = '5s' as $$
declare parent text;
begin
  perform pg_advisory_xact_lock(hashtext('telemetry_day'));
  foreach parent in array array['telemetry_log', 'telemetry_span'] loop
    execute format(
      'create table if not exists %I partition of %I for values from (%L) to (%L)',
      parent || '_' || to_char(day, 'YYYYMMDD'), parent,
      day::timestamp at time zone 'UTC', (day + 1)::timestamp at time zone 'UTC');
  end loop;
end $$;

-- Drops days before the given one; returns how many partitions went.
create function drop_telemetry_before(day date) returns int
language plpgsql security definer set search_path = public set lock_timeout = '5s' as $$
declare part text; dropped int := 0;
begin
  perform pg_advisory_xact_lock(hashtext('telemetry_day'));
  for part in
    select c.relname from pg_inherits i
    join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent
    where p.relname in ('telemetry_log', 'telemetry_span') and c.relname ~ '_[0-9]{8}$'
      and to_date(right(c.relname, 8), 'YYYYMMDD') < day
  loop
    execute format('drop table %I', part);
    dropped := dropped + 1;
  end loop;
  return dropped;
end $$;

revoke execute on function create_telemetry_day(date), drop_telemetry_before(date) from public;
