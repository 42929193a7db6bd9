import { ownProperty } from '@firstline/contract/own-property'
import { present } from '@firstline/contract/present'
import { maskRows } from '#server/accounts/mask.ts'
import { findSource, readSource } from '#server/accounts/read-source.ts'
import type { SourceAnswer, Sources } from '#server/accounts/read-source.ts'
import type { AccountScope } from '#server/accounts/scope.ts'
import { Refusal } from '#server/core/errors.ts'
import type { CompiledRunbook } from '#server/runbooks/causes/decide-cause.ts'
import { picksOf } from './run-state.ts'
import type { Findings, SourceCheck, StoredCheck, StoredPick } from './run-state.ts'
import { textOf } from '#server/runbooks/causes/values.ts'

/** All machine checks of a run together; what has not answered by then has no value. */
export const checkBudgetMs = 15_000

type Gathering = {
  sources: Sources
  scope: AccountScope
  runbook: CompiledRunbook
  /** What is known already; picks that were chosen stay chosen. */
  findings: Findings
  /** Picks somebody would make: each counts only if the source offers it. */
  wishes?: Readonly<Record<string, string>> | undefined
  /** Only these checks. */
  only?: readonly string[] | undefined
  /** What was just changed must be seen. */
  isFresh: boolean
  budgetMs?: number | undefined
}

/** Reads picks and checks in parallel; a check that needs a pick waits for that pick alone. */
export async function gatherFindings(gathering: Gathering): Promise<Findings> {
  const { runbook, only } = gathering
  const read = readWithin(gathering)
  const picks = new Map(
    runbook.content.picks.map((pick) => [pick.name, findPick(gathering, pick.name, read)] as const),
  )
  const wanted = runbook.content.checks.filter(
    (check): check is SourceCheck =>
      check.kind === 'source' && (only === undefined || only.includes(check.name)),
  )
  const checks = wanted.map(async (check) => {
    const chosen = await Promise.all(
      picksOf(check).map(async (name) => [name, (await picks.get(name))?.value ?? null] as const),
    )
    if (chosen.some(([, value]) => value === null)) return []
    const values = Object.fromEntries(chosen) as Record<string, string>
    return [[check.name, await runCheck(gathering, check, values, read)] as const]
  })
  const settledPicks = [...picks].map(async ([name, pick]) => [name, await pick] as const)
  return {
    picks: Object.fromEntries(await Promise.all(settledPicks)),
    checks: Object.fromEntries((await Promise.all(checks)).flat()),
  }
}

type Read = (source: string, params: Record<string, unknown>) => Promise<SourceAnswer>

/** One clock for all: a slow source takes its own value away and nobody else's. */
function readWithin({ sources, scope, isFresh, budgetMs = checkBudgetMs }: Gathering): Read {
  const signal = AbortSignal.timeout(budgetMs)
  return (source, params) => readSource(sources, scope, source, params, { signal, isFresh })
}

async function findPick(gathering: Gathering, name: string, read: Read): Promise<StoredPick> {
  const known = ownProperty(gathering.findings.picks, name)
  if (known?.state === 'chosen') return known
  const pick = present(gathering.runbook.content.picks.find((each) => each.name === name))
  try {
    const answer = await read(pick.source, {})
    const rows = storedRows(gathering.sources, answer)
    const candidates = distinct(
      rows.flatMap((row) => {
        const value = textOf(ownProperty(row, pick.field))
        return value === null ? [] : [{ value, row }]
      }),
    )
    const wished = candidates.find(
      ({ value }) => value === ownProperty(gathering.wishes ?? {}, name),
    )
    const only = candidates.length === 1 ? candidates[0] : wished
    if (only) return { state: 'chosen', value: only.value, candidates, error: null }
    const state = candidates.length > 0 ? 'open' : 'empty'
    return { state, value: null, candidates, error: null }
  } catch (error) {
    return { state: 'failed', value: null, candidates: [], error: failureOf(error).error }
  }
}

/**
 * Rows as a run keeps them: masked, and as JSON, so that a decision made from them now is the same
 * when it is made from the stored ones. The linter refuses conditions and picks on masked fields.
 */
function storedRows(sources: Sources, answer: SourceAnswer): Record<string, unknown>[] {
  const rows = maskRows(findSource(sources, answer.source), answer.rows)
  return JSON.parse(JSON.stringify(rows)) as Record<string, unknown>[]
}

function distinct(candidates: StoredPick['candidates']): StoredPick['candidates'] {
  return [...new Map(candidates.map((candidate) => [candidate.value, candidate])).values()].slice(
    0,
    200,
  )
}

async function runCheck(
  { sources }: Gathering,
  check: SourceCheck,
  picks: Record<string, string>,
  read: Read,
): Promise<StoredCheck> {
  const nothing = { value: null, at: null, durationMs: null, error: null, by: null, picks }
  try {
    const answer = await read(check.source, parametersOf(check, picks))
    const rows = storedRows(sources, answer)
    const value = answer.isSingle ? (rows[0] ?? null) : rows
    const at = answer.fetchedAt.toISOString()
    const state = value === null ? 'empty' : 'answered'
    return { ...nothing, state, value, at, durationMs: answer.durationMs }
  } catch (error) {
    return { ...nothing, ...failureOf(error) }
  }
}

function parametersOf(check: SourceCheck, picks: Record<string, string>): Record<string, unknown> {
  const filled = Object.entries(check.with).map(([key, value]) => [
    key,
    typeof value === 'string' && value.startsWith('pick.')
      ? ownProperty(picks, value.slice('pick.'.length))
      : value,
  ])
  return Object.fromEntries(filled) as Record<string, unknown>
}

/** Refusals of a source are said to the agent; anything else is a defect and surfaces as one. */
function failureOf(error: unknown): { state: 'timed_out' | 'failed'; error: string } {
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    return { state: 'timed_out', error: 'It did not answer in time' }
  }
  if (!(error instanceof Refusal)) throw error
  const state = error.reason === 'source.timeout' ? 'timed_out' : 'failed'
  return { state, error: error.message }
}
