-- What a customer tried in the portal before they wrote a ticket, by a runbook that is opened to them.
create table self_service_attempt (
  id uuid primary key default uuidv7(),
  contact_id uuid not null references contact (id),
  account_id uuid not null references account (id),
  -- of the form it was written in: what is sent twice is taken once
  key uuid not null,
  subject text not null,
  text text not null,
  runbook_id text not null,
  version int not null,
  -- the runbook's at that time
  type text not null,
  state text not null check (state in ('checking', 'asking', 'shown', 'solved', 'passed_on')),
  -- what was found, picked and answered, masks kept, as of a run
  picks jsonb not null default '{}',
  checks jsonb not null default '{}',
  cause text,
  -- what the customer read of it
  shown text,
  started_at timestamptz not null,
  -- until when their account may be read for this
  readable_until timestamptz not null,
  ended_at timestamptz,
  passed_on_because text check (
    passed_on_because in ('not-solved', 'no-cause', 'not-shown', 'not-read', 'not-asked')),
  ticket_id uuid references ticket (id),
  check ((ticket_id is not null) = (state = 'passed_on')),
  check ((passed_on_because is not null) = (state = 'passed_on')),
  check ((ended_at is not null) = (state in ('solved', 'passed_on'))),
  foreign key (runbook_id, version) references runbook_version (runbook_id, version)
);
create unique index self_service_attempt_by_key on self_service_attempt (contact_id, key);
create index self_service_attempt_by_contact on self_service_attempt (contact_id, started_at desc);
create index self_service_attempt_by_start on self_service_attempt (started_at, id);
create index self_service_attempt_by_ticket on self_service_attempt (ticket_id) where ticket_id is not null;

-- Whose account an attempt may read: all that a scope needs to know of it.
create view account_of_attempt with (security_invoker = true) as
select attempt.id as attempt_id, attempt.contact_id, account.id as account_id, account.external_id,
       attempt.started_at, attempt.readable_until
from self_service_attempt attempt join account on account.id = attempt.account_id;
