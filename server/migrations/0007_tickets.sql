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
  -- how often the customer came back within the window of a resolution
  reopen_count int not null default 0,
  -- the ticket whose resolution this one broke: same contact, same type, within the window
  repeat_of uuid references ticket (id),
  void_reason text check (void_reason in ('spam', 'duplicate', 'withdrawn')),
  preview text not null default '',
  check ((state = 'void') = (void_reason is not null))
);
create index ticket_by_state on ticket (state, updated_at desc, id desc);
create index ticket_by_assignee on ticket (assignee_id, state, updated_at desc, id desc);
create index ticket_unassigned on ticket (updated_at desc, id desc)
  where assignee_id is null and state = 'open';
create index ticket_unknown_account on ticket (updated_at desc, id desc)
  where account_id is null and state in ('open', 'waiting');
create index ticket_by_account on ticket (account_id, opened_at desc);
create index ticket_by_contact on ticket (contact_id, opened_at desc);

create table resolution (
  id uuid primary key default uuidv7(),
  ticket_id uuid not null references ticket (id),
  at timestamptz not null,
  person_id uuid references person (id),
  line text not null check (line in ('L1', 'L2', 'L3')),
  type text,
  summary text not null,
  runbook_run_id uuid,
  runbook_id text,
  runbook_version int,
  action_runs uuid[] not null default '{}',
  window_ends_at timestamptz not null,
  -- the customer came back; before window_ends_at it is broken, after it stays held
  reopened_at timestamptz,
  -- last decided to have been no reopen
  dismissed_at timestamptz
);
create index resolution_by_ticket on resolution (ticket_id, at desc);

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
  -- RFC 5322 Message-ID, or the hash of a mail that has none: the same mail twice is one message
  message_id text unique,
  in_reply_to text,
  -- the resolution this reply tells the customer about, and asks to rate
  resolution_id uuid references resolution (id),
  delivery text check (delivery in ('queued', 'sent', 'failed')),
  delivery_error text,
  -- since when the delivery is being tried
  queued_at timestamptz,
  delivered_at timestamptz
);
create index message_by_ticket on message (ticket_id, at, id);

create table rating (
  resolution_id uuid primary key references resolution (id),
  value text not null check (value in ('up', 'down')),
  comment text,
  given_at timestamptz not null,
  changed_at timestamptz
);
