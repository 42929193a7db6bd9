create table ticket (
  id uuid primary key default uuidv7(),
  number bigint generated always as identity (start with 1001) unique,
  subject text not null,
  state text not null default 'open' check (state in ('open', 'waiting', 'resolved', 'void')),
  type text,
  line text not null default 'L1' check (line in ('L1', 'L2', 'L3')),
  channel text not null check (channel in ('email', 'api')),
  account_id uuid references account (id),
  contact_id uuid references contact (id),
  assignee_id uuid references person (id),
  -- in the address a customer answers to, so that a reply finds its ticket without headers
  address_token text not null unique,
  problem_started_at timestamptz,
  opened_at timestamptz not null,
  updated_at timestamptz not null,
  escalated_at timestamptz,
  matched_runbook text,
  matched_runbook_title text,
  reopen_count int not null default 0,
  preview text not null default ''
);
create index ticket_by_state on ticket (state, updated_at desc, id);
create index ticket_by_assignee on ticket (assignee_id, state, updated_at desc, id);
create index ticket_unassigned on ticket (updated_at desc, id) where assignee_id is null and state = 'open';
create index ticket_unknown_account on ticket (updated_at desc, id) where account_id is null and state in ('open', 'waiting');
create index ticket_by_account on ticket (account_id, opened_at desc);
create index ticket_by_contact on ticket (contact_id, opened_at desc);

create table message (
  id uuid primary key default uuidv7(),
  ticket_id uuid not null references ticket (id),
  kind text not null check (kind in ('customer', 'reply', 'note')),
  person_id uuid references person (id),
  contact_id uuid references contact (id),
  at timestamptz not null,
  text text not null,
  quoted_text text,
  -- sanitised when received; shown only in a sandboxed frame
  html text,
  warnings text[] not null default '{}',
  attachments jsonb not null default '[]',
  -- RFC 5322 Message-ID: unique, so that the same mail twice is one message
  message_id text unique,
  in_reply_to text,
  delivery text check (delivery in ('queued', 'sent', 'failed')),
  delivery_error text,
  delivered_at timestamptz
);
create index message_by_ticket on message (ticket_id, at, id);

create table resolution (
  id uuid primary key default uuidv7(),
  ticket_id uuid not null references ticket (id),
  at timestamptz not null,
  person_id uuid references person (id),
  line text not null,
  type text,
  summary text not null,
  runbook_run_id uuid,
  runbook_id text,
  runbook_version int,
  action_runs uuid[] not null default '{}',
  window_ends_at timestamptz not null,
  broken_at timestamptz,
  broken_by_message_id uuid references message (id),
  dismissed_at timestamptz
);
create index resolution_by_ticket on resolution (ticket_id, at desc);

create table rating (
  resolution_id uuid primary key references resolution (id),
  value text not null check (value in ('up', 'down')),
  comment text,
  given_at timestamptz not null,
  changed_at timestamptz
);
