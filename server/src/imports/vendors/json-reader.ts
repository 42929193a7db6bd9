import type { FileShape } from '#server/imports/read/inspect-file.ts'
import type { Told } from './vendor.ts'
import { readRecords } from '#server/imports/vendors/read-records.ts'
import { timesOf } from '#server/imports/vendors/shapes.ts'
import type { Times } from '#server/imports/vendors/shapes.ts'
import { BadRecord } from '#server/imports/vendors/step.ts'

/** What the translation of one record is told, and may say. */
export type Reading = {
  times: Times
  /** A value of this record that is not used. */
  remark(reason: string, detail: string): void
}

/**
 * One record of a vendor → what it says about tickets.
 * @param list of the envelope it came from, null where it stands alone
 * @throws BadRecord when it is not as the vendor documents it
 */
export type Translate<Found> = (record: unknown, list: string | null, reading: Reading) => Found[]

/** All JSON files of one history, each record translated or refused with its line and reason. */
export async function* readJsonFiles<Found>(
  files: readonly FileShape[],
  lists: readonly string[],
  told: Told,
  translate: Translate<Found>,
): AsyncGenerator<Found> {
  for (const file of files) {
    for await (const { record, list, line } of readRecords(file, lists, told)) {
      yield* translated(record, list, line, told, translate)
    }
  }
}

export function translated<Found>(
  record: unknown,
  list: string | null,
  line: number,
  told: Told,
  translate: Translate<Found>,
): Found[] {
  told.read()
  const remark = (reason: string, detail: string) => told.remark({ line, reason, detail })
  try {
    return translate(record, list, { times: timesFor(told.timeZone), remark })
  } catch (error) {
    if (!(error instanceof BadRecord)) throw error
    const raw = JSON.stringify(record)?.slice(0, 2_000)
    told.refuse({ line, reason: error.reason, detail: error.message, raw })
    return []
  }
}

const known = new Map<string, Times>()

function timesFor(timeZone: string): Times {
  const times = known.get(timeZone) ?? timesOf(timeZone)
  known.set(timeZone, times)
  return times
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether an object has all of these fields, of whatever value. */
export function has(record: unknown, ...fields: string[]): record is Record<string, unknown> {
  return isObject(record) && fields.every((field) => Object.hasOwn(record, field))
}

export function notKnown(vendor: string): BadRecord {
  return new BadRecord('unknown-record', `no kind of record that ${vendor} exports`)
}
