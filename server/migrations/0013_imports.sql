-- One row for each history brought in from a file. Its events carry the origin, and a key that
-- makes the same fact imported twice one event.

create table import_run (
  origin text primary key check (origin = 'generated' or origin like 'import:%'),
  format text not null,
  file_name text not null,
  sha256 text not null,
  -- how the file was read (columns, statuses, lines); another reading needs another origin
  rules jsonb not null,
  state text not null check (state in ('running', 'done')),
  -- how far it came: cases are imported in this order, each batch in one transaction
  last_case text,
  cases int not null default 0,
  events int not null default 0,
  rows_read int not null default 0,
  rows_refused int not null default 0,
  -- by reason, with first examples
  refusals jsonb not null default '[]',
  -- values of used rows that were not
  remarks jsonb not null default '[]',
  started_at timestamptz not null,
  updated_at timestamptz not null,
  finished_at timestamptz
);

-- a repeat contact is an event of the new ticket that breaks a resolution of another
create index event_repeat_of on event ((data ->> 'of')) where name = 'ticket.repeat_linked';
