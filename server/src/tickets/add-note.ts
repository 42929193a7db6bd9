import { AddNote } from '@firstline/contract/tickets'
import { personIdOf } from '#server/core/actor.ts'
import { defineVerb } from '#server/core/verb.ts'
import { forgetSaid } from './drafts/forget-draft.ts'
import { noteAdded } from './events.ts'
import { readMentioned, storeMentions } from './mentions/store-mentions.ts'
import { readMessage } from './read-messages.ts'
import { lockTicket } from './state.ts'

/** A note for the team; never sent. Who is named in it is told (notifications/). */
export const addNote = defineVerb({
  permission: 'ticket:write',
  input: AddNote,
  async run({ tx, actor, clock }, { ticketId, text, mentions }) {
    const ticket = await lockTicket(tx, ticketId)
    const mentioned = await readMentioned(tx, text, mentions)
    const now = clock.now()
    const { id } = await tx
      .insertInto('message')
      .values({ ticket_id: ticketId, kind: 'note', person_id: personIdOf(actor), at: now, text })
      .returning('id')
      .executeTakeFirstOrThrow()
    await storeMentions(tx, id, mentioned)
    await tx.updateTable('ticket').set({ updated_at: now }).where('id', '=', ticketId).execute()
    await forgetSaid(tx, actor, { ticketId, kind: 'note', said: text })
    const people = [...new Set(mentioned.map(({ person }) => person.id))]
    return { result: await readMessage(tx, id), events: [noteAdded(ticket, id, people)] }
  },
})
