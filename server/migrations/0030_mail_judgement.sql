-- What an answer was taken for; null: somebody is to read it. A click takes it back.
alter table message
  add column judged text check (judged in ('courtesy', 'absence')),
  -- Of mail: whether it is shown to come from the domain in its From; null: not looked at.
  add column sender_verified boolean,
  -- How that was found out, or why not.
  add column sender_proof text,
  -- Neither the ticket's contact nor of its account: known only by the token in the address.
  add column is_stranger boolean not null default false;

-- What an organisation has taught by taking a judgement back: the exact words, nothing like them.
create table learned_phrase (
  id uuid primary key default uuidv7(),
  phrase text not null check (length(phrase) between 1 and 500),
  meaning text not null check (meaning in ('courtesy', 'absence', 'work')),
  message_id uuid references message (id),
  taught_at timestamptz not null,
  taught_by jsonb not null,
  revoked_at timestamptz
);
create unique index learned_phrase_in_force on learned_phrase (phrase) where revoked_at is null;

alter table inbound_mail
  -- Where it came in by SMTP: what SPF asks about.
  add column client_ip text,
  add column client_name text,
  -- Somebody has seen that it is no ticket.
  add column checked_at timestamptz;
create index inbound_mail_unchecked on inbound_mail (received_at)
  where checked_at is null and state in ('held', 'ignored', 'failed');
