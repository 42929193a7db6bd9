import type { StepFile } from '@firstline/contract/formats/action'
import { sentence } from '#server/core/sentence.ts'
import { parseDuration } from '#server/project/duration.ts'
import type { Known } from '#server/connections/check-mapping.ts'
import type { Poll } from './action.ts'
import { compileAt } from './action-problems.ts'
import type { Files, Problems } from './action-problems.ts'
import { compileJobCall } from './compile-operation.ts'
import type { OperationCall } from './compile-operation.ts'

/** What conditions on a job read: the answer of the target when it is asked for it. */
export const jobNames = ['job']
const ofJob: Known = new Map(jobNames.map((name) => [name, null]))

/** How a target is asked about a job that it has accepted, and what says that it has ended. */
export function compilePoll(
  given: StepFile,
  run: OperationCall,
  known: Known,
  files: Files,
  wrong: Problems,
): Poll | null {
  const written = 'openapi' in given.run ? given.run : undefined
  if (!written?.poll) return null
  const { poll } = written
  const path = ['run', 'poll']
  compileAt(poll.done, ofJob, [...path, 'done'], wrong)
  if (poll.failed !== undefined) compileAt(poll.failed, ofJob, [...path, 'failed'], wrong)
  const call =
    poll.operation === undefined ? null : compileJobCall(written, run, known, files, wrong)
  if (call && call.operation.method !== 'GET') {
    wrong.add(
      [...path, 'operation'],
      sentence`“${call.operation.id}” is no GET: asking must change nothing`,
    )
  }
  return {
    call,
    done: poll.done,
    failed: poll.failed ?? null,
    withinMs: parseDuration(poll.within),
  }
}
