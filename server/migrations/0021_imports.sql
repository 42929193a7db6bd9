-- Imports that the desk runs itself: files dropped in the browser and the interfaces of other desks.

alter table import_run
  -- no event of this history was in the record when it began: nothing can be there twice
  add column is_fresh boolean not null default false;

-- A history whose figures are not counted any more, by a decision that is in the record. Its events
-- stay: the record is append-only, and the decision can be taken back.
create table history_set_aside (
  origin text primary key,
  reason text not null,
  by_person uuid,
  at timestamptz not null
);

create table import_upload (
  id uuid primary key default gen_random_uuid(),
  file_name text not null,
  bytes bigint not null,
  path text not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null
);

-- What a person asked to be imported, and how far it came. What is in the record says import_run.
create table import_job (
  id uuid primary key default gen_random_uuid(),
  origin text not null check (origin like 'import:%'),
  uploads uuid[] not null default '{}',
  -- {reader, url, since, secret}: the key encrypted with the secret of the desk, gone when done
  api jsonb,
  -- where the fetch from an interface goes on, and how much of what it brought is complete
  cursor jsonb,
  fetched_bytes bigint not null default 0,
  choice jsonb not null,
  state text not null check (state in ('waiting', 'running', 'stopped', 'failed', 'done')),
  wants_stop boolean not null default false,
  -- {phase, rows, share, rowsPerSecond, secondsLeft}
  progress jsonb,
  -- {reason, message}
  failure jsonb,
  report jsonb,
  asked_by uuid not null,
  asked_at timestamptz not null,
  updated_at timestamptz not null,
  finished_at timestamptz
);
create index import_job_by_time on import_job (asked_at desc);
create unique index import_job_at_work on import_job (origin) where state in ('waiting', 'running');
