-- Changes are told by the systems that make them, also those of feature flags and of configuration; each
-- once, however often and in whatever order it is told.
alter table deploy
  add column kind text not null default 'deploy' check (kind in ('deploy', 'flag', 'config')),
  -- of a flag or a setting; a deploy has none
  add column name text not null default '',
  add column outcome text not null default 'live' check (outcome in ('live', 'failed')),
  -- when the sender said so; null where it is the moment of the change
  add column outcome_at timestamptz,
  -- what the sender calls this one change, and the message that told it
  add column origin text unique,
  add column delivery text unique;

alter table deploy drop constraint deploy_service_version_environment_at_key;
create unique index deploy_told_once on deploy (service, version, environment, at, kind, name)
  where origin is null;

-- the last deploy of each service, along an index
create index deploy_of_service on deploy (service, at desc) include (version)
  where kind = 'deploy' and outcome = 'live';
drop index deploy_by_service;
