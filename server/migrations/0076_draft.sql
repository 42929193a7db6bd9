-- What somebody writes on a ticket and has not sent: theirs alone, wherever they sit down next. It goes with the
-- ticket and with the person, and stands nowhere on the record.
create table draft (
  person_id uuid not null references person on delete cascade,
  ticket_id uuid not null references ticket on delete cascade,
  kind text not null check (kind in ('reply', 'note')),
  text text not null,
  choices jsonb not null,
  version uuid not null default uuidv7(),
  edited_at timestamptz not null,
  primary key (person_id, ticket_id, kind)
);
create index draft_newest on draft (person_id, edited_at desc);
create index draft_of_ticket on draft (ticket_id);
