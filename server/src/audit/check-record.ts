import { readFileSync, existsSync } from 'node:fs'
import { auditRoutes } from '@firstline/contract/audit'
import { z } from 'zod'
import { actorRef, system } from '#server/core/actor.ts'
import { hours, seconds } from '#server/core/clock.ts'
import { Conflict } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import { parseSealLine, readHead } from './head-file.ts'
import { sealRecord } from './seal-record.ts'
import { readLastSeal } from './seal-store.ts'
import { verifyDatabase } from './verify-database.ts'
import type { Verdict } from './verify-database.ts'
import type { Desk } from '#server/core/verb.ts'

/** A job that was killed does not keep others from asking for ever. */
const longestCheck = 6 * hours

export const checkRecord = defineVerb({
  permission: 'audit:read',
  input: auditRoutes.checkRecord.body,
  async run({ tx, actor, clock }) {
    const now = clock.now()
    const running = await tx
      .selectFrom('record_check')
      .select('id')
      .where('finished_at', 'is', null)
      .where('asked_at', '>', new Date(now.getTime() - longestCheck))
      .executeTakeFirst()
    if (running) throw new Conflict('audit.check-running', 'The record is being verified already')
    const { id } = await tx
      .insertInto('record_check')
      .values({ asked_at: now, asked_by: JSON.stringify(actorRef(actor)) })
      .returning('id')
      .executeTakeFirstOrThrow()
    return {
      result: { id },
      events: [{ name: 'audit.verification_asked', data: { check: id } }],
      jobs: [{ task: 'verify_record', payload: { check: id }, key: `verify:${id}` }],
    }
  },
})

const finishCheck = defineVerb({
  permission: 'audit:read',
  input: z.object({ check: z.uuid(), verdict: z.custom<Verdict>() }),
  async run({ tx, clock }, { check, verdict: { verified, fault } }) {
    const outcome = { isAsSealed: fault === null, events: verified?.events ?? 0, fault }
    await tx
      .updateTable('record_check')
      .set({ finished_at: clock.now(), outcome: JSON.stringify(outcome) })
      .where('id', '=', check)
      .execute()
    return { result: null, events: [{ name: 'audit.verified', data: { check, ...outcome } }] }
  },
})

/** Seals what is new, then computes everything anew; progress is written about once a second. */
export async function verifyRecord(desk: Desk, { check }: { check: string }): Promise<void> {
  await sealRecord(desk)
  await showProgress(desk, check, 0, (await readLastSeal(desk.db))?.seal.number ?? 0)
  let shownAt = performance.now()
  const verdict = await verifyDatabase(
    desk.db,
    { heads: headsOf(desk) },
    {
      onSeal(number) {
        if (performance.now() - shownAt < seconds) return
        shownAt = performance.now()
        void showProgress(desk, check, number).catch(() => undefined) // the next one says more
      },
    },
  )
  await finishCheck(desk, system('audit'), { check, verdict })
}

function headsOf({ config: { home, anchor } }: Desk) {
  const kept = readHead(home)
  const file = anchor?.file
  const anchored = file && existsSync(file) ? headsIn(file) : []
  return kept ? [kept, ...anchored] : anchored
}

function headsIn(file: string) {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => parseSealLine(line, file))
}

async function showProgress({ db }: Desk, id: string, done: number, total?: number) {
  await db
    .updateTable('record_check')
    .set({ seals_done: done, ...(total === undefined ? {} : { seals_total: total }) })
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .execute()
}
