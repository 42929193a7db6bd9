import { AnswerCheck } from '@firstline/contract/runbooks'
import { actorRef } from '#server/core/actor.ts'
import { Conflict, Invalid } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { VerbContext } from '#server/core/verb.ts'
import { checkAnswered } from '#server/runbooks/events.ts'
import { storeFindings } from './record-findings.ts'
import { describeChecks } from './run-state.ts'
import type { AskCheck, StoredCheck } from './run-state.ts'
import { describeRun, lockOpenRun, refuseOutrun } from './runs.ts'
import type { Run } from './runs.ts'
import { takeOver } from './take-over.ts'
import type { WithProject } from '#server/project/project.ts'

/** Answers a question, or corrects the answer: the cause is computed anew. */
export const answerCheck = defineVerb({
  permission: 'runbook:run',
  input: AnswerCheck,
  async run(
    { tx, actor, clock, sources }: VerbContext & WithProject,
    { id, check, value, revision },
  ) {
    const now = clock.now()
    const locked = await lockOpenRun(tx, id)
    refuseOutrun(locked, revision)
    const { run: before, taken } = await takeOver(tx, locked, actor)
    const question = askedQuestion(before, check)
    refuseOtherAnswer(question, value)
    const answer: StoredCheck = {
      state: 'answered',
      value,
      at: now.toISOString(),
      durationMs: null,
      error: null,
      by: actorRef(actor),
      revision: before.revision + 1,
      picks: {},
    }
    const { picks, checks } = before.findings
    const findings = { picks, checks: { ...checks, [check]: answer } }
    const { run, news } = await storeFindings(tx, before, findings, now)
    // what a person wrote may name a customer: the record keeps choices, the run keeps words
    const said = question.type === 'text' ? {} : { answer: value }
    const answered = checkAnswered(run, { check, state: 'answered', duration_ms: null, ...said })
    return { result: describeRun(run, sources.project, now), events: [answered, ...taken, ...news] }
  },
})

/** @throws Conflict `run.answer-not-asked` */
function askedQuestion(run: Run, name: string): AskCheck {
  const question = run.compiled.content.checks.find((check) => check.name === name)
  const [state] = describeChecks(run.compiled, run.findings, String)
    .filter((check) => check.name === name)
    .map((check) => check.state)
  if (question?.kind === 'ask' && (state === 'open' || state === 'answered')) return question
  throw new Conflict(
    'run.answer-not-asked',
    sentence`“${name}” is no question of this run as it stands`,
  )
}

/** @throws Invalid `run.answer-invalid` */
function refuseOtherAnswer(question: AskCheck, value: boolean | string): void {
  if (fitsQuestion(question, value)) return
  const expected = {
    boolean: sentence`The answer must be yes or no`,
    enum: sentence`The answer must be one of ${question.options.join(', ')}`,
    text: sentence`The answer must be a text`,
  }
  throw new Invalid('run.answer-invalid', expected[question.type])
}

export function fitsQuestion({ type, options }: AskCheck, value: boolean | string): boolean {
  if (type === 'boolean') return typeof value === 'boolean'
  return typeof value === 'string' && (type === 'text' || options.includes(value))
}
