import { ownProperty } from '@firstline/contract/own-property'
import type {
  Identifier,
  RunOutcome,
  RunbookCause,
  RunbookContent,
} from '@firstline/contract/runbooks'
import type { CheckValues, CompiledRunbook } from '#server/runbooks/causes/decide-cause.ts'
import { givenPartOf } from '#server/runbooks/format/given-value.ts'
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
    if (given !== undefined) return [[name, resolve(content, given, known)] as const]
    const same = content.picks.find((each) => `${each.source}.${each.field}` === pick)
    return same && ownProperty(known.picks, same.name)
      ? [[name, ownProperty(known.picks, same.name)] as const]
      : []
  })
  const input = Object.fromEntries(filled.filter(([, value]) => value !== null))
  const open = inputs.filter(
    ({ name, isRequired }) =>
      (isRequired || action.open.includes(name)) && ownProperty(input, name) === undefined,
  )
  return { id: action.id, title, input, open: open.map(({ name }) => name) }
}

/** @returns null where there is no such value (yet): then it is for the agent to fill in */
function resolve(content: RunbookContent, given: unknown, known: Known): unknown {
  const leaf = givenPartOf(content, given)
  if (leaf.is === 'parts') return resolveParts(content, leaf.parts, known)
  if (leaf.is === 'pick') return pathOf({ pick: known.picks }, leaf.path)
  if (leaf.is === 'field') return pathOf(known.values, leaf.path)
  if (leaf.is === 'answer') return ownProperty(known.values, leaf.check) ?? null
  return leaf.is === 'constant' ? leaf.value : null
}

/** Of a value that lacks a part nothing is filled in: half an address is none. */
function resolveParts(content: RunbookContent, given: object, known: Known): unknown {
  const parts = Object.entries(given).map(
    ([name, part]) => [name, part === null ? null : resolve(content, part, known), part] as const,
  )
  if (parts.some(([, value, part]) => value === null && part !== null)) return null
  const values = parts.map(([name, value]) => [name, value] as const)
  return Array.isArray(given) ? values.map(([, value]) => value) : Object.fromEntries(values)
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
