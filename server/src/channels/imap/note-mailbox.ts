import { z } from 'zod'
import { MailboxFaultCode } from '@firstline/contract/channels'
import { system } from '#server/core/actor.ts'
import { Conflict } from '#server/core/errors.ts'
import type { NewEvent } from '#server/core/events.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk } from '#server/core/verb.ts'
import type { Lease } from './mailbox-lease.ts'

const NoteMailbox = z.object({
  key: z.string(),
  holder: z.string(),
  name: z.string(),
  /** Null: it is connected. */
  fault: z.object({ code: MailboxFaultCode, detail: z.string() }).nullable(),
  nextTryAt: z.date().nullable(),
})

/** A mailbox that is reached, or is not any more. */
const changeMailboxState = defineVerb({
  permission: 'mail:receive',
  input: NoteMailbox,
  async run({ tx, clock }, { key, holder, name, fault, nextTryAt }) {
    const changed = await tx
      .updateTable('mailbox')
      .set({
        state: fault ? 'failing' : 'connected',
        fault: fault?.code ?? null,
        detail: fault?.detail ?? null,
        state_since: clock.now(),
        next_try_at: nextTryAt,
      })
      .where('key', '=', key)
      .where('holder', '=', holder)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) {
      throw new Conflict('mailbox.taken', 'Another worker fetches this mailbox')
    }
    const event: NewEvent = fault
      ? { name: 'mailbox.failing', data: { mailbox: name, fault: fault.code } }
      : { name: 'mailbox.connected', data: { mailbox: name } }
    return { result: {}, events: [event] }
  },
})

export type MailboxNote = Omit<z.input<typeof NoteMailbox>, 'key' | 'holder'>

/** On the record when it is another state; the same one again only says when it is tried next. */
export async function noteMailbox(desk: Desk, lease: Lease, note: MailboxNote): Promise<void> {
  const { key, holder } = lease
  const known = await desk.db
    .selectFrom('mailbox')
    .select(['state', 'fault'])
    .where('key', '=', key)
    .executeTakeFirst()
  const state = note.fault ? 'failing' : 'connected'
  const isSame = known?.state === state && known.fault === (note.fault?.code ?? null)
  if (!isSame) {
    await changeMailboxState(desk, system('email'), { ...lease, ...note })
    return
  }
  await desk.db
    .updateTable('mailbox')
    .set({ detail: note.fault?.detail ?? null, next_try_at: note.nextTryAt })
    .where('key', '=', key)
    .where('holder', '=', holder)
    .execute()
}
