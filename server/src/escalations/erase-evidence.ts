import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import { struck, struckJson } from '#server/accounts/strike-words.ts'
import type { ErasedContact } from '#server/accounts/strike-words.ts'
import type { DB } from '#server/database/db-types.ts'

/** What engineers were given stays, without their name and address; in the caller's transaction. */
export async function eraseEvidence(
  tx: Transaction<DB>,
  who: ErasedContact,
  tickets: readonly string[],
): Promise<void> {
  await sql`
    update escalation set
      because = ${struck(who, 'because')},
      note = ${struck(who, 'note')},
      detail = ${struck(who, 'detail')},
      fix = ${struck(who, 'fix')},
      closed_reason = ${struck(who, 'closed_reason')},
      evidence = ${struckJson(who, 'evidence')},
      identifiers = ${struckJson(who, 'identifiers')}
    where ticket_id = any (${[...tickets]}::uuid[])`.execute(tx)
}
