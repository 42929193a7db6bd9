import type pg from 'pg'
import { Invalid } from '#server/core/errors.ts'
import type { FileShape } from '#server/imports/inspect-file.ts'
import type { Refusal } from '#server/imports/read-rows.ts'
import type { Reading } from '#server/imports/reading.ts'
import { storeUpdates } from '#server/imports/sort-updates.ts'
import { Tally } from '#server/imports/tally.ts'
import type { ReasonCount } from '#server/imports/tally.ts'
import { readUpdates } from '#server/imports/updates.ts'
import type { Update } from '#server/imports/updates.ts'

export type LoadOptions = {
  /** Rows after this moment are refused. */
  until?: Date | undefined
  onRefusal?: ((refusal: Refusal) => void) | undefined
  onProgress?: ((rows: number) => void) | undefined
}

export type Loaded = {
  rows: { read: number; used: number; refused: number }
  /** Why rows were refused, and which values of used rows were not. */
  refusals: ReasonCount[]
  remarks: ReasonCount[]
  firstAt: Date
  lastAt: Date
}

const progressRows = 5_000

/**
 * Reads the whole file into the temporary table of this connection, ready to be sorted.
 * @throws Invalid when not one row can be used
 */
export async function loadFile(
  client: pg.ClientBase,
  shape: FileShape,
  reading: Reading,
  options: LoadOptions,
): Promise<Loaded> {
  const refusals = new Tally()
  const remarks = new Tally()
  const extent = { used: 0, first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY }
  const refuse = (refusal: Refusal) => {
    refusals.add(refusal)
    options.onRefusal?.(refusal)
  }
  const until = options.until?.getTime() ?? Number.POSITIVE_INFINITY

  async function* counted(): AsyncGenerator<Update> {
    for await (const update of readUpdates(shape, reading, refuse, (remark) =>
      remarks.add(remark),
    )) {
      if (update.at > until) {
        refuse({
          line: update.line,
          reason: 'after-now',
          detail: new Date(update.at).toISOString(),
        })
        continue
      }
      extent.used += 1
      extent.first = Math.min(extent.first, update.at)
      extent.last = Math.max(extent.last, update.at)
      if (extent.used % progressRows === 0) options.onProgress?.(extent.used)
      yield update
    }
  }

  await storeUpdates(client, counted())
  if (extent.used === 0) throw nothingUsable(refusals, reading)
  return {
    rows: { read: extent.used + refusals.total, used: extent.used, refused: refusals.total },
    refusals: refusals.reasons(),
    remarks: remarks.reasons(),
    firstAt: new Date(extent.first),
    lastAt: new Date(extent.last),
  }
}

function nothingUsable(refusals: Tally, { columnNames }: Reading): Invalid {
  const reasons = refusals.reasons().map(({ reason, count, examples }) => {
    const example = examples[0] ? `, e.g. line ${examples[0].line}: ${examples[0].detail}` : ''
    return `  ${reason}: ${count} rows${example}`
  })
  const columns = Object.entries(columnNames).map(([role, name]) => `${role}=${name}`)
  return new Invalid(
    'import.nothing-usable',
    `Not one row can be used, read as ${columns.join(', ')}\n${reasons.join('\n') || '  there is no row below the header'}`,
  )
}
