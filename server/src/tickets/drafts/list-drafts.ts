import { ListTicketDrafts, mostDraftsListed } from '@firstline/contract/drafts'
import { sql } from 'kysely'
import { z } from 'zod'
import { requirePerson } from '#server/core/actor.ts'
import { defineQuery } from '#server/core/verb.ts'
import { previewOf } from '#server/tickets/preview-of.ts'
import { draftColumns, draftOf } from './read-draft.ts'

/** More than is shown, as blanks are made one. */
const beginning = 400

/** Of all tickets: where somebody has begun to write, and with which words. */
export const listDrafts = defineQuery({
  permission: 'ticket:read',
  input: z.object({}),
  async run({ db, actor }) {
    const rows = await db
      .selectFrom('draft')
      .select(['ticket_id as ticketId', 'kind', 'edited_at as editedAt'])
      .select(
        sql<string>`left(coalesce(nullif(btrim(text), ''), choices ->> 'summary'), ${beginning})`.as(
          'words',
        ),
      )
      .where('person_id', '=', requirePerson(actor).id)
      .orderBy('edited_at', 'desc')
      .limit(mostDraftsListed)
      .execute()
    return {
      items: rows.map(({ words, editedAt, ...row }) => ({
        ...row,
        words: previewOf(words),
        editedAt: editedAt.toISOString(),
      })),
    }
  },
})

export const listTicketDrafts = defineQuery({
  permission: 'ticket:read',
  input: ListTicketDrafts,
  async run({ db, actor }, { ticketId }) {
    const rows = await db
      .selectFrom('draft')
      .select(draftColumns)
      .where('person_id', '=', requirePerson(actor).id)
      .where('ticket_id', '=', ticketId)
      .orderBy('kind')
      .execute()
    return { items: rows.map(draftOf) }
  },
})
