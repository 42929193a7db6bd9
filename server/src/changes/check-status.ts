import { system } from '#server/core/actor.ts'
import { minutes } from '#server/core/clock.ts'
import { Refusal, messageOf } from '#server/core/errors.ts'
import { inTransaction } from '#server/core/in-transaction.ts'
import { enqueue } from '#server/core/jobs.ts'
import type { Desk } from '#server/core/verb.ts'
import type { ProjectStore, WithProject } from '#server/project/project.ts'
import type { StatusSettings } from './status-section.ts'
import { recordStatus } from './record-status.ts'
import { readStatusPage } from './status-page.ts'

const running = new WeakMap<ProjectStore, Promise<void>>()

/**
 * Asks the status page when the last time is longer ago than the project says. An answer, or that
 * there was none, is kept; it never throws for a page that is down.
 */
export async function checkStatus(desk: Desk & WithProject): Promise<void> {
  const { project } = desk.sources
  const declared = project.current().status
  if (!declared) return
  const now = desk.clock.now()
  const last = await desk.db.selectFrom('status_check').select('asked_at').executeTakeFirst()
  const agoMs = last ? now.getTime() - last.asked_at.getTime() : Infinity
  // a clock that was put back must not keep us from asking
  if (agoMs >= 0 && agoMs < declared.everyMs) return
  // many readers, one question
  const asking = running.get(project) ?? askPage(desk, declared)
  running.set(project, asking)
  await asking.finally(() => running.delete(project))
}

async function askPage(desk: Desk & WithProject, settings: StatusSettings): Promise<void> {
  const askedAt = desk.clock.now()
  try {
    const components = await readStatusPage(desk.sources.project, settings)
    await recordStatus(desk, system('status'), { components }).catch(unlessUnchanged)
    await noteCheck(desk, askedAt, null)
  } catch (error) {
    desk.log.warn({ err: messageOf(error) }, 'the status page cannot be read')
    await noteCheck(desk, askedAt, messageOf(error).slice(0, 300))
  }
}

function unlessUnchanged(error: unknown): void {
  if (error instanceof Refusal && error.reason === 'status.unchanged') return
  throw error
}

/** When it was asked is no change of anything: written without an event. */
async function noteCheck({ db }: Desk, askedAt: Date, error: string | null): Promise<void> {
  const answered = error === null ? { answered_at: askedAt } : {}
  await db
    .insertInto('status_check')
    .values({ asked_at: askedAt, error, ...answered })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ asked_at: askedAt, error, ...answered }),
    )
    .execute()
}

/** The schedule knows minutes: a page to be asked more often is asked again within this one. */
export async function checkStatusOften(desk: Desk & WithProject): Promise<void> {
  await checkStatus(desk)
  const everyMs = desk.sources.project.current().status?.everyMs ?? minutes
  const now = desk.clock.now().getTime()
  const next = now + everyMs
  if (Math.floor(next / minutes) > Math.floor(now / minutes)) return
  await inTransaction(desk.db, async (tx) => {
    const runAt = new Date(next)
    await enqueue(tx, [{ task: 'check_status', payload: {}, key: 'check_status', runAt }])
  })
}
