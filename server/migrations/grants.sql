-- Run after every migration, idempotent: what the product's own role may touch.

grant usage on schema public, auth, graphile_worker to firstline_app;
grant select, insert, update, delete on all tables in schema public, auth, graphile_worker to firstline_app;
grant usage, select on all sequences in schema public, auth, graphile_worker to firstline_app;
grant execute on all functions in schema public, graphile_worker to firstline_app;

revoke update, delete, truncate on event from firstline_app;
-- the number of an event, its transaction and when it was recorded are the database's to give: none is put
-- below what is sealed, nor where nobody looks yet
revoke insert on event from firstline_app;
grant insert (at, name, actor_kind, actor_id, ticket_id, account_id, data, origin, key) on event to firstline_app;
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

-- Nobody makes objects here but the owner. Databases older than PostgreSQL 15 let everybody.
revoke create on schema public from public;

-- What every login may by default and the product never needs: functions of its own, code blocks, large
-- objects. These belong to the server's administrator: an owner who is none leaves them as they are.
do $$
declare f regprocedure;
begin
  if not (select rolsuper from pg_roles where rolname = current_user) then return; end if;
  revoke usage on language sql, plpgsql from public;
  for f in
    select p.oid from pg_proc p
    where p.pronamespace = 'pg_catalog'::regnamespace
      and (p.proname ~ '^lo_' or p.proname in ('loread', 'lowrite'))
      and has_function_privilege('firstline_app', p.oid, 'execute')
  loop
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
