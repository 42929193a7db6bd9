-- The one record: timeline, audit and the scorecard's source. Append-only for everybody.

do $$ begin
  if not exists (select from pg_roles where rolname = 'firstline_app') then
    create role firstline_app nologin;
  end if;
exception
  when duplicate_object or unique_violation then null; -- made by another node just now
  when insufficient_privilege then
    raise exception '% may not create the role firstline_app that the desk works as. Let an administrator '
      'run: create role firstline_app nologin; grant firstline_app to %;', current_user, quote_ident(current_user);
end $$;
do $$ begin
  execute format('grant firstline_app to %I', current_user);
exception when others then null; -- a member already, or a superuser
end $$;

create table event (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  -- position in commit order together with id: ids alone are handed out before commit
  xid xid8 not null default pg_current_xact_id(),
  name text not null check (name ~ '^[a-z_]+\.[a-z_]+$'),
  actor_kind text not null check (actor_kind in ('person', 'customer', 'system', 'integration')),
  actor_id text,
  ticket_id uuid,
  account_id uuid,
  data jsonb not null default '{}',
  -- 'live', 'generated', or 'import:<key>'
  origin text not null default 'live',
  -- set by imports: the same fact imported twice is one event
  key uuid
);
create index event_by_ticket on event (ticket_id, at, id) where ticket_id is not null;
create index event_by_account on event (account_id, at) where account_id is not null;
create index event_by_position on event (xid, id);
create index event_by_name on event (name, at);
create unique index event_import_key on event (key) where key is not null;

create function refuse_event_change() returns trigger language plpgsql as $$
begin
  raise exception 'the event record is append-only: % refused', tg_op
    using errcode = 'insufficient_privilege';
end $$;
create trigger event_is_append_only before update or delete on event
  for each row execute function refuse_event_change();
create trigger event_is_never_truncated before truncate on event
  for each statement execute function refuse_event_change();

create function notify_event() returns trigger language plpgsql as $$
begin
  perform pg_notify('firstline_event', '');
  return null;
end $$;
create trigger event_notifies after insert on event
  for each statement execute function notify_event();
