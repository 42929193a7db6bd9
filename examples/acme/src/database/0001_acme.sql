-- Acme's own database. Every table with customer data carries account_id.

create table account (
  id text primary key check (id ~ '^acc_[a-z0-9]{8}$'),
  name text not null,
  domain text not null unique,
  plan text not null check (plan in ('free', 'pro', 'enterprise')),
  status text not null default 'active' check (status in ('active', 'past_due', 'suspended')),
  region text not null,
  created_at timestamptz not null default now()
);
create index account_name on account (lower(name));

create table app_user (
  id text primary key check (id ~ '^usr_[a-z0-9]{8}$'),
  account_id text not null references account,
  email text not null,
  name text not null,
  role text not null check (role in ('owner', 'admin', 'member')),
  verified_at timestamptz,
  last_seen_at timestamptz,
  created_at timestamptz not null default now()
);
create unique index app_user_email on app_user (lower(email));
create index app_user_account on app_user (account_id, name);

create table user_session (
  id text primary key check (id ~ '^ses_[a-z0-9]{8}$'),
  account_id text not null references account,
  user_id text not null references app_user,
  state text not null check (state in ('active', 'broken', 'revoked')),
  device text not null,
  error_code text,
  trace_id text,
  created_at timestamptz not null default now(),
  last_used_at timestamptz not null default now(),
  revoked_at timestamptz
);
create index user_session_account on user_session (account_id, last_used_at desc);

create table export_job (
  id text primary key check (id ~ '^exp_[a-z0-9]{8}$'),
  account_id text not null references account,
  requested_by text not null,
  status text not null default 'queued'
    check (status in ('queued', 'running', 'completed', 'failed', 'cancelled')),
  attempts integer not null default 0,
  error_code text,
  size_mb double precision not null,       -- estimated when asked for
  bytes integer,                           -- as written
  trace_id text,                           -- of the last attempt
  download_token text,
  created_at timestamptz not null default now(),
  queued_at timestamptz not null default now(),  -- last time it was queued (again)
  started_at timestamptz,
  finished_at timestamptz,
  lease_owner text,
  lease_until timestamptz
);
create index export_job_account on export_job (account_id, created_at desc);
create index export_job_due on export_job (queued_at) where status in ('queued', 'running');

create table export_file (
  export_id text primary key references export_job,
  account_id text not null references account,
  csv bytea not null
);

create table webhook_endpoint (
  id text primary key check (id ~ '^whe_[a-z0-9]{8}$'),
  account_id text not null references account,
  path text not null,                      -- where on the receiver the customer listens
  enabled boolean not null default true,
  answers integer not null default 204,    -- what the customer's system says to a delivery
  created_at timestamptz not null default now()
);
create index webhook_endpoint_account on webhook_endpoint (account_id);

create table webhook_delivery (
  id text primary key check (id ~ '^whd_[a-z0-9]{8}$'),
  account_id text not null references account,
  endpoint_id text not null references webhook_endpoint,
  event text not null,
  payload jsonb not null,
  state text not null default 'pending' check (state in ('pending', 'delivered', 'stuck', 'failed')),
  attempts integer not null default 0,
  last_status integer,
  last_error text,
  trace_id text,
  created_at timestamptz not null default now(),
  queued_at timestamptz not null default now(),
  delivered_at timestamptz,
  next_attempt_at timestamptz not null default now()
);
create index webhook_delivery_account on webhook_delivery (account_id, created_at desc);
create index webhook_delivery_due on webhook_delivery (next_attempt_at) where state = 'pending';

-- What the customers' systems really received, kept by the in-process receiver.
create table webhook_receipt (
  id bigint generated always as identity primary key,
  account_id text not null references account,
  endpoint_id text not null references webhook_endpoint,
  delivery_id text not null,
  body jsonb not null,
  received_at timestamptz not null default now()
);
create index webhook_receipt_endpoint on webhook_receipt (endpoint_id, received_at desc);

create table email_delivery (
  id text primary key check (id ~ '^eml_[a-z0-9]{8}$'),
  account_id text not null references account,
  recipient text not null,
  kind text not null check (kind in ('export_ready', 'verification', 'invoice')),
  state text not null check (state in ('queued', 'delivered', 'suppressed', 'bounced')),
  export_id text references export_job,
  user_id text references app_user,
  message_id text not null,
  attempts integer not null default 0,
  last_error text,
  traceparent text,
  created_at timestamptz not null default now(),
  delivered_at timestamptz,
  next_attempt_at timestamptz not null default now()
);
create index email_delivery_account on email_delivery (account_id, created_at desc);
create index email_delivery_export on email_delivery (export_id, created_at desc);
create index email_delivery_user on email_delivery (user_id, created_at desc);
create index email_delivery_due on email_delivery (next_attempt_at) where state = 'queued';

create table email_suppression (
  account_id text not null references account,
  address text not null check (address = lower(address)),
  reason text not null check (reason in ('bounced', 'complained', 'manual')),
  since timestamptz not null default now(),
  primary key (account_id, address)
);

create table cache_entry (
  id text primary key check (id ~ '^cch_[a-z0-9]{8}$'),
  account_id text not null references account,
  key text not null,
  stale boolean not null default false,
  version integer not null default 1,
  refreshed_at timestamptz not null default now(),
  unique (account_id, key)
);

create table idempotency_key (
  key text primary key,
  request_hash text not null,
  status integer,
  response jsonb,
  created_at timestamptz not null default now()
);

create table release (
  id bigint generated always as identity primary key,
  service text not null,
  version text not null,
  author text not null,
  summary text not null,
  at timestamptz not null default now(),
  announced_at timestamptz,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now()
);

create table status_component (
  name text primary key,
  title text not null,
  position integer not null,
  status text not null default 'operational'
    check (status in ('operational', 'degraded', 'outage')),
  note text not null default '',
  since timestamptz not null default now()
);

-- A fault that waits for the worker to meet it, and the case it became.
create table fault (
  id text primary key check (id ~ '^flt_[a-z0-9]{8}$'),
  fault text not null,
  account_id text not null references account,
  record_id text not null,
  armed boolean not null,
  detail jsonb not null,
  created_at timestamptz not null default now()
);
create index fault_record on fault (record_id) where armed;

create table mailbox_message (
  id text primary key check (id ~ '^msg_[a-z0-9]{8}$'),
  message_id text,
  in_reply_to text,
  reference_ids text[] not null default '{}',
  sender text not null,
  reply_to text,
  recipients text[] not null,
  subject text not null,
  text_body text not null,
  html_body text,
  headers jsonb not null,
  raw bytea not null,
  received_at timestamptz not null default now()
);
create index mailbox_message_received on mailbox_message (received_at desc);
create index mailbox_message_recipients on mailbox_message using gin (recipients);

-- Customers' own mail on its way to support; kept until the desk has taken it.
create table customer_mail (
  message_id text primary key,
  sender text not null,
  recipient text not null,
  subject text not null,
  text_body text not null,
  in_reply_to text,
  reference_ids text[] not null default '{}',
  state text not null default 'queued' check (state in ('queued', 'sent')),
  attempts integer not null default 0,
  last_error text,
  created_at timestamptz not null default now(),
  next_attempt_at timestamptz not null default now()
);
create index customer_mail_due on customer_mail (next_attempt_at) where state = 'queued';
