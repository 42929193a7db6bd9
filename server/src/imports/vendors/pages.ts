import { ownProperty } from '@firstline/contract/own-property'
import { hours, later } from '#server/core/clock.ts'
import type { ApiAccess, Checkpoint, Told } from './vendor.ts'
import { has, isObject, translated } from '#server/imports/vendors/json-reader.ts'
import type { Translate } from '#server/imports/vendors/json-reader.ts'

/** The records of one page after another, each with its place since the beginning. */
export function pageReader<Found>(told: Told, translate: Translate<Found>) {
  let place = 0
  return (records: readonly unknown[], list: string | null): Found[] =>
    records.flatMap((record) => {
      place += 1
      return translated(record, list, place, told, translate)
    })
}

/** The list at a path of an answer, empty where there is none. */
export function listIn(answer: unknown, ...path: string[]): unknown[] {
  const found = path.reduce<unknown>(
    (at, key) => (has(at, key) ? ownProperty(at, key) : undefined),
    answer,
  )
  return Array.isArray(found) ? found : []
}

export function textIn(answer: unknown, ...path: string[]): string | null {
  const found = path.reduce<unknown>(
    (at, key) => (has(at, key) ? ownProperty(at, key) : undefined),
    answer,
  )
  if (typeof found === 'number') return String(found)
  return typeof found === 'string' && found !== '' ? found : null
}

export function numberIn(answer: unknown, ...path: string[]): number | undefined {
  const found = path.reduce<unknown>(
    (at, key) => (has(at, key) ? ownProperty(at, key) : undefined),
    answer,
  )
  return typeof found === 'number' ? found : undefined
}

/** One fetch of all that changed since a moment; kept in every cursor. ISO 8601. */
export type Round = { since: string; startedAt: string }

/** Where an earlier run stood, else the beginning of a round. */
export function cursorFrom<Place extends object>(
  { cursor, since, clock }: Pick<ApiAccess, 'cursor' | 'since' | 'clock'>,
  place: Place,
): Place & Round {
  const startedAt = clock.now().toISOString()
  const beginning = { ...place, since: (since ?? new Date(0)).toISOString(), startedAt }
  return isObject(cursor) ? { ...beginning, ...(cursor as Partial<Place & Round>) } : beginning
}

/** Search indexes lag behind; what comes twice changes nothing. */
const overlap = hours

/** The last cursor of a round: the next run asks for what changed since this one began. */
export function nextRound<Place extends object>({ startedAt }: Round, place?: Place): Checkpoint {
  return { cursor: { ...place, since: later(new Date(startedAt), -overlap).toISOString() } }
}

export function query(values: Record<string, string | number | null>): string {
  const given = Object.entries(values).filter(([, value]) => value !== null)
  return new URLSearchParams(
    given.map(([name, value]) => [name, String(value)] as [string, string]),
  ).toString()
}
