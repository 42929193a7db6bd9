import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { TooManyLogs } from '../store.ts'
import type { NewLog } from '../store.ts'

const columns = 'at, account_key, service, severity, message, trace_id, span_id, attributes'
const pieceBytes = 256 * 1024
/** Of one request: eight times what may be sent, as rows of tiny records are larger than these. */
const largestBytes = 64 * 1024 * 1024

/** Signature, flags, and no extension: https://www.postgresql.org/docs/18/sql-copy.html */
const header = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)])
const trailer = Buffer.from([0xff, 0xff])

const dayMicros = 86_400_000_000
/** PostgreSQL counts from the year 2000. */
const epochMicros = 946_684_800_000_000

export type LogRows = {
  count: number
  /** `2026-03-02`, in UTC. */
  days: ReadonlySet<string>
  pieces: readonly Buffer[]
}

/** Logs as COPY takes them in, in binary. @throws TooManyLogs, and whatever reading the logs throws */
export function rowsOf(logs: Iterable<NewLog>, largest = largestBytes): LogRows {
  const rows = new Rows()
  const days = new Set<number>()
  let count = 0
  for (const log of logs) {
    days.add(Math.floor(log.atMicros / dayMicros))
    rows.add(log)
    count += 1
    if (rows.bytes > largest) throw new TooManyLogs('the logs of one request are too many')
  }
  return { count, days: new Set([...days].map(dayOf)), pieces: rows.end() }
}

const dayOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10)

/** Writes them all, or none. */
export async function copyLogs(client: pg.ClientBase, { pieces }: LogRows): Promise<void> {
  const copy: Writable = client.query(
    copyFrom(`copy telemetry_log (${columns}) from stdin (format binary)`),
  )
  const done = once(copy, 'finish') // a refusal by the database ends the waiting too
  for (const piece of pieces) {
    if (!copy.write(piece)) await Promise.race([once(copy, 'drain'), done])
  }
  copy.end()
  await done
}

/** What a row takes beside its texts: lengths, time, severity, the version of jsonb. */
const rowBytes = 2 + 8 * 4 + 8 + 2 + 1
/** A UTF-16 unit takes at most three bytes of UTF-8. */
const widest = 3

class Rows {
  /** Of the pieces that are full, and of the one at hand. */
  bytes = header.length
  readonly #pieces: Buffer[] = [header]
  #piece = Buffer.allocUnsafeSlow(pieceBytes)
  #at = 0

  add(log: NewLog): void {
    const before = this.#at
    const began = this.#makeRoom(log) ? 0 : before
    this.#at = this.#piece.writeInt16BE(8, this.#at)
    this.#addTime(log.atMicros - epochMicros)
    this.#addText(log.accountKey)
    this.#addText(log.service)
    this.#at = this.#piece.writeInt32BE(2, this.#at)
    this.#at = this.#piece.writeInt16BE(log.severity, this.#at)
    this.#addText(log.message)
    this.#addText(log.traceId)
    this.#addText(log.spanId)
    this.#addJson(log.attributes)
    this.bytes += this.#at - began
  }

  /** Nothing is added any more. */
  end(): readonly Buffer[] {
    this.#close()
    this.#pieces.push(trailer)
    return this.#pieces
  }

  /** @returns whether the row begins another piece */
  #makeRoom({ accountKey, service, message, traceId, spanId, attributes }: NewLog): boolean {
    const length =
      (accountKey?.length ?? 0) +
      service.length +
      message.length +
      (traceId?.length ?? 0) +
      (spanId?.length ?? 0)
    let needed = rowBytes + widest * (length + attributes.length)
    if (needed <= this.#piece.length - this.#at) return false
    if (needed > pieceBytes) needed = rowBytes + widest * length + Buffer.byteLength(attributes)
    this.#close()
    this.#piece = Buffer.allocUnsafeSlow(Math.max(pieceBytes, needed))
    return true
  }

  #close(): void {
    if (this.#at > 0) this.#pieces.push(this.#piece.subarray(0, this.#at))
    this.#at = 0
  }

  #addTime(micros: number): void {
    this.#at = this.#piece.writeInt32BE(8, this.#at)
    this.#at = this.#piece.writeInt32BE(Math.floor(micros / 2 ** 32), this.#at)
    this.#at = this.#piece.writeUInt32BE(micros >>> 0, this.#at)
  }

  #addText(text: string | null): void {
    if (text === null) {
      this.#at = this.#piece.writeInt32BE(-1, this.#at)
      return
    }
    const length = this.#piece.write(text, this.#at + 4)
    this.#piece.writeInt32BE(length, this.#at)
    this.#at += 4 + length
  }

  /** jsonb is its text behind the number of its format. */
  #addJson(text: string): void {
    const length = this.#piece.write(text, this.#at + 5)
    this.#piece.writeInt32BE(length + 1, this.#at)
    this.#piece[this.#at + 4] = 1
    this.#at += 5 + length
  }
}
