import { ownProperty } from '@firstline/contract/own-property'
import { TryRunbook } from '@firstline/contract/runbooks'
import type { CauseVerdict, RunbookTrial } from '@firstline/contract/runbooks'
import type { Kysely } from 'kysely'
import type { z } from 'zod'
import { lookAtAccount } from '#server/accounts/scope.ts'
import { actorRef, requirePerson } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import { CelError } from '#server/conditions/cel.ts'
import type { DB } from '#server/database/db-types.ts'
import { Invalid } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { defineDeed } from '#server/core/verb.ts'
import type { DeedContext } from '#server/core/verb.ts'
import { ticketNotFound } from '#server/tickets/state.ts'
import { fitsQuestion } from './answer-check.ts'
import { readInProcess } from '#server/runbooks/lint/check-in-process.ts'
import { compileInTurns } from '#server/runbooks/causes/decide-cause.ts'
import type { CheckValues, CompiledRunbook } from '#server/runbooks/causes/decide-cause.ts'
import { describeOutcome } from './describe-outcome.ts'
import { describeValues, valueAt } from '#server/runbooks/causes/describe-values.ts'
import { gatherFindings } from './gather-findings.ts'
import { describeChecks, describePicks, settle, valuesOf } from './run-state.ts'
import type { AskCheck, Findings } from './run-state.ts'
import type { WithSources } from '#server/accounts/read-source.ts'

type Trial = z.output<typeof TryRunbook>

/** What a run of this text would find on a ticket now. Nothing is kept but who looked. */
export const tryRunbook = defineDeed({
  permission: 'runbook:edit',
  also: ['account:read'],
  input: TryRunbook,
  async run(desk: DeedContext & WithSources, trial): Promise<RunbookTrial> {
    const { actor, sources } = desk
    // the record names who looked: a machine has nothing to look for here
    requirePerson(actor)
    const runbook = await readableRunbook(trial.source)
    const answers = answersOf(runbook, trial, actor, desk.clock.now())
    const ticket = await findTicket(desk.db, trial.ticketNumber)
    const scope = await lookAtAccount(desk, actor, ticket.id)
    const started = performance.now()
    const found = await gatherFindings({
      sources,
      scope,
      runbook,
      findings: { picks: {}, checks: {} },
      wishes: trial.picks,
      isFresh: false,
    })
    const findings = { picks: found.picks, checks: { ...found.checks, ...answers } }
    const durationMs = performance.now() - started
    return { ticket, ...describeTrial(desk, runbook, findings), durationMs }
  },
})

function describeTrial(
  { sources: { project } }: WithSources,
  runbook: CompiledRunbook,
  findings: Findings,
) {
  const titleOf = (source: string) => project.current().sources.get(source)?.title ?? source
  const settled = settle(runbook, findings)
  const values = valuesOf(runbook, findings)
  const outcome =
    settled.cause === null
      ? null
      : describeOutcome(runbook, settled.cause, findings, values, project.files)
  return {
    state: settled.state,
    picks: describePicks(runbook, findings, titleOf),
    checks: describeChecks(runbook, findings, titleOf),
    causes: [...runbook.causes.keys()].map((cause) => verdictOn(runbook, cause, values)),
    matchedCauses: settled.matched,
    outcome,
  }
}

/** @throws Invalid `runbook.not-readable`, with each problem and its line */
async function readableRunbook(source: string): Promise<CompiledRunbook> {
  const { content, problems } = await readInProcess(source)
  const errors = problems.map(({ line, reason }) => ({ path: `line ${line}`, message: reason }))
  const refusal = sentence`The text cannot be tried before it can be read`
  if (!content) throw new Invalid('runbook.not-readable', refusal, { errors })
  try {
    return await compileInTurns(content)
  } catch (error) {
    if (!(error instanceof CelError)) throw error
    throw new Invalid('runbook.not-readable', sentence`${refusal}: ${error.said}`)
  }
}

async function findTicket(db: Kysely<DB>, number: number) {
  const ticket = await db
    .selectFrom('ticket')
    .select(['id', 'subject'])
    .where('number', '=', String(number))
    .executeTakeFirst()
  if (!ticket) throw ticketNotFound()
  return { ...ticket, number }
}

/** Answers to questions the text does not ask, or not like this, are left out. */
function answersOf(
  { content }: CompiledRunbook,
  { answers }: Trial,
  actor: Actor,
  now: Date,
): Findings['checks'] {
  const asked = content.checks.filter((check): check is AskCheck => check.kind === 'ask')
  const about = { state: 'answered', durationMs: null, error: null, picks: {} } as const
  return Object.fromEntries(
    asked.flatMap((question) => {
      const value = ownProperty(answers, question.name)
      if (value === undefined || !fitsQuestion(question, value)) return []
      return [[question.name, { ...about, value, at: now.toISOString(), by: actorRef(actor) }]]
    }),
  )
}

function verdictOn(runbook: CompiledRunbook, cause: string, values: CheckValues): CauseVerdict {
  const program = runbook.causes.get(cause)!
  const result = program.evaluate(values)
  if ('error' in result) {
    const missing = program.names.filter((path) => valueAt(values, path.split('.')) === undefined)
    const because = describeValues(missing, values) || result.error
    return { cause, verdict: 'undecided', because }
  }
  const verdict = result.value === true ? 'matches' : 'does_not_match'
  return { cause, verdict, because: describeValues(program.names, values) }
}
