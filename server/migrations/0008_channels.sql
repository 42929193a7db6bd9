-- Every mail as it came, before anything is understood: nothing is lost.
create table inbound_mail (
  id uuid primary key default uuidv7(),
  received_at timestamptz not null,
  envelope_from text,
  envelope_to text[] not null default '{}',
  raw bytea not null,
  size_bytes int not null,
  sha256 bytea not null,
  -- as read from the headers
  sender text,
  subject text,
  -- received: to be read; accepted: became a message; held: too many from this sender at once;
  -- ignored: a copy or a machine's mail; failed: not readable
  state text not null default 'received'
    check (state in ('received', 'accepted', 'held', 'ignored', 'failed')),
  outcome text,
  -- a person asked for this mail to be taken as a message
  released_at timestamptz,
  ticket_id uuid references ticket (id)
);
create index inbound_mail_by_state on inbound_mail (state, received_at desc, id desc);
create index inbound_mail_by_ticket on inbound_mail (ticket_id);
create index inbound_mail_by_sender on inbound_mail (sender, received_at);

alter table message add column mail_id uuid references inbound_mail (id);
