-- What a desk says again and again, written once; with variables that each ticket fills.
create table saved_reply (
  id uuid primary key default uuidv7(),
  title text not null check (length(title) between 1 and 120),
  -- empty: in none
  folder text not null check (length(folder) <= 60),
  text text not null check (length(text) between 1 and 10000),
  changed_at timestamptz not null,
  changed_by uuid references person (id),
  archived_at timestamptz
);
create index saved_reply_kept on saved_reply (lower(folder), lower(title), id) where archived_at is null;
create index saved_reply_archived on saved_reply (lower(folder), lower(title), id)
  where archived_at is not null;

-- Of a reply: the one it was written with.
alter table message add column saved_reply_id uuid references saved_reply (id);
create index message_of_saved_reply on message (at desc) include (saved_reply_id, ticket_id, resolution_id)
  where saved_reply_id is not null;

-- What was done to one, as the record has it.
create index event_of_saved_reply on event ((data ->> 'saved_reply'), id)
  where name in ('saved_reply.created', 'saved_reply.changed', 'saved_reply.archived', 'saved_reply.restored');
