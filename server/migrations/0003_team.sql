create table person (
  id uuid primary key default uuidv7(),
  user_id text not null unique references auth."user" (id),
  name text not null,
  email text not null,
  role text not null check (role in ('agent', 'engineer', 'lead', 'admin', 'auditor')),
  line text not null check (line in ('L1', 'L2', 'L3')),
  disabled_at timestamptz,
  created_at timestamptz not null default now()
);
create unique index person_by_email on person (lower(email));

create table api_key (
  id uuid primary key default uuidv7(),
  name text not null,
  -- SHA-256 of the key; the key itself is shown once and kept nowhere
  hash bytea not null unique,
  permissions text[] not null,
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);

-- Small values the installation keeps about itself, such as its own signing secret.
create table setting (
  key text primary key,
  value jsonb not null
);
