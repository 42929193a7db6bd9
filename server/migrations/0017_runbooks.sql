-- Who vouches for a version, and for what state of the things it names; retiring by hand.
alter table runbook_version
  add column verified_at timestamptz,
  add column verified_by jsonb,
  -- {"sources": {id: sha256}, "actions": {id: sha256}} as they were then
  add column verified_against jsonb,
  add column retired_at timestamptz,
  add column retired_by jsonb,
  add column retired_reason text;
update runbook_version set verified_at = published_at, verified_by = published_by where published_at is not null;

-- Who follows a run now; it began with whoever started it.
alter table runbook_run add column handled_by jsonb;
update runbook_run set handled_by = started_by;
alter table runbook_run alter column handled_by set not null;

-- A text somebody is writing, until it is saved as a draft or dropped. The runbook may not exist yet.
create table runbook_working_copy (
  runbook_id text not null,
  person_id uuid not null references person (id),
  source text not null,
  base_version int not null,
  started_at timestamptz not null,
  saved_at timestamptz not null,
  primary key (runbook_id, person_id)
);
