-- Run after every migration, idempotent: what the product's own role may touch.

grant usage on schema public, auth, graphile_worker to firstline_app;
grant select, insert, update, delete on all tables in schema public, auth, graphile_worker to firstline_app;
grant usage, select on all sequences in schema public, auth, graphile_worker to firstline_app;
grant execute on all functions in schema public, graphile_worker to firstline_app;

revoke update, delete, truncate on event from firstline_app;
revoke update, delete, truncate on seal from firstline_app;
revoke insert, update, delete on seal_epoch from firstline_app;
revoke insert, update, delete on migration from firstline_app;

select begin_seal_epoch();

-- graphile-worker switches row security on for its tables; the product's role works the queue
do $$
declare t record;
begin
  for t in
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'graphile_worker' and c.relkind = 'r' and c.relrowsecurity
      and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'firstline_app')
  loop
    execute format(
      'create policy firstline_app on graphile_worker.%I to firstline_app using (true) with check (true)',
      t.relname);
  end loop;
end $$;
