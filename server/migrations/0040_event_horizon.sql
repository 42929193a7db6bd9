-- Below it no event of this database comes any more: transactions that are numbered below have ended, or
-- are of another database of the server, whose long work holds nothing of ours back. What was
-- committed below it is seen by the statement after this one, not yet by this one.
create function event_horizon() returns xid8 language sql volatile as $$
  with now as materialized (
    select pg_snapshot_xmax(pg_current_snapshot())::text::bigint as next
  ), running as (
    select backend_xid::text::bigint as xid from pg_stat_get_activity(null)
    where datid = (select oid from pg_database where datname = current_database()) and backend_xid is not null
    union all
    select transaction::text::bigint from pg_prepared_xacts where database = current_database()
  )
  -- they show 32 of the 64 bits: those that began after the question are no more than half a round ahead
  select (next - coalesce(max(behind) filter (where behind < 2147483648), 0))::text::xid8
  from now left join lateral (
    select (next - xid) & 4294967295 as behind from running
  ) as distance on true
  group by next
$$;
