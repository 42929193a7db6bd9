import type pg from 'pg'
import { Invalid } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import type { FileShape } from '#server/imports/read/inspect-file.ts'
import type { Reading } from '#server/imports/table/reading.ts'
import type { Refusal } from '#server/imports/read/rows.ts'
import { storeUpdates } from './sort-updates.ts'
import { Tally } from '#server/imports/read/tally.ts'
import type { ReasonCount } from '#server/imports/read/tally.ts'
import { readUpdates } from './updates.ts'
import type { Update } from './updates.ts'

/** How far a history came: first its files are read, then its tickets written. */
export type Progress = {
  phase: 'reading' | 'writing'
  rows: number
  /** 0…1 of the phase. */ share: number
}

export type LoadOptions = {
  /** Rows after this moment are refused. */
  until?: Date | undefined
  /** Only so many: enough to show how a file would be understood. */
  maxRows?: number | undefined
  /** Stops it between two rows. */
  signal?: AbortSignal | undefined
  onRefusal?: ((refusal: Refusal) => void) | undefined
  onProgress?: ((progress: Progress) => void) | undefined
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
const latest = Date.UTC(9999, 0)

/** Counts what is read: what is used, what is refused, and how far it came. */
export class Loading {
  readonly refusals = new Tally()
  readonly remarks = new Tally()
  readonly #options: LoadOptions
  readonly #totalBytes: number
  readonly #until: number
  #bytesOfFile = 0
  #bytesBefore = 0
  #used = 0
  #records = 0
  #first = Number.POSITIVE_INFINITY
  #last = Number.NEGATIVE_INFINITY

  constructor(options: LoadOptions, totalBytes: number) {
    this.#options = options
    this.#totalBytes = totalBytes
    this.#until = Math.min(options.until?.getTime() ?? latest, latest)
  }

  refuse(refusal: Refusal): void {
    this.refusals.add(refusal)
    this.#options.onRefusal?.(refusal)
  }

  /** Whether something of this moment is used: it is counted either way. */
  takes(at: number, ticket: string, line = 0): boolean {
    this.#options.signal?.throwIfAborted()
    const reason = this.#reasonAgainst(at, ticket)
    if (reason) {
      const detail =
        at > this.#until && at < latest ? new Date(at).toISOString() : ticket.slice(0, 60)
      this.refuse({ line, reason, detail })
      return false
    }
    this.#used += 1
    this.#first = Math.min(this.#first, at)
    this.#last = Math.max(this.#last, at)
    if (this.#used % progressRows === 0) this.#tell()
    return true
  }

  #reasonAgainst(at: number, ticket: string): string | null {
    if (ticket === '') return 'no-case'
    if (ticket.includes('\0')) return 'nul-character'
    if (!(at >= 0 && at < latest)) return 'unreadable-time'
    return at > this.#until ? 'after-now' : null
  }

  /** @param bytes of the file under way, as it lies there */
  onBytes(bytes: number): void {
    if (bytes < this.#bytesOfFile) this.#bytesBefore += this.#bytesOfFile
    this.#bytesOfFile = bytes
  }

  /** Of sources whose records are not what is used: one can tell several things, or none. */
  onRecord(): void {
    this.#records += 1
  }

  get isEnough(): boolean {
    return this.#used >= (this.#options.maxRows ?? Number.POSITIVE_INFINITY)
  }

  #tell(): void {
    const share = (this.#bytesBefore + this.#bytesOfFile) / Math.max(1, this.#totalBytes)
    this.#options.onProgress?.({ phase: 'reading', rows: this.#used, share: Math.min(1, share) })
  }

  /** @throws Invalid when not one row can be used */
  ended(readAs: string): Loaded {
    if (this.#used === 0) throw nothingUsable(this.refusals, readAs)
    const refused = this.refusals.total
    const used = this.#records > 0 ? Math.max(0, this.#records - refused) : this.#used
    return {
      rows: { read: used + refused, used, refused },
      refusals: this.refusals.reasons(),
      remarks: this.remarks.reasons(),
      firstAt: new Date(this.#first),
      lastAt: new Date(this.#last),
    }
  }
}

/**
 * Reads the whole file into the temporary table of this connection, ready to be sorted.
 * @param origin names the history, and so its tickets
 * @throws Invalid when not one row can be used
 */
export async function loadFile(
  client: pg.ClientBase,
  origin: string,
  shape: FileShape,
  reading: Reading,
  options: LoadOptions,
): Promise<Loaded> {
  const loading = new Loading(options, shape.bytes)

  async function* counted(): AsyncGenerator<Update[]> {
    const groups = readUpdates(shape, reading, {
      refuse: (refusal) => loading.refuse(refusal),
      remark: (remark) => loading.remarks.add(remark),
      onBytes: (bytes) => loading.onBytes(bytes),
    })
    for await (const updates of groups) {
      yield updates.filter(
        (one) => !loading.isEnough && loading.takes(one.at, one.caseKey, one.line),
      )
      if (loading.isEnough) return
    }
  }

  await storeUpdates(client, origin, counted())
  const columns = Object.entries(reading.columnNames).map(([role, name]) => `${role}=${name}`)
  return loading.ended(columns.join(', '))
}

function nothingUsable(refusals: Tally, readAs: string): Invalid {
  return new Invalid(
    'import.nothing-usable',
    sentence`Not one row can be used, read as ${readAs}\n${refusals.inWords() || '  there is no row below the header'}`,
  )
}
