import { ownProperty } from '@firstline/contract/own-property'
import type { Identifier, RunOutcome, RunbookCause } from '@firstline/contract/runbooks'
import type { CheckValues, CompiledRunbook } from '#server/runbooks/causes/decide-cause.ts'
import { actionOf } from '#server/runbooks/format/named.ts'
import type { RunbookProject } from '#server/runbooks/format/named.ts'
import { renderSay } from '#server/runbooks/causes/render-say.ts'
import type { Findings } from './run-state.ts'
import { pathOf } from '#server/runbooks/causes/values.ts'

type Known = { values: CheckValues; picks: Record<string, string> }

/** What the agent does about a cause: say, act, or hand over, each with its values filled in. */
export function describeOutcome(
  runbook: CompiledRunbook,
  name: string,
  findings: Findings,
  values: CheckValues,
  files: RunbookProject['files'],
): RunOutcome | null {
  const cause = runbook.content.causes.find((each) => each.name === name)
  if (!cause) return null
  const chosen = Object.entries(findings.picks).flatMap(([pick, { value }]) =>
    value === null ? [] : [[pick, value] as const],
  )
  const known: Known = { values, picks: Object.fromEntries(chosen) }
  return {
    cause: name,
    explanation: cause.explanation,
    say: cause.say === null ? null : renderSay(cause.say, values),
    reply: cause.reply,
    actions: cause.actions.map((action) => offer(runbook, action, known, files)),
    escalation: escalationOf(runbook, cause, values),
  }
}

/** Inputs come from the cause's own `with`, else from the pick of the same source and field. */
function offer(
  { content }: CompiledRunbook,
  action: RunbookCause['actions'][number],
  known: Known,
  files: RunbookProject['files'],
): RunOutcome['actions'][number] {
  const { title, inputs } = actionOf(files, action.id)
  const filled = inputs.flatMap(({ name, pick }) => {
    const given = ownProperty(action.with, name)
    if (given !== undefined) return [[name, resolve(given, known)] as const]
    const same = content.picks.find((each) => `${each.source}.${each.field}` === pick)
    return same && ownProperty(known.picks, same.name)
      ? [[name, ownProperty(known.picks, same.name)] as const]
      : []
  })
  const input = Object.fromEntries(filled.filter(([, value]) => value !== null))
  return { id: action.id, title, input }
}

/** `pick.export_id` and `exp.id` are looked up; anything else is meant as it is written. */
function resolve(given: unknown, { values, picks }: Known): unknown {
  if (typeof given !== 'string' || !given.includes('.')) return given
  const [first] = given.split('.')
  if (first === 'pick') return pathOf({ pick: picks }, given)
  return first !== undefined && Object.hasOwn(values, first) ? pathOf(values, given) : given
}

function escalationOf(
  { content }: CompiledRunbook,
  cause: RunbookCause,
  values: CheckValues,
): RunOutcome['escalation'] {
  const escalation = content.escalations.find((each) => each.name === cause.escalation)
  if (!escalation) return null
  const identifiers: Identifier[] = escalation.send.map((name) => ({
    name,
    value: pathOf(values, name),
  }))
  const { name, to, because } = escalation
  return { name, to, because, identifiers }
}
