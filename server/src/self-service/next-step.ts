import type { PassedOnBecause } from '@firstline/contract/self-service'
import { missingFrom, renderSay } from '#server/runbooks/causes/render-say.ts'
import type { CompiledRunbook } from '#server/runbooks/causes/decide-cause.ts'
import { describeChecks, describePicks, settle, valuesOf } from '#server/runbooks/run/run-state.ts'
import type { Findings } from '#server/runbooks/run/run-state.ts'

/** What a customer is asked: a record of their own, or a question. */
export type Asking = {
  name: string
  say: string
  answer:
    | { is: 'record'; label: string | null; records: OwnRecord[] }
    | { is: 'boolean' }
    | { is: 'enum'; options: readonly string[] }
    | { is: 'text' }
}
type OwnRecord = { value: string; row: Record<string, unknown> }

export type Step =
  | { is: 'ask'; asking: Asking }
  | { is: 'show'; cause: string; words: string }
  | { is: 'pass-on'; because: PassedOnBecause; cause: string | null }

/** More to choose from is no question that a page can ask. */
const mostRecords = 50

/**
 * What comes next of what is known. Whatever is not opened to customers, could not be read or has no
 * single cause is an agent's.
 */
export function nextStep(runbook: CompiledRunbook, findings: Findings): Step {
  const { state, cause } = settle(runbook, findings)
  if (isUnread(findings)) return passOn('not-read', cause)
  if (state === 'waiting') return askNext(runbook, findings)
  return cause === null ? passOn('no-cause', null) : showCause(runbook, findings, cause)
}

function passOn(because: PassedOnBecause, cause: string | null): Step {
  return { is: 'pass-on', because, cause }
}

/** A cause that was found without a value is not to be told to a customer as certain. */
function isUnread({ picks, checks }: Findings): boolean {
  return (
    Object.values(picks).some(({ state }) => state === 'failed') ||
    Object.values(checks).some(({ state }) => state === 'failed' || state === 'timed_out')
  )
}

function showCause(runbook: CompiledRunbook, findings: Findings, name: string): Step {
  const { causes, customer } = runbook.content
  const say = causes.find((cause) => cause.name === name)?.say
  if (!say || !customer?.show.includes(name)) return passOn('not-shown', name)
  const values = valuesOf(runbook, findings)
  if (missingFrom(say, values).length > 0) return passOn('not-read', name)
  return { is: 'show', cause: name, words: renderSay(say, values) }
}

function askNext(runbook: CompiledRunbook, findings: Findings): Step {
  const asking = pickToAsk(runbook, findings) ?? questionToAsk(runbook, findings)
  return asking ? { is: 'ask', asking } : passOn('not-asked', null)
}

function pickToAsk(runbook: CompiledRunbook, findings: Findings): Asking | null {
  const open = describePicks(runbook, findings, String).find(({ state }) => state === 'open')
  const asked = open && askedOf(runbook, open.name)
  if (!open || !asked || open.candidates.length > mostRecords) return null
  const { name, say, label } = asked
  return { name, say, answer: { is: 'record', label, records: open.candidates } }
}

/** First which record it is: what a question hangs on is read of it. */
function questionToAsk(runbook: CompiledRunbook, findings: Findings): Asking | null {
  const isPicking = describePicks(runbook, findings, String).some(({ state }) => state === 'open')
  const open = describeChecks(runbook, findings, String).find(({ state }) => state === 'open')
  const asked = open && askedOf(runbook, open.name)
  if (isPicking || !asked || !open.ask) return null
  const { name, say } = asked
  const { type, options } = open.ask
  return { name, say, answer: type === 'enum' ? { is: type, options } : { is: type } }
}

function askedOf({ content }: CompiledRunbook, name: string) {
  return content.customer?.ask.find((asked) => asked.name === name)
}
