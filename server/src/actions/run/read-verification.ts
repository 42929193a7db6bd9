import { lookAtAccount, requireAccount } from '#server/accounts/scope.ts'
import type { Actor } from '#server/core/actor.ts'
import { Refusal, saidOf } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import type { Sentence } from '@firstline/contract/sentence'
import type { ActionDesk } from '#server/actions/desk.ts'
import type { RunRow } from '#server/actions/events.ts'
import { isVerified } from '#server/actions/limits/guards.ts'
import { bindingsOf, readRecord } from '#server/actions/preview/read-records.ts'
import type { Row } from '#server/accounts/read-source.ts'
import { redact } from '#server/actions/preview/redact.ts'
import type { Reading } from '#server/actions/preview/read-records.ts'
import { keptOf } from './chain.ts'
import { verifyOf } from './kept-definition.ts'

/** What the system shows of a run's effect; `isTrue` null: it could not be read. */
export type VerificationReading = {
  isTrue: boolean | null
  detail: Sentence
  /** Of a step of a chain: the row, as it may be kept. */
  seen?: Row | null
}

/** Reads as the definition said when the run began, whatever it says today. */
export async function readVerification(
  desk: ActionDesk,
  viewer: Actor,
  run: RunRow,
): Promise<VerificationReading> {
  const verify = verifyOf(run)
  const { read, cel } = verify
  const { input } = run
  try {
    const scope = await lookAtAccount(desk, viewer, run.ticket_id)
    requireAccount(scope, run.account_id)
    const reading = await readRecord(desk, scope, read, input)
    const bindings = { ...bindingsOf(scope, input, [reading]), ...keptOf(run) }
    const isTrue = isVerified(verify, bindings, beforeOf(run))
    const { title } = read
    const detail = isTrue
      ? sentence`${title}: ${cel} is true`
      : sentence`${title}: ${cel} is not true`
    return { isTrue, detail, ...(run.step > 0 ? { seen: keptRow(desk, run, reading) } : {}) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { isTrue: null, detail: sentence`${read.title}: ${saidOf(error)}` }
  }
}

/** Masked as the run's own reads are; an action that is another one by now has other masks. */
function keptRow(desk: ActionDesk, run: RunRow, reading: Reading): Row | null {
  const action = desk.actions.current().get(run.action_id)
  if (action?.definition !== run.definition) return null
  return redact(desk, action, [reading]).reads[0]?.row ?? null
}

/** As recorded when the run began: masked fields are masked here too. */
export function beforeOf(run: RunRow): Record<string, unknown> {
  const reads = run.reads
  return { input: run.input, ...Object.fromEntries(reads.map(({ name, row }) => [name, row])) }
}
