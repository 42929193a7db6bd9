import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import { Conflict } from '#server/core/errors.ts'
import { struck, struckJson } from '#server/accounts/strike-words.ts'
import type { ErasedContact } from '#server/accounts/strike-words.ts'
import type { DB } from '#server/database/db-types.ts'

/** What was done in these tickets stays, without their name and address; in the caller's transaction. */
export async function eraseRuns(
  tx: Transaction<DB>,
  who: ErasedContact,
  tickets: readonly string[],
): Promise<void> {
  const ids = [...tickets]
  await refuseUnderWay(tx, ids)
  await sql`
    update action_run set
      reason = ${struck(who, 'reason')},
      input = ${struckJson(who, 'input')},
      reads = ${struckJson(who, 'reads')},
      request = ${struckJson(who, 'request')},
      answer = ${struckJson(who, 'answer')},
      steps = ${struckJson(who, 'steps')},
      undo = ${struckJson(who, 'undo')},
      verify = ${struckJson(who, 'verify')},
      error_detail = ${struck(who, 'error_detail')},
      error_said = ${struckJson(who, 'error_said')},
      reading_detail = ${struck(who, 'reading_detail')},
      reading_said = ${struckJson(who, 'reading_said')}
    where ticket_id = any (${ids}::uuid[])`.execute(tx)
  await sql`
    update action_approval set
      reason = ${struck(who, 'reason')},
      input = ${struckJson(who, 'input')},
      shown = ${struckJson(who, 'shown')}
    where ticket_id = any (${ids}::uuid[])`.execute(tx)
}

/** What is called or waited for is called with what stands here. */
async function refuseUnderWay(tx: Transaction<DB>, tickets: string[]): Promise<void> {
  const run = await tx
    .selectFrom('action_run')
    .select('id')
    .where('ticket_id', 'in', tickets)
    .where('state', 'in', ['intended', 'verifying'])
    .limit(1)
    .executeTakeFirst()
  const approval = await tx
    .selectFrom('action_approval')
    .select('id')
    .where('ticket_id', 'in', tickets)
    .where('state', '=', 'waiting')
    .limit(1)
    .executeTakeFirst()
  if (run || approval) {
    throw new Conflict(
      'erasure.action-under-way',
      'An action in a ticket of theirs is under way, or waits for approval: the erasure goes on when it is over',
    )
  }
}
