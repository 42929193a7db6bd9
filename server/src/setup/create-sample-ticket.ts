import { z } from 'zod'
import { upsertContact } from '#server/accounts/upsert-contact.ts'
import { requirePerson } from '#server/core/actor.ts'
import { Conflict, NotFound } from '#server/core/errors.ts'
import { claimSetting, dropSetting } from '#server/core/settings.ts'
import { defineVerb } from '#server/core/verb.ts'
import { openTicket } from '#server/tickets/receive-message.ts'
import { lockTicket } from '#server/tickets/state.ts'
import { voidWithin } from '#server/tickets/void-ticket.ts'
import { keys, readSample } from './kept.ts'

/** Whoever asks is its customer: what is replied comes to their own mailbox. */
export const createSampleTicket = defineVerb({
  permission: 'admin:manage',
  input: z.object({}),
  async run({ tx, actor, clock }) {
    const now = clock.now()
    const { id, name } = requirePerson(actor)
    const { email } = await tx
      .selectFrom('person')
      .select('email')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const contact = await upsertContact(tx, { email, name, accountId: null }, now)
    const opened = await openTicket(tx, now, { channel: 'api', contact, subject, text })
    const { ticketId } = opened
    if (!(await claimSetting(tx, keys.sample, { ticketId }))) {
      throw new Conflict('setup.sample-there', 'There is a sample ticket already: open that one')
    }
    const voided = await voidWithin(tx, await lockTicket(tx, ticketId), { reason: 'test', now })
    const created = { name: 'setup.sample_created', data: { sample: ticketId } } as const
    return { result: { ticketId }, events: [...opened.events, voided, created] }
  },
})

/** The record keeps what was done with it. */
export const removeSampleTicket = defineVerb({
  permission: 'admin:manage',
  input: z.object({}),
  async run({ tx, clock }) {
    const ticketId = await readSample(tx)
    if (ticketId === null) throw new NotFound('setup.no-sample', 'There is no sample ticket')
    const ticket = await lockTicket(tx, ticketId)
    await dropSetting(tx, keys.sample)
    const removed = { name: 'setup.sample_removed', data: { sample: ticketId } } as const
    if (ticket.state === 'void') return { result: {}, events: [removed] }
    const voided = await voidWithin(tx, ticket, { reason: 'test', now: clock.now() })
    return { result: {}, events: [voided, removed] }
  },
})

const subject = 'Sample ticket / Beispiel-Ticket'
const text = `This is a sample ticket. You are its customer: what you reply arrives in your own mailbox, where this desk sends mail. Reopen it to try everything; it is void as a test, and no figure counts it, whatever you do.

Das ist ein Beispiel-Ticket. Sie sind selbst der Kunde: Ihre Antwort kommt in Ihrem eigenen Postfach an, wenn dieser Desk Mail versendet. Öffnen Sie es wieder, um alles auszuprobieren; es gilt als Test, und keine Zahl zählt es, was immer Sie tun.`
