import { ownProperty } from '@firstline/contract/own-property'
import { z } from 'zod'
import type { WithSources } from '#server/accounts/read-source.ts'
import { actorRef } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import { Conflict, Invalid } from '#server/core/errors.ts'
import { defineDeed } from '#server/core/verb.ts'
import type { DeedContext } from '#server/core/verb.ts'
import { Scope } from '#server/portal/scope.ts'
import { picksOf } from '#server/runbooks/run/run-state.ts'
import type { Findings } from '#server/runbooks/run/run-state.ts'
import { readAttempt } from './attempt.ts'
import type { Attempt } from './attempt.ts'
import { look } from './look.ts'
import { nextStep } from './next-step.ts'
import type { Asking } from './next-step.ts'
import { passOnAttempt } from './pass-on-attempt.ts'
import { refuseEnded } from './refuse-ended.ts'
import { takeStep } from './take-step.ts'

const Answering = z.object({
  scope: Scope,
  id: z.string(),
  name: z.string().max(100),
  value: z.string().trim().min(1).max(300),
})

/** The answer to what is asked now; what hangs on it is read at once. */
export const answerAttempt = defineDeed({
  permission: 'public',
  input: Answering,
  async run(desk: DeedContext & WithSources, { scope, id, name, value }): Promise<void> {
    const { actor, clock } = desk
    const attempt = await readAttempt(desk.db, scope, id)
    refuseEnded(attempt)
    // who comes back after the half hour has it looked at by a person
    if (attempt.readableUntil <= clock.now()) {
      await passOnAttempt(desk, actor, { scope, id, because: 'not-asked' })
      return
    }
    const asking = askedNow(attempt, name)
    const said = saidOf(asking, value)
    const findings = withAnswer(attempt, asking, said, { actor, now: clock.now() })
    const found =
      asking.answer.is === 'record'
        ? await look(desk, scope, { ...attempt, findings }, checksOf(attempt, name))
        : findings
    await takeStep(desk, actor, { scope, id, findings: together(findings, found) })
  },
})

/** @throws Conflict `self-service.not-asked` */
function askedNow({ state, compiled, findings }: Attempt, name: string): Asking {
  const step = state === 'asking' ? nextStep(compiled, findings) : null
  if (step?.is === 'ask' && step.asking.name === name) return step.asking
  throw new Conflict('self-service.not-asked', 'This is not asked any more: look at the page again')
}

/** @throws Invalid `self-service.not-an-answer` */
function saidOf({ answer }: Asking, value: string): string | boolean {
  if (answer.is === 'text') return value
  if (answer.is === 'boolean' && (value === 'yes' || value === 'no')) return value === 'yes'
  if (answer.is === 'enum' && answer.options.includes(value)) return value
  if (answer.is === 'record' && answer.records.some((one) => one.value === value)) return value
  throw new Invalid('self-service.not-an-answer', 'Choose one of the answers')
}

type By = { actor: Actor; now: Date }

function withAnswer(
  { findings }: Attempt,
  { name, answer }: Asking,
  said: string | boolean,
  { actor, now }: By,
): Findings {
  const { picks, checks } = findings
  if (answer.is === 'record' && typeof said === 'string') {
    const pick = { state: 'chosen', value: said, candidates: answer.records, error: null } as const
    return { picks: { ...picks, [name]: pick }, checks }
  }
  const check = {
    state: 'answered',
    value: said,
    at: now.toISOString(),
    durationMs: null,
    error: null,
    by: actorRef(actor),
    picks: {},
  } as const
  return { picks, checks: { ...checks, [name]: check } }
}

function checksOf({ compiled }: Attempt, pick: string): string[] {
  return compiled.content.checks.flatMap((check) =>
    check.kind === 'source' && picksOf(check).includes(pick) ? [check.name] : [],
  )
}

function together(answered: Findings, found: Findings): Findings {
  const picks = Object.entries(found.picks).filter(
    ([name]) => ownProperty(answered.picks, name)?.state !== 'chosen',
  )
  return {
    picks: { ...answered.picks, ...Object.fromEntries(picks) },
    checks: { ...answered.checks, ...found.checks },
  }
}
