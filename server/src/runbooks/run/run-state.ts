import type { ActorRef } from '@firstline/contract/common'
import { ownProperty, setOwnProperty } from '@firstline/contract/own-property'
import type { RunCheck, RunPick, RunbookCheck, RunbookPick } from '@firstline/contract/runbooks'
import { isTrue } from '#server/conditions/cel.ts'
import { decideCauses } from '#server/runbooks/causes/decide-cause.ts'
import type { CheckValues, CompiledRunbook } from '#server/runbooks/causes/decide-cause.ts'

/** What a run knows so far, as it is stored: masks kept, times as text. */
export type Findings = {
  picks: Record<string, StoredPick>
  checks: Record<string, StoredCheck>
}
export type StoredPick = {
  state: 'chosen' | 'open' | 'empty' | 'failed'
  value: string | null
  candidates: { value: string; row: Record<string, unknown> }[]
  error: string | null
  /** Of the run when a person chose it. */
  revision?: number
}
export type StoredCheck = {
  state: 'answered' | 'empty' | 'timed_out' | 'failed'
  value: unknown
  at: string | null
  durationMs: number | null
  error: string | null
  by: ActorRef | null
  /** Of the run when a person answered it. */
  revision?: number
  /** The picks it was read with: a value of another record is no value. */
  picks: Record<string, string>
}

export type SourceCheck = Extract<RunbookCheck, { kind: 'source' }>
export type AskCheck = Extract<RunbookCheck, { kind: 'ask' }>

export type Settled = {
  state: 'waiting' | 'cause_found' | 'unclassified'
  cause: string | null
  /** Unclassified by several: which. */
  matched: string[]
}

/**
 * Exactly one matching cause is the cause, once nothing that is still open could make another
 * match; none or several, with nothing left to find out, is unclassified.
 */
export function settle(runbook: CompiledRunbook, findings: Findings): Settled {
  const { matched, undecided } = decideCauses(runbook, valuesOf(runbook, findings))
  const isOpen = hasOpenEnds(runbook, findings)
  const [only] = matched
  if (only !== undefined && matched.length === 1 && (undecided.length === 0 || !isOpen)) {
    return { state: 'cause_found', cause: only, matched: [] }
  }
  return { state: isOpen ? 'waiting' : 'unclassified', cause: null, matched: isOpen ? [] : matched }
}

function hasOpenEnds(runbook: CompiledRunbook, findings: Findings): boolean {
  const picks = describePicks(runbook, findings, String)
  const checks = describeChecks(runbook, findings, String)
  return (
    picks.some(({ state }) => state === 'open' || state === 'pending') ||
    checks.some(({ state }) => state === 'open' || state === 'pending')
  )
}

/** What conditions may use. An answer counts only while its question is (still) to be asked. */
export function valuesOf(runbook: CompiledRunbook, findings: Findings): CheckValues {
  const values: CheckValues = {}
  for (const check of readFirst(runbook.content.checks)) {
    const stored = ownProperty(findings.checks, check.name)
    if (stored?.state !== 'answered') continue
    if (
      check.kind === 'source'
        ? isOfItsPicks(check, stored, findings)
        : isAsked(runbook, check, values)
    ) {
      setOwnProperty(values, check.name, stored.value)
    }
  }
  return values
}

/** A question may hang on what is read, wherever in the file that stands. */
function readFirst(checks: readonly RunbookCheck[]): RunbookCheck[] {
  return checks.toSorted((a, b) => Number(a.kind === 'ask') - Number(b.kind === 'ask'))
}

function isAsked(runbook: CompiledRunbook, check: AskCheck, values: CheckValues): boolean {
  const condition = runbook.questions.get(check.name)
  return condition === undefined || isTrue(condition, values)
}

function isOfItsPicks(check: SourceCheck, stored: StoredCheck, findings: Findings): boolean {
  return picksOf(check).every(
    (pick) => ownProperty(stored.picks, pick) === ownProperty(findings.picks, pick)?.value,
  )
}

/** Names of the picks a check is read with. */
export function picksOf(check: SourceCheck): string[] {
  return Object.values(check.with).flatMap((value) =>
    typeof value === 'string' && value.startsWith('pick.') ? [value.slice('pick.'.length)] : [],
  )
}

type TitleOf = (source: string) => string

export function describePicks(
  { content }: CompiledRunbook,
  findings: Findings,
  titleOf: TitleOf,
): RunPick[] {
  return content.picks.map((pick: RunbookPick) => ({
    ...pick,
    sourceTitle: titleOf(pick.source),
    ...(ownProperty(findings.picks, pick.name) ?? {
      state: 'pending',
      value: null,
      candidates: [],
      error: null,
    }),
  }))
}

export function describeChecks(
  runbook: CompiledRunbook,
  findings: Findings,
  titleOf: TitleOf,
): RunCheck[] {
  const values = valuesOf(runbook, findings)
  return runbook.content.checks.map((check) =>
    check.kind === 'source'
      ? describeSource(check, findings, titleOf)
      : describeQuestion(runbook, check, findings, values),
  )
}

const nothing = { value: null, at: null, durationMs: null, error: null, by: null }

function describeSource(check: SourceCheck, findings: Findings, titleOf: TitleOf): RunCheck {
  const { name, source } = check
  const about = { name, kind: 'source' as const, title: titleOf(source), source, ask: null }
  const stored = ownProperty(findings.checks, name)
  if (stored && isOfItsPicks(check, stored, findings)) return { ...about, ...withoutPicks(stored) }
  const isBlocked = picksOf(check).some((pick) => {
    const state = ownProperty(findings.picks, pick)?.state
    return state !== undefined && state !== 'chosen'
  })
  return { ...about, ...nothing, state: isBlocked ? 'blocked' : 'pending' }
}

function describeQuestion(
  runbook: CompiledRunbook,
  check: AskCheck,
  findings: Findings,
  values: CheckValues,
): RunCheck {
  const { name, question, type, options } = check
  const about = {
    name,
    kind: 'ask' as const,
    title: question,
    source: null,
    ask: { type, options },
  }
  if (!isAsked(runbook, check, values)) return { ...about, ...nothing, state: 'skipped' }
  const stored = ownProperty(findings.checks, name)
  return stored ? { ...about, ...withoutPicks(stored) } : { ...about, ...nothing, state: 'open' }
}

function withoutPicks({ picks: _picks, ...rest }: StoredCheck): Omit<StoredCheck, 'picks'> {
  return rest
}
