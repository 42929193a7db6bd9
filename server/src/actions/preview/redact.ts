import type { ActionRead } from '@firstline/contract/actions'
import type { MaskKind } from '@firstline/contract/formats/source'
import { present } from '@firstline/contract/present'
import { rowField } from '@firstline/contract/row-field'
import { maskRows } from '#server/accounts/mask.ts'
import { findSource } from '#server/accounts/read-source.ts'
import type { WithSources } from '#server/accounts/read-source.ts'
import { targetOf } from '#server/actions/call/targets.ts'
import type { Action } from '#server/actions/compile/action.ts'
import type { Reading } from './read-records.ts'

/** What may be recorded and shown of a run: nothing masked, nothing secret. */
export type Redaction = {
  reads: ActionRead[]
  /** The same, with what must not be seen replaced: by value wherever it stands, and by field. */
  scrub<T>(value: T): T
}

export function redact(desk: WithSources, action: Action, readings: readonly Reading[]): Redaction {
  const masked = readings.map((reading) => ({ reading, mask: maskOf(desk, action, reading) }))
  const hidden = masked.flatMap(({ reading, mask }) =>
    Object.keys(mask).map((field) => ({
      name: field.slice(field.lastIndexOf('.') + 1),
      values: plainIn(rowField(reading.row ?? {}, field)),
    })),
  )
  const values = [...hidden.flatMap((each) => each.values), ...credentialOf(desk, action)]
  return {
    reads: masked.map(({ reading, mask }) => ({
      name: reading.read.name,
      source: reading.read.source,
      title: reading.read.title,
      row: reading.row && present(maskRows({ mask }, [reading.row])[0]),
      fetchedAt: reading.fetchedAt.toISOString(),
      durationMs: reading.durationMs,
    })),
    scrub: scrubberOf(values, new Set(hidden.map(({ name }) => name))),
  }
}

/** The source's own masks, and the fields the action wants redacted. */
function maskOf(desk: WithSources, action: Action, { read }: Reading): Record<string, MaskKind> {
  const own = [...action.redact]
    .filter((path) => path.startsWith(`${read.name}.`))
    .map((path) => [path.slice(read.name.length + 1), 'hidden'] as const)
  // what the action hides is hidden, also where the source shows a part of it
  return { ...findSource(desk.sources, read.source).mask, ...Object.fromEntries(own) }
}

/** Every value in it that has no parts, as text. */
function plainIn(value: unknown): string[] {
  if (typeof value !== 'object') return value === undefined ? [] : [String(value)]
  return value === null ? [] : Object.values(value).flatMap(plainIn)
}

/** A target that repeats its caller's credential must not put it into the record. */
function credentialOf(desk: WithSources, { run }: Action): readonly string[] {
  return targetOf(run).secrets(desk.sources, run)
}

const redacted = '[redacted]'
/** Shorter values stand in too many places by chance. */
const shortestSecret = 4

function scrubberOf(values: readonly string[], fields: ReadonlySet<string>): <T>(value: T) => T {
  const secrets = new Set(values.filter((value) => value.length >= shortestSecret))
  // the longest first: one may be part of another
  const ordered = [...secrets].toSorted((a, b) => b.length - a.length)
  const scrub = (value: unknown): unknown => {
    if (typeof value === 'string') {
      return ordered.reduce((text, secret) => text.replaceAll(secret, redacted), value)
    }
    if (typeof value === 'number') return secrets.has(String(value)) ? redacted : value
    if (Array.isArray(value)) return value.map(scrub)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, field]) => [key, fields.has(key) ? redacted : scrub(field)]),
    )
  }
  return scrub as <T>(value: T) => T
}
