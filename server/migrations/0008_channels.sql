-- Every mail as it came, before anything is understood: nothing is lost.
create table inbound_mail (
  id uuid primary key default uuidv7(),
  received_at timestamptz not null,
  envelope_from text,
  envelope_to text[] not null default '{}',
  raw bytea not null,
  size_bytes int not null,
  sha256 bytea not null,
  -- received: to be read; accepted: became a message; ignored: a copy or a machine's mail; failed: not readable
  state text not null default 'received' check (state in ('received', 'accepted', 'ignored', 'failed')),
  outcome text,
  ticket_id uuid references ticket (id)
);
create index inbound_mail_by_state on inbound_mail (state, received_at);
create index inbound_mail_by_ticket on inbound_mail (ticket_id);
