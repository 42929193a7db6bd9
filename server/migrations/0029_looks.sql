-- Who was seen looking at which account by which ticket in this hour; the looks themselves are in the
-- record. A ticket given to another account is another look. What stood here told of past hours only.
truncate account_view;
alter table account_view drop constraint account_view_pkey;
alter table account_view add column account_id uuid not null;
alter table account_view add primary key (viewer_id, ticket_id, account_id, hour);
