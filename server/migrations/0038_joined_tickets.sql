-- A ticket whose messages an agent has joined to the one they answer; of each message where it came in.
alter table ticket add column joined_to uuid references ticket (id);
alter table message add column joined_from uuid references ticket (id);
create index message_by_joined_from on message (joined_from) where joined_from is not null;
