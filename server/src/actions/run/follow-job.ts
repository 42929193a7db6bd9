import type { Sentence } from '@firstline/contract/sentence'
import { isTrue } from '#server/conditions/cel.ts'
import { recallCel } from '#server/conditions/recall-cel.ts'
import { saidOf } from '#server/core/errors.ts'
import { parseExactJson } from '#server/core/exact-json.ts'
import { sentence } from '#server/core/sentence.ts'
import { Job } from '#server/actions/call/job-of.ts'
import { jobNames } from '#server/actions/compile/compile-poll.ts'
import type { ActionDesk } from '#server/actions/desk.ts'
import type { RunRow } from '#server/actions/events.ts'

/** How the job of a run stands; what cannot be read counts as running, and the reason is told. */
export type JobReading = { state: 'running' | 'done' | 'failed'; detail: Sentence }

const largestAnswerBytes = 256 * 1024

/** Asks the target, once, how the job that it accepted is getting on. Null: there is no job. */
export async function followJob({ sources }: ActionDesk, run: RunRow): Promise<JobReading | null> {
  if (run.job === null) return null
  const job = Job.parse(run.job)
  const { path, headers, signatures, timeoutMs } = job
  try {
    const connection = sources.connections.http(job.connection)
    const maxBytes = largestAnswerBytes
    const answer = await connection.call({ path, headers, signatures, timeoutMs, maxBytes })
    if (answer.status >= 300) return running(sentence`it answers ${answer.status}`)
    return judge(job, parseExactJson(answer.body))
  } catch (error) {
    return running(saidOf(error))
  }
}

function judge({ done, failed }: Job, answer: unknown): JobReading {
  const holds = (text: string) => isTrue(recallCel(text, jobNames), { job: answer })
  const isDone = holds(done)
  if (failed !== null && holds(failed)) {
    return isDone
      ? running(sentence`it says both that it is done and that it has failed`)
      : { state: 'failed', detail: sentence`The target says that its job has failed: ${failed}` }
  }
  if (!isDone) return running(sentence`not yet ${done}`)
  return { state: 'done', detail: sentence`The job is done: ${done}` }
}

function running(why: Sentence): JobReading {
  return { state: 'running', detail: sentence`The job of the target has not ended: ${why}` }
}
