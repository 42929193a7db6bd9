import { setTimeout as pause } from 'node:timers/promises'
import type { Acme } from '#acme/acme.ts'
import { row } from '#acme/database/connect.ts'
import { Refused } from '#acme/refused.ts'

const patienceMs = 15_000

/** Waits until the worker has got there. */
export async function until(acme: Acme, sql: string, recordId: string): Promise<void> {
  const deadline = Date.now() + patienceMs
  while (!(await row(acme.pool, sql, [recordId]))) {
    if (Date.now() > deadline) {
      throw new Refused(
        503,
        'Not yet',
        `The worker has not come to ${recordId} in time; it still will`,
      )
    }
    await pause(40)
  }
}
