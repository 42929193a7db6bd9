import type { Kysely, Transaction } from 'kysely'
import { NotFound } from '#server/core/errors.ts'
import type { DB } from '#server/database/db-types.ts'
import type { ContactScope } from '#server/portal/scope.ts'
import type { CompiledRunbook } from '#server/runbooks/causes/decide-cause.ts'
import type { Findings } from '#server/runbooks/run/run-state.ts'
import { findingsOf, readRunVersion } from '#server/runbooks/run/runs.ts'

type AttemptState = 'checking' | 'asking' | 'shown' | 'solved' | 'passed_on'

/** What a customer tries before they write a ticket, with the very version of the runbook it began with. */
export type Attempt = {
  id: string
  accountId: string
  key: string
  subject: string
  text: string
  runbook: string
  version: number
  state: AttemptState
  findings: Findings
  cause: string | null
  shown: string | null
  startedAt: Date
  readableUntil: Date
  ticketId: string | null
  compiled: CompiledRunbook
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

function selectAttempts(db: Kysely<DB>, { contact }: ContactScope) {
  return db.selectFrom('self_service_attempt').selectAll().where('contact_id', '=', contact.id)
}
type Row = Awaited<ReturnType<ReturnType<typeof selectAttempts>['execute']>>[number]

/**
 * One of the contact's own; of others not even that there is one.
 * @throws NotFound `self-service.no-attempt`
 */
export async function readAttempt(
  db: Kysely<DB>,
  scope: ContactScope,
  id: string,
): Promise<Attempt> {
  const row = uuid.test(id)
    ? await selectAttempts(db, scope).where('id', '=', id).executeTakeFirst()
    : undefined
  return attemptOf(db, row)
}

/** Locked until the transaction ends: who presses twice does it once. */
export async function lockAttempt(
  tx: Transaction<DB>,
  scope: ContactScope,
  id: string,
): Promise<Attempt> {
  const row = uuid.test(id)
    ? await selectAttempts(tx, scope).where('id', '=', id).forUpdate().executeTakeFirst()
    : undefined
  return attemptOf(tx, row)
}

/** By the form it was written in. */
export async function findAttempt(
  db: Kysely<DB>,
  { contact }: ContactScope,
  key: string,
): Promise<string | null> {
  const found = await db
    .selectFrom('self_service_attempt')
    .select('id')
    .where('contact_id', '=', contact.id)
    .where('key', '=', key)
    .executeTakeFirst()
  return found?.id ?? null
}

function noAttempt(): NotFound {
  return new NotFound('self-service.no-attempt', 'There is nothing of yours to go on with')
}

async function attemptOf(db: Kysely<DB>, row: Row | undefined): Promise<Attempt> {
  if (!row) throw noAttempt()
  return {
    id: row.id,
    accountId: row.account_id,
    key: row.key,
    subject: row.subject,
    text: row.text,
    runbook: row.runbook_id,
    version: row.version,
    state: row.state,
    findings: findingsOf(row),
    cause: row.cause,
    shown: row.shown,
    startedAt: row.started_at,
    readableUntil: row.readable_until,
    ticketId: row.ticket_id,
    compiled: await readRunVersion(db, row.runbook_id, row.version),
  }
}
