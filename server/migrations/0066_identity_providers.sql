-- Until when a session holds at most, however it is used; null: as long as it is used. One that was made
-- by an identity provider ends by itself, as the desk is not told who has left the directory.
alter table auth."session" add column "endsAt" timestamptz;

-- Who a person is at their identity provider (OpenID Connect): never an e-mail alone.
create table identity (
  id uuid primary key default uuidv7(),
  person_id uuid not null unique references person (id),
  issuer text not null,
  -- the provider's own name of the person, which it gives to nobody else
  subject text not null,
  created_at timestamptz not null,
  used_at timestamptz not null,
  unique (issuer, subject)
);

-- Sign-ins that were begun and not yet answered: each once, and for minutes.
create table provider_sign_in (
  -- SHA-256 of the state, which goes to the provider and comes back
  state bytea primary key,
  -- SHA-256 of what a cookie of the browser says
  browser bytea not null,
  provider text not null,
  nonce text not null,
  code_verifier text not null,
  return_to text not null,
  expires_at timestamptz not null
);
create index provider_sign_in_by_end on provider_sign_in (expires_at);

-- What a session of a provider ends there with.
create table provider_session (
  session_id text primary key references auth."session" ("id") on delete cascade,
  provider text not null,
  -- sealed with the desk's secret
  id_token text not null
);
