-- What the scorecard counts: facts computed from each ticket's events (scorecard/facts-of-ticket.ts),
-- never written by anything else and always computable again.

create table ticket_fact (
  ticket_id uuid primary key,
  -- 'live', 'generated', or 'import:<key>', as in the events
  origin text not null,
  type text,
  channel text,
  product text,
  received_at timestamptz not null,
  problem_started_at timestamptz not null,
  -- another line than L1 owned or worked it, or an escalation was opened, at any time
  escalated boolean not null,
  is_void boolean not null,
  -- the last resolution, if nothing has undone it
  standing_resolution uuid,
  standing_at timestamptz,
  standing_line text,
  -- a repeat contact took the problem over: from then its clock runs on that ticket
  continued_at timestamptz
);
create index ticket_fact_by_resolution on ticket_fact (standing_at)
  include (type, channel, escalated, ticket_id) where standing_at is not null;
create index ticket_fact_by_arrival on ticket_fact (received_at)
  include (type, channel, problem_started_at, standing_at, continued_at, is_void, origin);

create table resolution_fact (
  resolution_id uuid primary key,
  ticket_id uuid not null,
  at timestamptz not null,
  type text,
  channel text,
  product text,
  line text,
  made_by text,
  runbook_version text,
  action_runs text[] not null,
  -- of its ticket, to tell the reopens of the first line's work from those of others
  escalated boolean not null,
  broken_at timestamptz,
  broken_by text check (broken_by in ('reply', 'repeat_contact')),
  agent_reopened_at timestamptz,
  rating_requested_at timestamptz,
  rating text check (rating in ('up', 'down'))
);
create index resolution_fact_by_time on resolution_fact (at)
  include (type, channel, escalated, broken_at, rating_requested_at, rating, ticket_id);
create index resolution_fact_by_ticket on resolution_fact (ticket_id);
