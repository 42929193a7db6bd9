-- A worker lives as long as it works: it says so here every two seconds, and only while it does.

create table worker_life (
  pool text primary key,
  seen_at timestamptz not null default clock_timestamp()
) with (fillfactor = 50);
