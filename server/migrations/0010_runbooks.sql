create table runbook (
  id text primary key,
  created_at timestamptz not null
);

-- Every save is a version, so that no edit is ever lost; at most one draft and one published a runbook.
create table runbook_version (
  runbook_id text not null references runbook (id),
  version int not null check (version > 0),
  state text not null check (state in ('draft', 'published', 'retired', 'superseded')),
  origin text not null check (origin in ('git', 'browser', 'escalation')),
  base_version int,
  title text not null,
  type text not null,
  owner text not null,
  symptoms text[] not null default '{}',
  source text not null,
  -- of the source: a file that did not change is no new version
  sha256 text not null,
  author jsonb not null,
  created_at timestamptz not null,
  published_at timestamptz,
  published_by jsonb,
  note text,
  escalation_id uuid,
  primary key (runbook_id, version)
);
create unique index runbook_version_draft on runbook_version (runbook_id) where state = 'draft';
create unique index runbook_version_published on runbook_version (runbook_id) where state = 'published';

create table runbook_run (
  id uuid primary key default uuidv7(),
  ticket_id uuid not null references ticket (id),
  runbook_id text not null,
  version int not null,
  state text not null check (state in ('checking', 'waiting', 'cause_found', 'unclassified', 'abandoned')),
  -- counts every change: two agents who change a run at once do not overwrite each other
  revision int not null default 1,
  -- what was picked and answered so far, masks kept
  picks jsonb not null default '{}',
  checks jsonb not null default '{}',
  cause text,
  matched_causes text[] not null default '{}',
  started_by jsonb not null,
  started_at timestamptz not null,
  updated_at timestamptz not null,
  finished_at timestamptz,
  abandoned_reason text,
  foreign key (runbook_id, version) references runbook_version (runbook_id, version)
);
create index runbook_run_by_ticket on runbook_run (ticket_id, started_at desc);
create index runbook_run_by_runbook on runbook_run (runbook_id, started_at);
