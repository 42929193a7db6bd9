import type { Evidence } from '@firstline/contract/escalations'
import { present } from '@firstline/contract/present'
import type { RunbookRun } from '@firstline/contract/runbooks'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Sources, WithSources } from '#server/accounts/read-source.ts'
import { lookAtAccount } from '#server/accounts/scope.ts'
import type { AccountScope } from '#server/accounts/scope.ts'
import type { Actor } from '#server/core/actor.ts'
import { hours } from '#server/core/clock.ts'
import type { DB } from '#server/database/db-types.ts'
import { Refusal, messageOf } from '#server/core/errors.ts'
import type { Desk } from '#server/core/verb.ts'
import { readRunsOfTicket } from '#server/actions/run/read-run.ts'
import { ticketNotFound } from '#server/tickets/state.ts'
import { onlyRow } from '#server/database/only-row.ts'

const readingMs = 8_000
const linesKept = 20

/**
 * All an engineer would otherwise ask for, as it is at this moment, masks kept. Whatever cannot be
 * read says so: a dead log store keeps nobody from escalating.
 */
export async function gatherEvidence(
  desk: Desk & WithSources,
  actor: Actor,
  ticketId: string,
  run: RunbookRun | null,
): Promise<Evidence> {
  const now = desk.clock.now()
  const ticket = await readTicketFacts(desk.db, ticketId)
  const scope = ticket.externalId === null ? null : await lookAtAccount(desk, actor, ticketId)
  const began = ticket.problemStartedAt ?? ticket.openedAt
  const [conversation, actionRuns, logs, changes] = await Promise.all([
    readConversation(desk.db, ticketId),
    readRunsOfTicket(desk, ticketId),
    readBuiltin(desk.sources, 'logs', scope, errorsSince(began, now)),
    readBuiltin(desk.sources, 'changes', scope, { window: windowSince(began, now) }),
  ])
  return {
    at: now.toISOString(),
    problemStartedAt: ticket.problemStartedAt?.toISOString() ?? null,
    account:
      (ticket.externalId && { externalId: ticket.externalId, name: present(ticket.name) }) || null,
    conversation,
    checks: (run?.checks ?? []).map((check) => ({
      name: check.name,
      title: check.title,
      source: check.source,
      state: check.state,
      value: check.value,
      ageSeconds: check.at === null ? null : ageOf(check.at, now),
      error: check.error,
    })),
    actionRuns: actionRuns.map(({ id, action, state, intendedAt }) => ({
      id,
      action: action.id,
      title: action.title,
      outcome: state,
      at: intendedAt,
    })),
    logs,
    changes,
  }
}

async function readTicketFacts(db: Kysely<DB>, ticketId: string) {
  const row = await db
    .selectFrom('ticket')
    .leftJoin('account', 'account.id', 'ticket.account_id')
    .select([
      'ticket.opened_at as openedAt',
      'ticket.problem_started_at as problemStartedAt',
      'account.external_id as externalId',
      'account.name',
    ])
    .where('ticket.id', '=', ticketId)
    .executeTakeFirst()
  if (!row) throw ticketNotFound()
  return row
}

async function readConversation(
  db: Kysely<DB>,
  ticketId: string,
): Promise<Evidence['conversation']> {
  const { rows } = await sql<Evidence['conversation']>`
    select
      count(*) filter (where kind = 'customer')::int as "customerMessages",
      count(*) filter (where kind = 'reply')::int as replies,
      count(*) filter (where kind = 'note')::int as notes,
      (array_agg(left(text, 2000) order by at, id) filter (where kind = 'customer'))[1]
        as "firstMessage"
    from message where ticket_id = ${ticketId}`.execute(db)
  return onlyRow(rows)
}

type Reading = { items: Record<string, unknown>[]; error: string | null }

async function readBuiltin(
  { builtins, log }: Sources,
  kind: 'logs' | 'changes',
  scope: AccountScope | null,
  params: Record<string, unknown>,
): Promise<Reading> {
  const read = builtins[kind]
  if (!read) return { items: [], error: 'Not available on this node' }
  if (scope === null) return { items: [], error: 'The account is not known' }
  const limit = AbortSignal.timeout(readingMs)
  const late = new Promise<never>((_, reject) => {
    limit.addEventListener('abort', () => reject(limit.reason), { once: true })
  })
  try {
    const { rows, isSingle } = await Promise.race([read(scope, params, limit), late])
    const items = isSingle ? ((rows[0]?.items ?? []) as Record<string, unknown>[]) : rows
    return { items: items.slice(0, linesKept), error: null }
  } catch (error) {
    log.warn({ kind, err: messageOf(error) }, 'evidence could not be read')
    return { items: [], error: error instanceof Refusal ? error.message : 'It did not answer' }
  }
}

function errorsSince(began: Date, now: Date) {
  return { level: 'error', window: windowSince(began, now), limit: linesKept }
}

/** From a day before the problem began, as what broke it may have come first; at most 31 days. */
function windowSince(began: Date, now: Date): string {
  const back = Math.ceil((now.getTime() - began.getTime()) / hours) + 24
  return `${Math.min(Math.max(back, 24), 31 * 24)}h`
}

function ageOf(at: string, now: Date): number {
  return Math.max(0, Math.round((now.getTime() - new Date(at).getTime()) / 1_000))
}
