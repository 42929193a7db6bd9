-- A customer may ask for all that is known of them, and to be erased.
alter table contact add column erased_at timestamptz;

-- What was asked for to be given to a customer: taken once, by who asked for it.
create table contact_export (
  id uuid primary key default uuidv7(),
  contact_id uuid not null references contact,
  asked_by uuid not null references person,
  reason text not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  taken_at timestamptz
);
create index contact_export_by_contact on contact_export (contact_id);

-- Who is to be erased, or was. address_hash: keyed, so that after a restore the same person is found again.
create table contact_erasure (
  id uuid primary key default uuidv7(),
  contact_id uuid not null references contact,
  reason text not null,
  state text not null check (state in ('asked', 'refused', 'erasing', 'erased')),
  asked_by jsonb not null,
  asked_at timestamptz not null,
  decided_by jsonb,
  decided_at timestamptz,
  erased_at timestamptz,
  address_hash bytea,
  counts jsonb,
  check ((state = 'erased') = (erased_at is not null)),
  check ((state = 'erased') = (address_hash is not null)),
  check ((state = 'asked') = (decided_by is null))
);
create index contact_erasure_by_contact on contact_erasure (contact_id);
create unique index contact_erasure_open on contact_erasure (contact_id) where state in ('asked', 'erasing');
create index contact_erasure_newest on contact_erasure (asked_at desc, id desc);

-- Words with names and addresses struck out. loose: in any case of letters; exact: as written.
create function strike_words(raw text, loose text, exact text) returns text language sql immutable parallel safe as $$
  select case when exact is null then loosely else regexp_replace(loosely, exact, '[erased]', 'g') end
  from (select regexp_replace(raw, loose, '[erased]', 'gi') as loosely) as struck
$$;

create index incident_answer_by_ticket on incident_answer (ticket_id);
create index learned_phrase_by_message on learned_phrase (message_id);
