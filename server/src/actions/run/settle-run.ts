import { system } from '#server/core/actor.ts'
import { hours, later, minutes, seconds } from '#server/core/clock.ts'
import { Refusal } from '#server/core/errors.ts'
import { inTransaction } from '#server/core/in-transaction.ts'
import { enqueue } from '#server/core/jobs.ts'
import { sentence } from '#server/core/sentence.ts'
import type { ActionDesk } from '#server/actions/desk.ts'
import type { RunRow } from '#server/actions/events.ts'
import { inWords } from '#server/actions/limits/in-words.ts'
import { isLastStep } from './chain.ts'
import { followJob } from './follow-job.ts'
import type { JobReading } from './follow-job.ts'
import { goBack } from './go-back.ts'
import { verifyOf } from './kept-definition.ts'
import { readVerification } from './read-verification.ts'
import type { VerificationReading } from './read-verification.ts'
import { recordInterruption, recordSettlement } from './record-outcome.ts'
import type { Settlement } from './record-outcome.ts'
import { runNextStep } from './run-step.ts'
import { settleJob } from './settle-job.ts'

const executor = system('actions')

/**
 * Brings a run to its end, one step a call: what was interrupted becomes unknown, what was called
 * is read again until it is so or its time is over. May run twice, on any node, after any crash.
 */
export async function settleRun(desk: ActionDesk, { run: id }: { run: string }): Promise<void> {
  const run = await desk.db
    .selectFrom('action_run')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!run || run.state === 'failed') return
  if (run.step > 0 && (run.going_back || run.state === 'verified')) return goBack(desk, run)
  if (run.state === 'verified') return
  if (run.state === 'intended') return settleIntended(desk, run)
  // the job first: what it has done is there when the system is read after it
  const job = await followJob(desk, run)
  const reading = await readVerification(desk, executor, run)
  const now = desk.clock.now()
  const settlement =
    failureOf(run, reading, job) ??
    settlementOf(run, reading, now >= (run.verify_until ?? now), job)
  if (settlement && goesOn(settlement))
    return unlessSettled(runNextStep(desk, executor, settlement))
  if (settlement) await unlessSettled(recordSettlement(desk, executor, settlement))
  if (settlement?.state === 'verified' || settlement?.state === 'failed') return
  const next = nextReading(run, now, job)
  if (next) await askAgain(desk, run, next)
}

/** A step of a chain that was seen in time; one that nobody knew about any more sends nothing after it. */
function goesOn({ run, state }: Settlement): boolean {
  return run.step > 0 && run.state === 'verifying' && state === 'verified' && !isLastStep(run)
}

/** Only its deadline tells a call that takes long from one whose process has died. */
async function settleIntended(desk: ActionDesk, run: RunRow): Promise<void> {
  if (desk.clock.now() < run.call_deadline) return askAgain(desk, run, run.call_deadline)
  await unlessSettled(recordInterruption(desk, executor, { run }))
}

/**
 * The target's own word that nothing came of it, and nothing is seen of it. Not after several attempts:
 * each may have begun a job, and this is one of them.
 */
function failureOf(
  run: RunRow,
  { isTrue, detail }: VerificationReading,
  job: JobReading | null,
): Settlement | null {
  if (job?.state !== 'failed' || isTrue !== false || run.attempts > 1) return null
  const error = { reason: 'target.job-failed', detail: job.detail }
  return { run, state: 'failed', isTrue, detail, error }
}

function settlementOf(
  run: RunRow,
  { isTrue, detail, seen }: VerificationReading,
  isLast: boolean,
  job: JobReading | null,
): Settlement | null {
  if (isTrue) {
    return { run, state: 'verified', isTrue, detail, error: null, ...(seen ? { seen } : {}) }
  }
  // unknown stays unknown until it is seen, or a person decides on a reading
  if (!isLast || run.state === 'unknown') return null
  const readUntil = givenUpAt(run)
  if (isTrue === null) {
    const error = {
      reason: 'verify.unreadable',
      detail: sentence`Accepted, but it could not be verified: ${detail}`,
    }
    return { run, state: 'unknown', isTrue, detail, error, readUntil }
  }
  // a target that said yes may do it later: only what surely did not happen has failed
  const { giveUpMs = defaultGiveUpMs } = verifyOf(run)
  const waited =
    (run.verify_until ?? run.intended_at).getTime() - (run.called_at ?? run.intended_at).getTime()
  const notSeen = sentence`The target accepted it, but it was not seen within ${inWords(waited)}. It is read on for ${inWords(giveUpMs)}.`
  const error = {
    reason: 'verify.not-seen',
    detail: job ? sentence`${notSeen} ${job.detail}.` : notSeen,
  }
  return { run, state: 'unknown', isTrue, detail, error, readUntil }
}

const defaultGiveUpMs = 24 * hours

function givenUpAt(run: RunRow): Date {
  const { giveUpMs = defaultGiveUpMs } = verifyOf(run)
  const end = later(run.called_at ?? run.intended_at, giveUpMs)
  return run.verify_until && run.verify_until > end ? run.verify_until : end
}

/**
 * Soon at first, then every few seconds, and once when its time is over; from then on in pauses that
 * grow with the age of the run, and once at the very end.
 * @returns null when it is given up
 */
function nextReading(run: RunRow, now: Date, job: JobReading | null): Date | null {
  const end = givenUpAt(run)
  if (now >= end) return null
  const passed = now.getTime() - (run.called_at ?? run.intended_at).getTime()
  const until = run.verify_until && now < run.verify_until ? run.verify_until : end
  const isLate =
    (run.state === 'unknown' && passed > verifyOf(run).withinMs) || job?.state === 'running'
  const pause = passed < 10 * seconds ? 1 * seconds : 3 * seconds
  const grown = isLate ? Math.min(Math.max(passed / 10, pause), longestPauseMs) : pause
  return new Date(Math.min(later(now, grown).getTime(), until.getTime()))
}

const longestPauseMs = 15 * minutes

async function askAgain(desk: ActionDesk, run: RunRow, at: Date): Promise<void> {
  await inTransaction(desk.db, (tx) => enqueue(tx, [settleJob(run.id, at)]))
}

async function unlessSettled(recorded: Promise<unknown>): Promise<void> {
  try {
    await recorded
  } catch (error) {
    if (!(error instanceof Refusal && error.reason === 'action-run.settled')) throw error
  }
}
