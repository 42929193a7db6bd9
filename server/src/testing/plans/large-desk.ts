import pg from 'pg'

/** So many times as many rows as there are is what the planner is told of each table. */
const grown = 1_000

/**
 * A desk of a few hundred tickets of which the planner is told that it has some hundred thousand: rows
 * to learn the distributions from, and a thousand times as many of them. To load them all would take
 * minutes; what is looked at is which plans there are, not how long they take.
 */
export async function fillLargeDesk(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(uncounted)
    await client.query(rows)
    await client.query('analyze')
    await client.query(`
      update pg_class set reltuples = reltuples * ${grown}
      where relkind in ('r', 'i') and reltuples > 0 and relnamespace in ('public'::regnamespace, 'auth'::regnamespace)
        and case relnamespace when 'public'::regnamespace then '' else relnamespace::regnamespace || '.' end
          || relname not in (${notGrowing.map((table) => `'${table}'`).join(', ')})`)
  } finally {
    await client.end()
  }
}

/**
 * Tables that stay as small as the team, the project, the installation or the weeks it has run, those
 * that sign-in sweeps, and the queue's own; all others grow.
 */
export const notGrowing: readonly string[] = [
  'graphile_worker._private_jobs',
  'graphile_worker._private_tasks',
  'graphile_worker.migrations',
  'action_stop',
  'ai_agent',
  'api_key',
  'auth.account',
  'auth.rateLimit',
  'auth.user',
  'auth.verification',
  'beside_desk',
  'history_set_aside',
  'identity',
  'import_job',
  'import_run',
  'import_upload',
  'key_network',
  'last_answer',
  'learned_phrase',
  'mailbox',
  'match_model',
  'migration',
  'notification_off',
  'opportunity_decision',
  'passkey',
  'passkey_challenge',
  'password_link',
  'person',
  'record_check',
  'runbook',
  'runbook_version',
  'runbook_working_copy',
  'rule_stop',
  'saved_reply',
  'scorecard_basis',
  'scorecard_count',
  'scorecard_duration',
  'scorecard_group',
  'scorecard_live',
  'scorecard_reader',
  'seal_epoch',
  'setting',
  'source_trial',
  'status_check',
  'status_component',
  'tag',
  'webhook',
  'worker_life',
]

/** Autovacuum would count them meanwhile, and say how few there are. */
const uncounted = `
do $$
declare table_name regclass;
begin
  for table_name in
    select oid from pg_class where relkind = 'r' and relnamespace in ('public'::regnamespace, 'auth'::regnamespace)
  loop execute format('alter table %s set (autovacuum_enabled = off)', table_name); end loop;
end $$`

