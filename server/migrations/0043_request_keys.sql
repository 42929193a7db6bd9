-- Requests that their callers marked with a key (Idempotency-Key), written in the transaction of what they
-- changed: the same again is answered from here. Kept for a day.
create table request_key (
  actor text not null,
  route text not null,
  key text not null,
  -- of what was asked, under a key of the desk's own: passwords are among it
  fingerprint bytea not null,
  -- as it was given, in JSON; null where only that it was done is kept
  answer text,
  at timestamptz not null,
  primary key (actor, route, key)
);
create index request_key_at on request_key (at);
