import type { Transaction, Updateable } from 'kysely'
import { Conflict } from '#server/core/errors.ts'
import { textOf } from '#server/core/sentence.ts'
import type { ActionRun, DB } from '#server/database/db-types.ts'
import type { CallError } from '#server/actions/call/call-outcome.ts'
import type { RunRow } from '#server/actions/events.ts'

type State = RunRow['state']

/** In English for the record, and with its values apart for who reads it in another language. */
export function columnsOf(error: CallError | null) {
  return {
    error_reason: error?.reason ?? null,
    error_detail: error && textOf(error.detail),
    error_said: error && JSON.stringify(error.detail),
  }
}

/** Several may settle a run at once: a late answer, the job, a person. The first wins. */
export async function change(
  tx: Transaction<DB>,
  run: RunRow,
  from: readonly State[],
  values: Updateable<ActionRun>,
): Promise<RunRow> {
  const changed = await tx
    .updateTable('action_run')
    .set(values)
    .where('id', '=', run.id)
    .where('step', '=', run.step)
    .where('going_back', '=', run.going_back)
    .where('state', 'in', [...from])
    .returningAll()
    .executeTakeFirst()
  if (!changed) throw new Conflict('action-run.settled', 'The run was settled meanwhile')
  return changed
}
