import type { Change, ComponentState, Incident, SystemStatus } from '@firstline/contract/changes'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { days, later } from '#server/core/clock.ts'
import type { DB } from '#server/database/db-types.ts'
import { messageOf } from '#server/core/errors.ts'
import { defineDeed } from '#server/core/verb.ts'
import type { DeedContext } from '#server/core/verb.ts'
import type { WithSources } from '#server/accounts/read-source.ts'
import { checkStatus } from './check-status.ts'
import { lastStatus, readStatus } from './read-status.ts'
import { timingOf } from './timing.ts'

type Context = DeedContext & WithSources

/** How far around the beginning of the problem one looks. */
const aroundMs = 3 * days
const most = 200

export const getSystemStatus = defineDeed({
  permission: 'change:read',
  input: z.object({}),
  run: (context: Context) => readStatus(context),
})

/** What is broken now, the newest first. */
export async function readOpenIncidents(db: Kysely<DB>): Promise<Incident[]> {
  const rows = await db
    .selectFrom('incident')
    .select(['id', 'title', 'impact', 'services', 'url', 'opened_at'])
    .where('ended_at', 'is', null)
    .orderBy('opened_at', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ opened_at, ...row }) => ({ ...row, openedAt: opened_at.toISOString() }))
}

type Around<One> = One extends Change ? Omit<One, 'concernsTicket'> : never
/** Whom it concerns is not known here. */
export type ChangeAround = Around<Change>
type ChangesAround = { items: ChangeAround[]; status: SystemStatus }

/** What changed around a moment, and the status as it was last read; the next reading is under way. */
export async function readChangesAround(context: Context, startedAt: Date): Promise<ChangesAround> {
  const [items, status] = await Promise.all([
    changesAround(context.db, startedAt),
    lastStatus(context),
  ])
  askMeanwhile(context)
  return { items, status }
}

/** The deploys do not wait for the status page; what it says comes as an event. */
function askMeanwhile(context: Context): void {
  checkStatus(context).catch((error: unknown) => {
    context.log.warn({ err: messageOf(error) }, 'the status could not be kept')
  })
}

/** Deploys and status changes around a moment, newest first. */
async function changesAround(db: Kysely<DB>, startedAt: Date): Promise<ChangeAround[]> {
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
  const items: ChangeAround[] = [
    ...deploys.map(({ id, at, service, version, environment, author, summary, url, ...told }) => ({
      kind: told.kind,
      id,
      ...timingOf(at, startedAt),
      name: told.name,
      outcome: told.outcome,
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
