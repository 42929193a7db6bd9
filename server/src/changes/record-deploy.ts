import { RecordDeploy } from '@firstline/contract/changes'
import type { z } from 'zod'
import { later, minutes } from '#server/core/clock.ts'
import { Conflict, Invalid, Refusal } from '#server/core/errors.ts'
import { defineDeed, defineVerb } from '#server/core/verb.ts'
import type { Desk } from '#server/core/verb.ts'
import { changeTold } from './events.ts'

/** Clocks differ a little; a deploy of tomorrow is a mistake of the sender. */
const aheadMs = 5 * minutes

const recordNewDeploy = defineVerb({
  permission: 'change:write',
  input: RecordDeploy,
  async run({ tx, clock }, { at, author, summary, url, ...deploy }) {
    const when = new Date(at)
    if (when > later(clock.now(), aheadMs)) {
      throw new Invalid(
        'deploy.in-future',
        'The deploy lies in the future: tell it when it is live',
      )
    }
    const row = await tx
      .insertInto('deploy')
      .values({
        ...deploy,
        at: when,
        author: author ?? null,
        summary: summary ?? null,
        url: url ?? null,
        recorded_at: clock.now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!row) throw new Conflict('deploy.known', 'This deploy was told before')
    const result = { id: row.id, isNew: true }
    return { result, events: [changeTold({ id: row.id, ...deploy })] }
  },
})

/** The same deploy told again is no new one: senders repeat until they get an answer. */
export const recordDeploy = defineDeed({
  permission: recordNewDeploy.permission,
  input: RecordDeploy,
  async run(context, input) {
    try {
      return await recordNewDeploy(context, context.actor, input, context.promised)
    } catch (error) {
      if (!(error instanceof Refusal) || error.reason !== 'deploy.known') throw error
      return { id: await findDeploy(context, input), isNew: false }
    }
  },
})

async function findDeploy({ db }: Desk, deploy: z.output<typeof RecordDeploy>): Promise<string> {
  const row = await db
    .selectFrom('deploy')
    .select('id')
    .where('service', '=', deploy.service)
    .where('version', '=', deploy.version)
    .where('environment', '=', deploy.environment)
    .where('at', '=', new Date(deploy.at))
    .where('kind', '=', deploy.kind)
    .where('name', '=', deploy.name)
    .where('origin', 'is', null)
    .executeTakeFirstOrThrow()
  return row.id
}
