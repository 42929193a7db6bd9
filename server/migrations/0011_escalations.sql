create table escalation (
  id uuid primary key default uuidv7(),
  ticket_id uuid not null references ticket (id),
  account_id uuid references account (id),
  state text not null default 'open' check (state in ('open', 'returned', 'draft', 'closed')),
  team text not null,
  because text not null,
  identifiers jsonb not null default '[]',
  note text not null,
  -- frozen when escalated, masks kept
  evidence jsonb not null,
  runbook_run_id uuid references runbook_run (id),
  escalated_at timestamptz not null,
  escalated_by uuid not null references person (id),
  assignee_id uuid references person (id),
  returned_at timestamptz,
  returned_by uuid references person (id),
  was text,
  fix text,
  would_have_helped text check (would_have_helped in ('access', 'action', 'runbook', 'defect')),
  detail text,
  minutes_spent int,
  draft_runbook text,
  draft_version int,
  closed_at timestamptz,
  closed_by jsonb,
  closed_how text check (closed_how in ('published', 'waived')),
  closed_version int,
  closed_reason text,
  foreign key (draft_runbook, draft_version) references runbook_version (runbook_id, version)
);
-- two who escalate one ticket at once: one wins
create unique index escalation_open_of_ticket on escalation (ticket_id) where state = 'open';
create index escalation_by_state on escalation (state, escalated_at desc, id);
create index escalation_by_ticket on escalation (ticket_id, escalated_at desc);
create index escalation_by_draft on escalation (draft_runbook) where state = 'draft';
