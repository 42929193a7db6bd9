import { changeRoutes } from '@firstline/contract/changes'
import type { Change, ComponentState } from '@firstline/contract/changes'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { days, later } from '#server/core/clock.ts'
import type { DB } from '#server/core/db-types.ts'
import { NotFound, messageOf } from '#server/core/errors.ts'
import { defineQuery } from '#server/core/verb.ts'
import type { QueryContext } from '#server/core/verb.ts'
import type { Sources } from '#server/accounts/read-source.ts'
import { checkStatus } from './check-status.ts'
import { lastStatus, readStatus } from './read-status.ts'
import { timingOf } from './timing.ts'

type Context = QueryContext & { sources: Sources }

/** How far around the beginning of the problem one looks. */
const aroundMs = 3 * days
const most = 200

export const getSystemStatus = defineQuery({
  permission: 'change:read',
  input: z.object({}),
  run: (context: Context) => readStatus(context),
})

export const listChanges = defineQuery({
  permission: 'change:read',
  input: changeRoutes.listChanges.params,
  async run(context: Context, { ticketId }) {
    const { startedAt, isKnown } = await readProblemStart(context.db, ticketId)
    const [items, status] = await Promise.all([
      changesAround(context.db, startedAt),
      lastStatus(context),
    ])
    askMeanwhile(context)
    return {
      problemStartedAt: startedAt.toISOString(),
      isProblemStartKnown: isKnown,
      items,
      status,
    }
  },
})

/** The deploys do not wait for the status page; what it says comes as an event. */
function askMeanwhile(context: Context): void {
  checkStatus(context).catch((error: unknown) => {
    context.log.warn({ err: messageOf(error) }, 'the status could not be kept')
  })
}

/** As somebody said it; else the customer's first message. @throws NotFound `ticket.not-found` */
async function readProblemStart(
  db: Kysely<DB>,
  ticketId: string,
): Promise<{ startedAt: Date; isKnown: boolean }> {
  const ticket = await db
    .selectFrom('ticket')
    .select(['problem_started_at', 'opened_at'])
    .where('id', '=', ticketId)
    .executeTakeFirst()
  if (!ticket) throw new NotFound('ticket.not-found', 'There is no such ticket')
  if (ticket.problem_started_at) return { startedAt: ticket.problem_started_at, isKnown: true }
  const message = await db
    .selectFrom('message')
    .select('at')
    .where('ticket_id', '=', ticketId)
    .where('kind', '=', 'customer')
    .orderBy('at')
    .limit(1)
    .executeTakeFirst()
  return { startedAt: message?.at ?? ticket.opened_at, isKnown: false }
}

/** Deploys and status changes around a moment, newest first. */
async function changesAround(db: Kysely<DB>, startedAt: Date): Promise<Change[]> {
  const [from, to] = [later(startedAt, -aroundMs), later(startedAt, aroundMs)]
  const [deploys, changes] = await Promise.all([
    db
      .selectFrom('deploy')
      .selectAll()
      .where('at', '>=', from)
      .where('at', '<=', to)
      .orderBy('at', 'desc')
      .limit(most)
      .execute(),
    db
      .selectFrom('status_change')
      .selectAll()
      .where('at', '>=', from)
      .where('at', '<=', to)
      .orderBy('at', 'desc')
      .limit(most)
      .execute(),
  ])
  const items: Change[] = [
    ...deploys.map(({ id, at, service, version, environment, author, summary, url }) => ({
      kind: 'deploy' as const,
      id,
      ...timingOf(at, startedAt),
      service,
      version,
      environment,
      author,
      summary,
      url,
    })),
    ...changes.map((change) => ({
      kind: 'status' as const,
      id: change.id,
      ...timingOf(change.at, startedAt),
      component: change.component,
      title: change.title,
      from: change.from_state as ComponentState | null,
      to: change.to_state as ComponentState,
      note: change.note,
    })),
  ]
  return items.toSorted((a, b) => b.at.localeCompare(a.at))
}
