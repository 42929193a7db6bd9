import { z } from 'zod'
import { MissingValue, fill } from '#server/connections/mapping.ts'
import type { Bindings } from '#server/connections/mapping.ts'
import { Invalid } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { scopeOn } from '#server/accounts/scope-on.ts'
import { findSource, readSource } from '#server/accounts/read-source.ts'
import type { Row, WithSources } from '#server/accounts/read-source.ts'
import type { AccountScope } from '#server/accounts/scope.ts'
import type { Action, Read } from '#server/actions/compile/action.ts'
import { hashOf } from '#server/actions/limits/canonical.ts'

/** What one read of an action answered; `row` null: there is no such record in this account. */
export type Reading = {
  read: Read
  row: Row | null
  fetchedAt: Date
  durationMs: number
  /** Of the source. */
  definition: string
}

/** Reads all at once, each anew. @throws what readSource throws */
export async function readRecords(
  desk: WithSources,
  scope: AccountScope,
  action: Action,
  input: Record<string, unknown>,
): Promise<Reading[]> {
  return Promise.all(action.reads.map((read) => readRecord(desk, scope, read, input)))
}

export async function readRecord(
  desk: WithSources,
  scope: AccountScope,
  read: Read,
  input: Record<string, unknown>,
): Promise<Reading> {
  const source = findSource(desk.sources, read.source)
  const own =
    source.kind === 'builtin' ? scope : await scopeOn(desk.sources, scope, source.connection)
  const params = paramsOf(read, { input, scope: scopeBinding(own) })
  const answer = await readSource(desk.sources, scope, read.source, params, { isFresh: true })
  const { fetchedAt, durationMs, definition } = answer
  return { read, row: answer.rows[0] ?? null, fetchedAt, durationMs, definition }
}

function paramsOf(read: Read, bindings: Bindings): Record<string, unknown> {
  try {
    return fill(read.with, bindings)
  } catch (error) {
    if (!(error instanceof MissingValue)) throw error
    const detail = sentence`“${read.title}” cannot be read: ${error.message}`
    throw new Invalid('action.request-incomplete', detail)
  }
}

export function bindingsOf(
  scope: AccountScope,
  input: Record<string, unknown>,
  readings: readonly Reading[],
): Bindings {
  const rows = readings.map(({ read, row }) => [read.name, row])
  return { ...Object.fromEntries(rows), input, scope: scopeBinding(scope) }
}

/** What the steps of a chain send of what was read, as a run keeps it: the same at each step. */
export function beforeChain(readings: readonly Reading[]): Bindings {
  return asKept(Object.fromEntries(readings.map(({ read, row }) => [read.name, row])))
}

export function asKept(rows: Bindings): Bindings {
  return z.record(z.string(), z.unknown()).parse(JSON.parse(JSON.stringify(rows)))
}

function scopeBinding({ externalId }: AccountScope): { account_id: string } {
  return { account_id: externalId }
}

type Seen = { readings: readonly Reading[]; called: { scope: AccountScope } }

/**
 * Of what was read, without ages (`…_s`, seconds), which pass while nothing has changed, and without the
 * values of metrics, which are never the same: conditions judge them anew. And of by which id the
 * system that is called knows the account, where that is another than the directory's.
 */
export function fingerprint({ readings, called: { scope } }: Seen): string {
  return hashOf([
    ...(scope.externalId === scope.directoryId ? [] : [scope.externalId]),
    ...readings.map(({ read, row, definition }) => {
      if (read.isMeasured) return [read.name, definition]
      const fields = Object.entries(row ?? {}).filter(([name]) => !name.endsWith('_s'))
      return [read.name, definition, row === null, Object.fromEntries(fields)]
    }),
  ])
}
