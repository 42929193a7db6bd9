-- A reply that is being handed to the mail server, by which process and since when: what became of it is
-- not known until it is on record, and another process does not send it again meanwhile.
alter table message add sending_by uuid, add sending_since timestamptz;
