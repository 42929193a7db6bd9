import { keyWarningDays } from '@firstline/contract/team'
import { z } from 'zod'
import { system } from '#server/core/actor.ts'
import { days, later } from '#server/core/clock.ts'
import { Conflict, Refusal } from '#server/core/errors.ts'
import type { NewEvent } from '#server/core/events.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk, VerbContext } from '#server/core/verb.ts'
import type { WithMailer } from '#server/outbound/mailer.ts'

const Ending = z.object({
  table: z.enum(['api_key', 'ai_agent']),
  id: z.uuid(),
  /** Until its end, at most. */
  days: z.union(keyWarningDays.map((each) => z.literal(each))),
})
type Ending = z.output<typeof Ending>

/**
 * Whoever answers for a key is told some days before it ends, of each once: on record, on their page
 * of security, and by mail where the desk sends any. Of a key that sleeps nobody needs to know.
 */
export async function warnOfEndingKeys(desk: Desk & WithMailer): Promise<void> {
  for (const table of Ending.shape.table.options) {
    for (const ending of await findEnding(desk, table)) {
      try {
        await warnOfEndingKey(desk, system('keys'), ending)
      } catch (error) {
        // another node was faster
        if (!(error instanceof Refusal)) throw error
      }
    }
  }
}

const warnOfEndingKey = defineVerb({
  permission: 'person:manage',
  input: Ending,
  async run({ tx, mailer }: VerbContext & WithMailer, { table, id, days }) {
    const key = await tx
      .updateTable(table)
      .set({ warned_days: days })
      .where('id', '=', id)
      .where((where) =>
        where.or([where('warned_days', 'is', null), where('warned_days', '>', days)]),
      )
      .returning(['name', 'owner_id as owner', 'expires_at as expiresAt'])
      .executeTakeFirst()
    if (!key) throw new Conflict('key.warned', 'Whoever answers for this key was told already')
    const data = { name: key.name, owner: key.owner, days, endsAt: key.expiresAt.toISOString() }
    const event: NewEvent =
      table === 'api_key'
        ? { name: 'api_key.ending', data: { key: id, ...data } }
        : { name: 'ai_agent.ending', data: { ai_agent: id, ...data } }
    return {
      result: {},
      events: [event],
      jobs: mailer.isConnected
        ? [{ task: 'mail_key_ending', payload: { table, id }, key: `key-ending:${id}:${days}` }]
        : [],
    }
  },
})

/** In use, with somebody who answers for it, and not told of yet. */
async function findEnding({ db, clock }: Desk, table: Ending['table']): Promise<Ending[]> {
  const now = clock.now()
  const rows = await db
    .selectFrom(table)
    .innerJoin('person', 'person.id', `${table}.owner_id`)
    .select([`${table}.id`, `${table}.expires_at as expiresAt`, `${table}.warned_days as warned`])
    .where(`${table}.revoked_at`, 'is', null)
    .where(`${table}.asleep_at`, 'is', null)
    .where('person.disabled_at', 'is', null)
    .where(`${table}.expires_at`, '>', now)
    .where(`${table}.expires_at`, '<=', later(now, keyWarningDays[0] * days))
    .execute()
  return rows.flatMap(({ id, expiresAt, warned }) => {
    const due = keyWarningDays.findLast((each) => expiresAt <= later(now, each * days))
    return due !== undefined && (warned === null || warned > due) ? [{ table, id, days: due }] : []
  })
}
