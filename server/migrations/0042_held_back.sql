-- Since when the oldest transaction is open that new events wait for; null where none is. When a session's
-- transaction began is told only to its own login and who has its rights: the desk asks for its own, and
-- by the owner for the owner's.
create function transactions_seen_since() returns timestamptz language sql volatile as $$
  select min(xact_start) from pg_stat_activity
  where datname = current_database() and backend_xid is not null
$$;
create function transactions_owner_sees_since() returns timestamptz
  language sql volatile security definer set search_path = public, pg_temp as $$
  select transactions_seen_since()
$$;
create function events_held_back_since() returns timestamptz language sql volatile as $$
  select least(transactions_seen_since(), transactions_owner_sees_since())
$$;
