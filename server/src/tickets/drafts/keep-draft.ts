import { isDeepStrictEqual } from 'node:util'
import { KeepDraft } from '@firstline/contract/drafts'
import type { Draft } from '@firstline/contract/drafts'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { z } from 'zod'
import { requirePerson } from '#server/core/actor.ts'
import { Conflict } from '#server/core/errors.ts'
import { defineDeed } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import { ticketNotFound } from '#server/tickets/state.ts'
import { draftColumns, draftOf, readDraft } from './read-draft.ts'

type Kept = Omit<z.output<typeof KeepDraft>, 'basedOn'> & { personId: string; editedAt: Date }

/**
 * A deed, not a verb: what nobody has said yet is no part of the record. Of two devices that write on from
 * the same words, one is refused; none loses what it has.
 */
export const keepDraft = defineDeed({
  permission: 'ticket:write',
  input: KeepDraft,
  async run({ db, actor, clock }, { basedOn, ...wanted }): Promise<Draft> {
    const kept = { ...wanted, personId: requirePerson(actor).id, editedAt: clock.now() }
    const row = basedOn === null ? await begin(db, kept) : await goOn(db, kept, basedOn)
    if (row) return draftOf(row)
    const other = await readDraft(db, kept)
    if (other && saysTheSame(other, kept)) return other
    if (!other && basedOn === null) throw ticketNotFound()
    throw other ? changed(other) : gone()
  },
})

/** Where there is the ticket, and no such draft of theirs. */
function begin(db: Kysely<DB>, kept: Kept) {
  const { personId, ticketId, kind, text, choices, editedAt } = kept
  return db
    .insertInto('draft')
    .columns(['person_id', 'ticket_id', 'kind', 'text', 'choices', 'edited_at'])
    .expression((where) =>
      where
        .selectFrom('ticket')
        .select([
          sql<string>`${personId}::uuid`.as('person_id'),
          'ticket.id',
          sql<string>`${kind}`.as('kind'),
          sql<string>`${text}`.as('text'),
          sql<string>`${JSON.stringify(choices)}::jsonb`.as('choices'),
          sql<Date>`${editedAt}::timestamptz`.as('edited_at'),
        ])
        .where('ticket.id', '=', ticketId),
    )
    .onConflict((conflict) => conflict.columns(['person_id', 'ticket_id', 'kind']).doNothing())
    .returning(draftColumns)
    .executeTakeFirst()
}

function goOn(db: Kysely<DB>, kept: Kept, basedOn: string) {
  const { personId, ticketId, kind, text, choices, editedAt } = kept
  return db
    .updateTable('draft')
    .set({
      text,
      choices: JSON.stringify(choices),
      version: sql`uuidv7()`,
      edited_at: editedAt,
    })
    .where('person_id', '=', personId)
    .where('ticket_id', '=', ticketId)
    .where('kind', '=', kind)
    .where('version', '=', basedOn)
    .returning(draftColumns)
    .executeTakeFirst()
}

/** As when the answer to the first time was lost on its way. */
function saysTheSame(other: Draft, kept: Kept): boolean {
  return other.text === kept.text && isDeepStrictEqual(other.choices, kept.choices)
}

function changed(draft: Draft): Conflict {
  return new Conflict(
    'draft.changed',
    'This draft was written on from another device. Nothing was lost: choose which of the two goes on',
    { draft },
  )
}

function gone(): Conflict {
  return new Conflict(
    'draft.gone',
    'This draft was sent or thrown away from another device: keep it as a new one, or let it go',
  )
}
