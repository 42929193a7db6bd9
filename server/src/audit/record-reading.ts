import { RecordFilter } from '@firstline/contract/audit'
import { z } from 'zod'
import type { Actor } from '#server/core/actor.ts'
import { hours } from '#server/core/clock.ts'
import { Conflict, Refusal } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk } from '#server/core/verb.ts'
import { canonicalJson } from './canonical.ts'
import { sha256 } from './merkle.ts'

/** Once for a reader, filter and hour: the record says who looked, not how often they turned a page. */
const recordReading = defineVerb({
  permission: 'audit:read',
  input: z.object({ filter: RecordFilter }),
  async run({ tx, actor, clock }, { filter }) {
    const read = await tx
      .insertInto('record_reading')
      .values({
        reader: `${actor.kind}:${actor.id}`,
        filter_hash: sha256(Buffer.from(canonicalJson(filter as Record<string, string>))),
        hour: new Date(Math.floor(clock.now().getTime() / hours) * hours),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('reader')
      .executeTakeFirst()
    if (!read) throw new Conflict('audit.read-recorded', 'This reading is on record already')
    return { result: null, events: [{ name: 'audit.read', data: filter }] }
  },
})

/** Who cannot be recorded cannot read: it is not beside the way but before it. */
export async function noteReading(desk: Desk, actor: Actor, filter: RecordFilter): Promise<void> {
  try {
    await recordReading(desk, actor, { filter })
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'audit.read-recorded') return
    throw error
  }
}

export const recordExport = defineVerb({
  permission: 'audit:read',
  input: z.object({ filter: RecordFilter, format: z.string() }),
  async run(_context, data) {
    return { result: null, events: [{ name: 'audit.exported', data }] }
  },
})