const rows = `
set session_replication_role = replica;
insert into account (external_id, name) select 'A-' || n, 'Account ' || n from generate_series(1, 50) n;

insert into contact (email, account_id)
select 'c' || n || '@customer.example', (select id from account where external_id = 'A-' || 1 + n % 50)
from generate_series(1, 300) n;

insert into portal_link (hash, contact_id, created_at, expires_at)
select sha256(id::text::bytea), id, now(), now() + interval '1 hour' from contact;

insert into portal_session (hash, contact_id, created_at, expires_at)
select sha256(id::text::bytea), id, now(), now() + interval '7 days' from contact;

insert into contact_erasure (contact_id, reason, state, asked_by, asked_at, decided_by, erased_at, address_hash)
select id, 'asked', 'erased', '{}', now(), '{}', now(), sha256(id::text::bytea) from contact;

insert into contact_export (contact_id, asked_by, reason, asked_at, expires_at)
select id, uuidv7(), 'asked', now(), now() from contact;

insert into ticket (subject, channel, address_token, contact_id, account_id, state, type, opened_at, updated_at)
select 'Question ' || n, 'email', 'token ' || n, contact.id, contact.account_id,
  case when n % 20 = 0 then 'open' when n % 33 = 0 then 'waiting' else 'resolved' end,
  (array['export', 'invoice', 'login', null])[1 + n % 4],
  timestamptz '2026-06-01' - n * interval '6 days', timestamptz '2026-06-02' - n * interval '6 days'
from generate_series(1, 600) n
join (select *, row_number() over () as place from contact) contact on contact.place = 1 + n % 300;

insert into self_service_attempt (contact_id, account_id, key, subject, text, runbook_id, version, type, state,
  cause, shown, started_at, readable_until, ended_at, ticket_id, passed_on_because)
select contact_id, account_id, gen_random_uuid(), subject, subject, 'runbook ' || number % 7, 1, 'export',
  case when number % 3 = 0 then 'passed_on' else 'solved' end, 'cause', 'Shown', opened_at,
  opened_at + interval '30 minutes', opened_at + interval '1 minute',
  case when number % 3 = 0 then id end, case when number % 3 = 0 then 'not-solved' end
from ticket;

insert into message (ticket_id, kind, at, text, message_id)
select id, case when turn % 2 = 0 then 'reply' else 'customer' end, opened_at + turn * interval '1 minute',
  'We wrote ' || turn || ' times', number || '.' || turn || '@customer.example'
from ticket, generate_series(1, 3) turn;

insert into resolution (ticket_id, line, at, summary, window_ends_at, type)
select id, line, updated_at, 'Done', updated_at + interval '7 days', type from ticket where state = 'resolved';

insert into event (at, name, actor_kind, actor_id, ticket_id, account_id, data)
select opened_at + turn * interval '1 minute',
  (array['ticket.received', 'ticket.type_changed', 'message.replied', 'ticket.waiting', 'ticket.resolved',
    'account.viewed', 'runbook.started', 'record.searched'])[turn],
  (array['customer', 'system', 'person', 'customer', 'person', 'person', 'person', 'person'])[turn],
  'actor ' || number % 40, case when turn < 8 then id end, account_id, '{}'
from ticket, generate_series(1, 8) turn;

insert into event (at, name, actor_kind, ticket_id, data)
select opened_at, 'ticket.repeat_linked', 'system', id, jsonb_build_object('of', id, 'type', 'export')
from ticket where number % 10 = 0;

insert into auth."user" (id, name, email, "emailVerified")
select 'u' || n, 'Person ' || n, 'p' || n || '@desk.example', true from generate_series(1, 40) n;

insert into auth.session (id, token, "userId", "expiresAt", "createdAt", "updatedAt")
select 's' || n, 'token ' || n, 'u' || 1 + n % 40, now(), now(), now() from generate_series(1, 400) n;

insert into person (user_id, email, name, role, line)
select id, email, name, 'agent', 'L1' from auth."user";

insert into account_opening (person_id, account_id, reason, opened_at, expires_at)
select (select id from person limit 1), id, 'asked', now(), now() from account, generate_series(1, 10);

insert into action_approval (ticket_id, account_id, action_id, action_title, action_version, actor, actor_id,
  definition, input, preview_id, reads_hash, reason, requested_at, role, shown, tier, expires_at, state, decided_at, decided_by)
select id, account_id, 'a' || number % 20, 'Resend', 1, '{}', 'actor ' || number % 40, '', '{}', uuidv7(), '', '',
  opened_at, 'lead', '{}', 'high', opened_at, case when number % 50 = 0 then 'waiting' else 'approved' end,
  case when number % 50 > 0 then opened_at end, case when number % 50 > 0 then '{}'::jsonb end
from ticket where account_id is not null;

insert into action_run (ticket_id, account_id, action_id, action_title, action_version, actor, actor_id,
  definition, input, preview_id, reads, reason, request, intended_at, finished_at, call_deadline, state, undo, verify, lock_key)
select id, account_id, 'a' || number % 20, 'Resend', 1, '{}', 'actor ' || number % 40, '', '{}', uuidv7(), '{}', '',
  '{}', opened_at, case when number % 50 > 0 then opened_at end, opened_at,
  case when number % 50 = 0 then 'intended' else 'verified' end, '{}', '{}', uuidv7()
from ticket where account_id is not null;

insert into runbook_run (ticket_id, runbook_id, version, started_at, updated_at, started_by, handled_by, state)
select id, 'r' || number % 30, 1, opened_at, opened_at, '{}', '{}', 'abandoned' from ticket;

insert into escalation (ticket_id, account_id, because, note, team, escalated_at, escalated_by, evidence, state, returned_at,
  runbook_run_id)
select id, account_id, '', '', 'L2', opened_at, (select id from person order by id offset number % 40 limit 1), '{}',
  case when number % 50 = 0 then 'open' when number % 51 = 0 then 'draft' else 'closed' end,
  case when number % 50 > 0 then opened_at + interval '1 day' end,
  (select id from runbook_run where ticket_id = ticket.id)
from ticket;

insert into rating (resolution_id, value, given_at) select id, 'up', at from resolution;

insert into win (id, ticket_id, type, type_of, type_resolved, resolved_at, proposed_at, state)
select id, ticket_id, 'export', 1, 1, at, at, 'named' from resolution;

insert into seal (number, body, entries, signature)
select n, json_build_object('epoch', 1, 'last', json_build_object('xid', n, 'id', n)), '', ''
from generate_series(1, 300) n;

insert into deploy (service, version, environment, at, recorded_at)
select 's' || n % 10, n::text, 'production', now() - n * interval '1 hour', now() from generate_series(1, 500) n;

insert into incident (origin, title, services, opened_at, updated_at, ended_at)
select 'alertmanager: ' || n, 'Incident ' || n, array['s' || n % 10], now() - n * interval '1 day', now(),
  case when n % 50 > 0 then now() - n * interval '1 day' + interval '1 hour' end
from generate_series(1, 300) n;

update ticket set incident_linked_at = opened_at,
  incident_id = (select id from incident where origin = 'alertmanager: ' || 1 + ticket.number % 300)
where number % 3 = 0;

insert into incident_update (incident_id, person_id, at, text, outcome, leaves_at)
select id, (select id from person limit 1), opened_at, '', 'answer', opened_at from incident;

insert into incident_answer (update_id, ticket_id, place, text, seen, message_id)
select incident_update.id, ticket.id, 1, '', 0,
  (select id from message where ticket_id = ticket.id and kind = 'reply' limit 1)
from incident_update join ticket on ticket.incident_id = incident_update.incident_id;

insert into ticket_fact (ticket_id, origin, type, channel, received_at, problem_started_at, escalated, is_void,
  standing_at)
select id, 'live', type, channel, opened_at, opened_at, false, false,
  case when state = 'resolved' then updated_at end
from ticket;

insert into resolution_fact (resolution_id, ticket_id, at, type, channel, line, escalated, action_runs, broken_at)
select id, ticket_id, at, type, 'email', line, false, '{}',
  case when (row_number() over ()) % 10 = 0 then at + interval '1 day' end
from resolution;

insert into inbound_mail (raw, sha256, size_bytes, state, sender, received_at, ticket_id)
select '', '', 0, 'accepted', 'c' || number % 300 || '@customer.example', opened_at, id from ticket;

insert into ticket_search (ticket_id, part, number, words)
select id, part, number, to_tsvector('simple', subject) from ticket, unnest(array['head', 'body']) part
on conflict (ticket_id, part) do nothing;

insert into ticket_watch (ticket_id, person_id, at)
select id, (select id from person order by id offset number % 40 limit 1), opened_at from ticket;

insert into escalation_watch (escalation_id, person_id, at)
select id, escalated_by, escalated_at from escalation;

insert into notification (person_id, kind, ticket_id, event_id, event_name, at, read_at)
select (select id from person order by id offset number % 40 limit 1), 'mentioned', id,
  (select max(id) from event), 'note.added', opened_at, case when number % 20 > 0 then opened_at end
from ticket;

insert into notification_event (event_id, person_id, notification_id)
select row_number() over (), person_id, id from notification;

insert into webhook (address, description, events, is_with_words, created_at)
select 'https://' || n || '.example/hooks', '', '{ticket.received}', false, now() from generate_series(1, 10) n;

insert into webhook_delivery (webhook_id, event_id, type, state, created_at)
select webhook.id, event.id, event.name, case when event.id % 50 = 0 then 'failed' else 'delivered' end, event.at
from webhook cross join (select id, name, at from event order by id limit 2000) as event;

insert into beside_ticket (ticket_id, desk, external_id, version, is_settled, last_entry, status, looked_at)
select id, 'redmine', number, '', true, number, 'New', opened_at from ticket;

insert into beside_write (ticket_id, kind, about, words, seen_entry, state, created_at)
select ticket_id, 'reply', id, '', 0, case when at > now() - interval '1 day' then 'waiting' else 'told' end, at
from message where kind = 'reply';

insert into rule_firing (rule_id, definition, event_id, event_name, ticket_id, at, did, left_out)
select 'rule-' || number % 5, '', (select min(id) from event) + number, 'ticket.received', id, opened_at, '[]', '[]'
from ticket;

insert into draft (person_id, ticket_id, kind, text, choices, edited_at)
select (select id from person order by id offset number % 40 limit 1), id, 'reply', 'We look', '{}', opened_at
from ticket;

insert into mention (message_id, person_id, place, length)
select id, (select id from person limit 1), 0, 5 from message where kind = 'reply';

insert into ticket_search_stale select id from ticket on conflict do nothing;
`
