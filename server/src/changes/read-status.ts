import type { ComponentState, SystemStatus } from '@firstline/contract/changes'
import { minutes } from '#server/core/clock.ts'
import { checkStatus } from './check-status.ts'
import type { WithProject } from '#server/project/project.ts'
import type { Desk } from '#server/core/verb.ts'

/** What the status page says, asked anew when that is due, with its age. */
export async function readStatus(desk: Desk & WithProject): Promise<SystemStatus> {
  await checkStatus(desk)
  return lastStatus(desk)
}

/** What the status page last said, at once. */
export async function lastStatus(desk: Desk & WithProject): Promise<SystemStatus> {
  const declared = desk.sources.project.current().status
  if (!declared) return unconnected
  const [check, components] = await Promise.all([
    desk.db.selectFrom('status_check').selectAll().executeTakeFirst(),
    desk.db.selectFrom('status_component').selectAll().orderBy('position').execute(),
  ])
  const answeredAt = check?.answered_at ?? null
  const ageMs = answeredAt ? desk.clock.now().getTime() - answeredAt.getTime() : Infinity
  return {
    isConnected: true,
    components: components.map(({ name, title, state, since, note }) => ({
      name,
      title,
      state: state as ComponentState,
      since: since.toISOString(),
      note,
    })),
    isDegraded: components.some(({ state }) => state !== 'operational'),
    checkedAt: answeredAt?.toISOString() ?? null,
    isStale: check?.error != null || ageMs > Math.max(3 * declared.everyMs, 2 * minutes),
    error: check?.error ?? null,
  }
}

const unconnected: SystemStatus = {
  isConnected: false,
  components: [],
  isDegraded: false,
  checkedAt: null,
  isStale: false,
  error: null,
}
