-- What was decided about an opportunity (scorecard/read-opportunities.ts); the opportunity itself is
-- computed from returned escalations whenever somebody asks.
create table opportunity_decision (
  -- a hash of type, runbook, cause and the missing thing
  id uuid primary key,
  state text not null check (state in ('started', 'dismissed')),
  at timestamptz not null,
  by jsonb not null,
  -- where the work on it is followed
  link text,
  reason text,
  -- what it will be, or is: shipped as soon as the project has it
  thing_kind text check (thing_kind in ('runbook', 'action', 'source')),
  thing_id text,
  check ((thing_kind is null) = (thing_id is null))
);
create index escalation_by_return on escalation (returned_at) where returned_at is not null;

-- which runbooks tickets were eligible for, by week (scorecard/runbook-health.ts)
create index ticket_by_opening on ticket (opened_at)
  include (id, type, matched_runbook) where state <> 'void';
create index resolution_by_runbook on resolution (runbook_id, at) where runbook_id is not null;
