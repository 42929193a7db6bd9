import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { previewOf } from './preview-of.ts'

type Newest = {
  kind: 'customer' | 'reply'
  since: Date
  text: string
  personId: string | null
  contactId: string | null
}

/**
 * Whose turn it is, as the messages have it: who spoke last, since when the other side has had to
 * answer, and what was said. Thanks, notices of absence and notes do not speak.
 */
export async function tellTurn(tx: Transaction<DB>, ticketId: string): Promise<void> {
  const newest = await readNewest(tx, ticketId)
  if (!newest) return
  await tx
    .updateTable('ticket')
    .set({
      spoke_last: newest.kind === 'customer' ? 'customer' : 'team',
      spoke_since: newest.since,
      spoke_person_id: newest.personId,
      spoke_contact_id: newest.contactId,
      preview: previewOf(newest.text),
    })
    .where('id', '=', ticketId)
    .execute()
}

/** Who writes three times before an answer waits since the first. */
async function readNewest(tx: Transaction<DB>, ticketId: string): Promise<Newest | undefined> {
  const { rows } = await sql<Newest>`
    select said.kind, said.text, said.person_id as "personId", said.contact_id as "contactId", (
      select min(run.at) from message as run
      where run.ticket_id = said.ticket_id and run.kind = said.kind and run.judged is null
        and not exists (
          select from message as turn
          where turn.ticket_id = said.ticket_id and turn.kind in ('customer', 'reply')
            and turn.kind <> said.kind and turn.judged is null
            and (turn.at, turn.id) > (run.at, run.id))
    ) as since
    from message as said
    where said.ticket_id = ${ticketId} and said.kind in ('customer', 'reply') and said.judged is null
    order by said.at desc, said.id desc
    limit 1`.execute(tx)
  return rows[0]
}
