-- Who made a key, who answers for it, how long it holds, when it sleeps, and where it is used from.
alter table api_key
  add column created_by_key uuid references api_key (id),
  add column owner_id uuid references person (id),
  add column expires_at timestamptz not null default now() + interval '90 days',
  add column asleep_at timestamptz,
  add column last_used_at timestamptz,
  add column last_used_from text;
alter table api_key alter column expires_at drop default;
alter table ai_agent
  add column created_by_key uuid references api_key (id),
  add column owner_id uuid references person (id),
  add column asleep_at timestamptz,
  add column last_used_from text;

-- keys could make keys: by which one is on record
update api_key set created_by_key = maker.id
from event join api_key maker on event.actor_id = maker.id::text
where event.name = 'api_key.created' and event.actor_kind = 'integration'
  and event.data ->> 'key' = api_key.id::text;
update ai_agent set created_by_key = maker.id
from event join api_key maker on event.actor_id = maker.id::text
where event.name = 'ai_agent.created' and event.actor_kind = 'integration'
  and event.data ->> 'ai_agent' = ai_agent.id::text;

-- whoever stands at the beginning of such a chain answers for it
with recursive chain (id, owner_id) as (
  select id, created_by from api_key where created_by is not null
  union
  select made.id, chain.owner_id from chain join api_key made on made.created_by_key = chain.id
)
update api_key set owner_id = chain.owner_id from chain where chain.id = api_key.id;
update ai_agent set owner_id = coalesce(
  created_by, (select owner_id from api_key where api_key.id = ai_agent.created_by_key));

-- who cannot come in today has no key that works
update api_key set asleep_at = person.disabled_at from person
where person.id = api_key.owner_id and person.disabled_at is not null and revoked_at is null;
update ai_agent set asleep_at = person.disabled_at from person
where person.id = ai_agent.owner_id and person.disabled_at is not null and revoked_at is null;

-- the networks a key, of a machine or of an AI agent, was used from
create table key_network (
  key_id uuid not null,
  network inet not null,
  first_used_at timestamptz not null,
  primary key (key_id, network)
);

-- Whoever listens is told apart what is about people, sessions and keys: open streams are then asked
-- anew whether they may go on, however long the record itself has to wait for a slow transaction.
drop trigger event_notifies on event;
create or replace function notify_event() returns trigger language plpgsql as $$
begin
  perform pg_notify('firstline_event', '');
  if exists (
    select from fresh where split_part(name, '.', 1) in ('person', 'session', 'api_key', 'ai_agent')
  ) then
    perform pg_notify('firstline_standing', '');
  end if;
  return null;
end $$;
create trigger event_notifies after insert on event
  referencing new table as fresh
  for each statement execute function notify_event();
