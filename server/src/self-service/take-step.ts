import { z } from 'zod'
import type { WithSources } from '#server/accounts/read-source.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Actor } from '#server/core/actor.ts'
import type { Desk } from '#server/core/verb.ts'
import { Scope } from '#server/portal/scope.ts'
import type { ContactScope } from '#server/portal/scope.ts'
import type { Findings } from '#server/runbooks/run/run-state.ts'
import { lockAttempt } from './attempt.ts'
import { attemptChecked } from './events.ts'
import { nextStep } from './next-step.ts'
import type { Step } from './next-step.ts'
import { passOnAttempt } from './pass-on-attempt.ts'

type Found = { scope: ContactScope; id: string; findings: Findings }

/** Keeps what is known now, and goes on by it: a question, a cause, or on to an agent. */
export async function takeStep(
  desk: Desk & WithSources,
  actor: Actor,
  { scope, id, findings }: Found,
): Promise<void> {
  const step = await recordStep(desk, actor, { scope, id, findings })
  if (step?.is === 'pass-on') {
    await passOnAttempt(desk, actor, { scope, id, because: step.because })
  }
}

const recordStep = defineVerb({
  permission: 'public',
  input: z.object({ scope: Scope, id: z.string(), findings: z.custom<Findings>() }),
  async run({ tx }, { scope, id, findings: found }) {
    const before = await lockAttempt(tx, scope, id)
    const findings = mergedWith(before.findings, found)
    const step = nextStep(before.compiled, findings)
    // what has ended meanwhile stays as it ended
    const hasEnded = before.state === 'solved' || before.state === 'passed_on'
    if (!hasEnded) {
      await tx
        .updateTable('self_service_attempt')
        .set({ ...columnsOf(step), picks: json(findings.picks), checks: json(findings.checks) })
        .where('id', '=', before.id)
        .execute()
    }
    const cause = step.is === 'ask' ? null : step.cause
    return { result: hasEnded ? null : step, events: [attemptChecked(before, cause)] }
  },
})

function columnsOf(step: Step) {
  if (step.is === 'ask') return { state: 'asking' as const }
  if (step.is === 'show') return { state: 'shown' as const, cause: step.cause, shown: step.words }
  return { state: 'checking' as const, cause: step.cause }
}

/** What the customer chose stands. */
function mergedWith(before: Findings, found: Findings): Findings {
  const chosen = Object.entries(before.picks).filter(([, pick]) => pick.state === 'chosen')
  return {
    picks: { ...before.picks, ...found.picks, ...Object.fromEntries(chosen) },
    checks: { ...before.checks, ...found.checks },
  }
}

function json(value: object): string {
  return JSON.stringify(value)
}
