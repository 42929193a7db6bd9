-- The scorecard's rollups: sums of the facts, kept by the transaction that changes a fact
-- (scorecard/update-rollups.ts), so that a page reads as much at ten million tickets as at a thousand.

alter table ticket_fact
  -- from the problem's beginning to its standing resolution, or to the repeat contact that took it
  -- over, in business hours; null where none are set or it is not over
  add column business_seconds int;
alter table resolution_fact
  add column origin text not null default 'live',
  -- who worked it then, as far as the history tells; its line otherwise
  add column team text,
  -- signs that the number may have been helped along (scorecard/signals-of-ticket.ts)
  add column signals text[] not null default '{}',
  -- its ticket was broken more than once: tickets and resolutions differ only there
  add column broken_again boolean not null default false;
update resolution_fact set origin = ticket_fact.origin from ticket_fact
  where ticket_fact.ticket_id = resolution_fact.ticket_id;
update resolution_fact set broken_again = true
  where broken_at is not null and ticket_id in (
    select ticket_id from resolution_fact where broken_at is not null group by ticket_id having count(*) > 1);

drop index if exists resolution_fact_reopened;
create index resolution_fact_reopened on resolution_fact (at)
  include (broken_at, type, channel, product, line, origin) where broken_at is not null;
create index resolution_fact_broken_again on resolution_fact (at)
  include (ticket_id, type, channel, product, line, origin) where broken_again;
create index resolution_fact_signals on resolution_fact (at) where signals <> '{}';
create index ticket_fact_unsolved on ticket_fact (received_at)
  include (problem_started_at, type, channel, product, standing_line, origin)
  where standing_at is null and continued_at is null and not is_void;

-- By what the facts and sums here were made. Another time zone, window or definition: made again.
create table scorecard_basis (
  id boolean primary key default true check (id),
  facts_version int not null default 0,
  time_zone text not null default 'UTC',
  window_days int not null default 14,
  business_hours jsonb
);
insert into scorecard_basis default values;

-- What is counted together.
create table scorecard_group (
  id int generated always as identity primary key,
  -- a hash of the columns below, null being a value (scorecard/contributions.ts)
  key uuid not null unique,
  -- resolution: by all of these; problem: not by line; origin: all problems of one origin
  grain text not null check (grain in ('resolution', 'problem', 'origin')),
  origin text not null,
  type text,
  channel text,
  product text,
  line text,
  escalated boolean
);

create table scorecard_count (
  span text not null check (span in ('day', 'week')),
  -- in the time zone of the basis; weeks begin on Mondays
  begins date not null,
  group_id int not null references scorecard_group (id),
  -- tickets by the moment of their standing resolution
  resolved int not null,
  -- resolutions by the moment they were made; broken: within the window of the basis
  made int not null,
  broken int not null,
  broken_ever int not null,
  asked int not null,
  rated int not null,
  rated_up int not null,
  -- tickets by the moment they arrived
  received int not null,
  solved int not null,
  voided int not null,
  primary key (span, begins, group_id)
);

-- How long problems lasted, by the week they were reported in. Bucket b holds 1.02^b to 1.02^(b+1)
-- seconds, so that its middle is at most 1% off; -1 holds no time at all.
create table scorecard_duration (
  begins date not null,
  group_id int not null references scorecard_group (id),
  -- continued: taken over by a repeat contact, so unsolved at least so long
  measure text not null check (measure in ('solved', 'continued', 'solved_business', 'continued_business')),
  bucket smallint not null,
  tickets int not null,
  primary key (group_id, begins, measure, bucket)
);

-- Since when actions and sources of the project are there; a runbook's versions tell it themselves.
create table scorecard_live (
  kind text not null check (kind in ('action', 'source')),
  id text not null,
  title text not null,
  since timestamptz not null,
  primary key (kind, id)
);
