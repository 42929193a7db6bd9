import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { DirectoryAccount } from '#server/accounts/directory.ts'
import type { WithSources } from '#server/accounts/read-source.ts'
import { upsertAccount } from '#server/accounts/upsert-account.ts'
import { hours, later, minutes } from '#server/core/clock.ts'
import { Conflict, Refusal } from '#server/core/errors.ts'
import { defineDeed, defineVerb } from '#server/core/verb.ts'
import type { DeedContext } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import { NewTicket } from '#server/portal/create-portal-ticket.ts'
import { Scope } from '#server/portal/scope.ts'
import type { ContactScope } from '#server/portal/scope.ts'
import { findWritten } from '#server/portal/written.ts'
import { findAttempt } from './attempt.ts'
import { attemptStarted } from './events.ts'
import { findOpened } from './find-opened.ts'
import { look } from './look.ts'
import { proveAccount } from './prove-account.ts'
import { takeStep } from './take-step.ts'

/** More than this of one contact is left to agents: the next words are a ticket at once. */
const mostAttempts = { count: 10, withinMs: 1 * hours }
/** How long the contact's account may be read for one attempt. */
const readableMs = 30 * minutes

/** Long after all checks have answered or run out of time. */
const leftMs = 2 * minutes

const Starting = NewTicket.extend({ scope: Scope })

/**
 * Looks for the cause of what a customer has written, in their own account.
 * @returns null where there is nothing to look by or it may not be looked: it is to be a ticket
 */
export const startAttempt = defineDeed({
  permission: 'public',
  input: Starting,
  async run(desk: DeedContext & WithSources, written): Promise<{ id: string } | null> {
    const { scope, key } = written
    const before = await findAttempt(desk.db, scope, key)
    if (before !== null) return { id: before }
    if (await findWritten(desk.db, scope, key)) return null
    const runbook = await findOpened(desk.db, written)
    const account = runbook && (await proveAccount(desk, scope))
    if (!runbook || !account) return null
    const { id: runbookId, version, type } = runbook
    const found = { account, runbook: { id: runbookId, version, type } }
    const started = await unlessNot(openAttempt(desk, desk.actor, { ...written, ...found }))
    if (!started) return null
    const attempt = { id: started.id, compiled: runbook.compiled, findings: nothingKnown }
    const findings = await look(desk, scope, attempt)
    await takeStep(desk, desk.actor, { scope, id: started.id, findings })
    return started
  },
})

const nothingKnown = { picks: {}, checks: {} }

/** What may not be looked for is an agent's. */
async function unlessNot(opening: Promise<{ id: string }>): Promise<{ id: string } | null> {
  try {
    return await opening
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'self-service.not-now') return null
    throw error
  }
}

const Opening = Starting.extend({
  account: z.custom<DirectoryAccount>(),
  runbook: z.object({ id: z.string(), version: z.int(), type: z.string() }),
})

/** On record before anything is read. */
const openAttempt = defineVerb({
  permission: 'public',
  input: Opening,
  async run({ tx, clock }, { scope, account, runbook, subject, text, key }) {
    const now = clock.now()
    const { id: contactId } = scope.contact
    await sql`select pg_advisory_xact_lock(hashtextextended(${`self-service:${contactId}`}, 0))`.execute(
      tx,
    )
    const { id: accountId } = await upsertAccount(tx, account, now)
    await refuseOther(tx, scope, accountId)
    await refuseTooMany(tx, contactId, later(now, -mostAttempts.withinMs))
    const { id } = await tx
      .insertInto('self_service_attempt')
      .values({
        contact_id: contactId,
        account_id: accountId,
        key,
        subject,
        text,
        runbook_id: runbook.id,
        version: runbook.version,
        type: runbook.type,
        state: 'checking',
        started_at: now,
        readable_until: later(now, readableMs),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const started = { id, accountId, runbook: runbook.id, version: runbook.version }
    const job = {
      task: 'pass_on_left_attempt',
      payload: { attempt: id },
      runAt: later(now, leftMs),
    } as const
    return { result: { id }, events: [attemptStarted(started)], jobs: [job] }
  },
})

function notNow(): Conflict {
  return new Conflict('self-service.not-now', 'This is looked at by a person: write a ticket')
}

/** Where the desk knows the contact under another account than the directory, a person looks. */
async function refuseOther(
  tx: Transaction<DB>,
  { contact }: ContactScope,
  accountId: string,
): Promise<void> {
  const { account_id: known } = await tx
    .selectFrom('contact')
    .select('account_id')
    .where('id', '=', contact.id)
    .executeTakeFirstOrThrow()
  if (known !== null && known !== accountId) throw notNow()
}

async function refuseTooMany(tx: Transaction<DB>, contactId: string, since: Date): Promise<void> {
  const recent = await tx
    .selectFrom('self_service_attempt')
    .select('id')
    .where('contact_id', '=', contactId)
    .where('started_at', '>', since)
    .orderBy('started_at', 'desc')
    .limit(mostAttempts.count)
    .execute()
  if (recent.length >= mostAttempts.count) throw notNow()
}
