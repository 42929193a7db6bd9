-- The desk's own words for its tickets, few by design; `key` is what makes two of them the same.
create table tag (
  id uuid primary key default uuidv7(),
  name text not null check (length(name) between 1 and 40),
  key text not null unique check (length(key) between 1 and 80),
  made_at timestamptz not null,
  made_by uuid references person (id)
);

alter table ticket add column tags uuid[] not null default '{}' check (cardinality(tags) <= 10);
create index ticket_tagged on ticket using gin (tags) where tags <> '{}';
