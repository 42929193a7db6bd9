-- Customers as the directory of the connected system knows them; external_id is that system's id.
create table account (
  id uuid primary key default uuidv7(),
  external_id text not null unique,
  name text not null,
  domain text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table contact (
  id uuid primary key default uuidv7(),
  account_id uuid references account (id),
  email text not null,
  name text,
  created_at timestamptz not null default now()
);
create unique index contact_by_email on contact (lower(email));
create index contact_by_account on contact (account_id);

-- Who looked at which ticket's account in which hour: the record says so once.
create table account_view (
  person_id uuid not null references person (id),
  ticket_id uuid not null,
  hour timestamptz not null,
  primary key (person_id, ticket_id, hour)
);
