-- The scorecard by mail: who gets it each Monday, and which Monday's each has got.

create table scorecard_reader (
  person_id uuid primary key references person (id),
  since timestamptz not null
);

create table scorecard_mail (
  -- the Monday on which it is due, in the organisation's time zone
  week date not null,
  person_id uuid not null references person (id),
  queued_at timestamptz not null,
  sent_at timestamptz,
  -- why it has not arrived: a refusal for good, or what the next attempt waits for
  error text,
  primary key (week, person_id)
);
