-- The customers' side: a contact is signed in by a link that was sent to their address, once.
create table portal_link (
  -- SHA-256 of the token; the token itself is in the mail and kept nowhere. A link that was used is gone
  hash bytea primary key,
  contact_id uuid not null references contact (id),
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index portal_link_by_contact on portal_link (contact_id);
create index portal_link_by_end on portal_link (expires_at);

-- What a contact is signed in by; never a session of the desk.
create table portal_session (
  -- SHA-256 of what the cookie says
  hash bytea primary key,
  contact_id uuid not null references contact (id),
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index portal_session_by_contact on portal_session (contact_id);
create index portal_session_by_end on portal_session (expires_at);

alter table ticket drop constraint ticket_channel_check;
alter table ticket add constraint ticket_channel_check check (channel in ('email', 'api', 'portal'));

-- Where a contact takes part, and how much they wrote lately.
create index message_by_contact on message (contact_id, at desc) where kind = 'customer';
