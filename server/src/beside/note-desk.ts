import { BesideDeskName } from '@firstline/contract/beside-kinds'
import { z } from 'zod'
import { system } from '#server/core/actor.ts'
import { later, seconds } from '#server/core/clock.ts'
import { Refusal } from '#server/core/errors.ts'
import type { NewEvent } from '#server/core/events.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk } from '#server/core/verb.ts'

type Name = z.infer<typeof BesideDeskName>

const NoteDesk = z.object({
  desk: BesideDeskName,
  /** Null: it answers. */
  fault: z.object({ reason: z.string(), detail: z.string() }).nullable(),
  heldUntil: z.date().nullable(),
})

const changeDeskState = defineVerb({
  permission: 'ticket:write',
  input: NoteDesk,
  async run({ tx, clock }, { desk, fault, heldUntil }) {
    await tx
      .updateTable('beside_desk')
      .set({
        fault: fault?.reason ?? null,
        detail: fault?.detail ?? null,
        failing_since: fault ? clock.now() : null,
        held_until: heldUntil,
      })
      .where('desk', '=', desk)
      .execute()
    const event: NewEvent = fault
      ? { name: 'beside.failing', data: { desk, fault: fault.reason } }
      : { name: 'beside.connected', data: { desk } }
    return { result: {}, events: [event] }
  },
})

/** On the record when it is another state; the same one again only says what was said last. */
export async function noteDesk(desk: Desk, name: Name, error: unknown): Promise<void> {
  const fault = error === null ? null : faultOf(error)
  const heldUntil = heldBy(error, desk.clock.now())
  const known = await desk.db
    .selectFrom('beside_desk')
    .select(['fault', 'caught_up_at as caughtUpAt'])
    .where('desk', '=', name)
    .executeTakeFirst()
  const isFirst = known?.caughtUpAt === null
  if (known?.fault !== (fault?.reason ?? null) || (isFirst && !fault)) {
    await changeDeskState(desk, system(name), { desk: name, fault, heldUntil })
    return
  }
  await desk.db
    .updateTable('beside_desk')
    .set({ detail: fault?.detail ?? null, held_until: heldUntil })
    .where('desk', '=', name)
    .execute()
}

function faultOf(error: unknown): { reason: string; detail: string } {
  if (error instanceof Refusal) return { reason: error.reason, detail: error.message.slice(0, 900) }
  throw error
}

function heldBy(error: unknown, now: Date): Date | null {
  const wait = error instanceof Refusal ? error.extra.retryAfterSeconds : undefined
  return wait === undefined ? null : later(now, wait * seconds)
}
