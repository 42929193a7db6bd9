-- Whoever looks at Acme from outside (a support desk) reads with this role and nothing more.
-- Roles belong to the whole cluster, so another Acme may have made it, even at this very moment.
do $$
begin
  create role acme_reader login;
exception when duplicate_object or unique_violation then null;
end $$;
-- In this database only: what is set for all is one row, which two of them cannot write at once.
do $$
begin
  execute format('alter role acme_reader in database %I set default_transaction_read_only = on', current_database());
end $$;

grant usage on schema public to acme_reader;
grant select on account, app_user, user_session, webhook_endpoint, webhook_delivery,
  email_delivery, email_suppression, cache_entry to acme_reader;
-- Not the download token: who has it has the file.
grant select (id, account_id, requested_by, status, attempts, error_code, size_mb, bytes, trace_id,
  created_at, queued_at, started_at, finished_at) on export_job to acme_reader;
