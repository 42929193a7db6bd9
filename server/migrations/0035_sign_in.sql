-- Codes of an authenticator app, as better-auth keeps them.
alter table auth."user" add column "twoFactorEnabled" boolean;
create table auth."twoFactor" ("id" text not null primary key, "secret" text not null, "backupCodes" text not null, "userId" text not null references auth."user" ("id") on delete cascade, "verified" boolean, "failedVerificationCount" integer, "lockedUntil" timestamptz);
create index "twoFactor_secret_idx" on auth."twoFactor" ("secret");
create index "twoFactor_userId_idx" on auth."twoFactor" ("userId");
-- How far a session has shown who it is: null by password (and code, where one is set), or passkey.
alter table auth."session" add column "proof" text;

-- A link by which a person sets a password, once.
create table password_link (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person (id),
  purpose text not null check (purpose in ('first', 'reset')),
  -- SHA-256 of the token; the token itself is in the link and kept nowhere
  hash bytea not null unique,
  -- who was shown the link; null where it went by mail
  shown_to uuid references person (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  -- used, or replaced by a newer one
  ended_at timestamptz
);
create index password_link_by_person on password_link (person_id, created_at);

-- Guesses at one account, one code or one session, whatever address they come from.
create table sign_in_attempt (
  -- SHA-256 of what is guessed at: no addresses of people who do not exist are collected
  key bytea primary key,
  attempts integer not null,
  attempted_at timestamptz not null,
  free_at timestamptz not null
);

create table passkey (
  id uuid primary key default uuidv7(),
  person_id uuid not null references person (id),
  name text not null,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index passkey_by_person on passkey (person_id);

-- Challenges that were handed out and not yet answered.
create table passkey_challenge (
  challenge text primary key,
  -- null: for signing in, as nobody is known yet
  person_id uuid references person (id),
  expires_at timestamptz not null
);
