import type { HistoryDataOf, HistoryName } from '@firstline/contract/formats/history'
import type { Sentence } from '@firstline/contract/sentence'
import type { Reach } from '#server/outbound/address-range.ts'
import type { Clock } from '#server/core/clock.ts'
import type { FileShape } from '#server/imports/read/inspect-file.ts'
import type { LineRule } from '#server/imports/read/lines.ts'
import type { Refusal } from '#server/imports/read/rows.ts'

/**
 * The seam between the engine and what other desks export.
 *
 * A reader works in two steps, so that nothing but one ticket is ever in memory: `read…` turns the
 * records of files or of an API into parts, each about one ticket, in whatever order and from
 * whatever file they come; the engine sorts them by ticket; then `tell` puts the parts of one
 * ticket together to its canonical history. Teams are named as the vendor names them: which of them
 * is the first line is the engine's question.
 */
export type HistoryReader<Body = unknown> = {
  /** As in `--from zendesk`. */
  name: string
  /** As people know it. */
  title: string
  /** Whether a file that begins so is of this vendor. @param text decoded, at most 256 kB */
  fits(sample: { path: string; text: string }): boolean
  /** What the files themselves say of how to understand them. */
  about?(files: readonly FileShape[]): Promise<About>
  /** All files of one history: tickets, audits, ratings … in any order. */
  readFiles(files: readonly FileShape[], told: Told): AsyncIterable<Found<Body>>
  readApi?(api: ApiAccess, told: Told): AsyncIterable<Found<Body> | Checkpoint>
  /**
   * The canonical history of one ticket. Pure: the same parts give the same records.
   * @param parts of this ticket, by `at`, then as they were read; at least one
   */
  tell(ticket: string, parts: readonly Part<Body>[], context: TellContext): HistoryRecord[]
}

export type About = {
  /** `told`: every record says its line. */
  lines?: LineRule | undefined
  timeZone?: string | undefined
  /** Rules that whatever wrote them assumed. */
  assumed?: readonly Sentence[] | undefined
}

/** What one record says about one ticket. `body` must survive JSON. */
export type Part<Body = unknown> = { ticket: string; at: number; body: Body }

/** What an id means: the name of a group, the role of a user. Known to `tell` whenever it was read. */
export type Named = { kind: string; id: string; value: string }

export type Found<Body> = Part<Body> | Named

/** Everything found before it is complete; an interrupted fetch goes on with this cursor. */
export type Checkpoint = { cursor: unknown; /** Of all records, if the API says. */ total?: number }

export type Told = {
  /** A record that is not used. `line` is the line of the file, else its place from 1. */
  refuse(refusal: Refusal): void
  /** A record that is used although one of its values is not, or whose history is an estimate. */
  remark(remark: Refusal): void
  /** One more record read, used or not. */
  read(): void
  /** How many bytes of the file under way were read so far: for progress. */
  onBytes?: ((bytes: number) => void) | undefined
  /** Of times without an offset; IANA name. */
  timeZone: string
}

export type ApiAccess = {
  /** Of the vendor's desk, as the user gave it. */
  url: string
  /** `token`, or `user:token` where the vendor wants two. */
  key: string
  since: Date | null
  /** Of the last checkpoint, when going on. */
  cursor: unknown
  clock: Clock
  /** `public` where a person in a browser named the address. */
  reach: Reach
  /** Waits without blocking; tests do not wait. */
  sleep(milliseconds: number): Promise<void>
  signal: AbortSignal
}

export type TellContext = {
  nameOf(kind: string, id: string): string | undefined
  remark(remark: Refusal): void
}

/**
 * A happening in the making of the canonical format (contract/src/formats/history.ts). `resolution` may be left
 * out: the last one made is meant. `line` is left out where only the team is known.
 */
export type HistoryRecord = {
  [Name in HistoryName]: {
    /** Milliseconds since 1970-01-01 UTC. */
    at: number
    actor?: { kind: 'customer' | 'agent' | 'system'; id?: string | null } | null
    name: Name
    data: HistoryDataOf[Name]
  }
}[HistoryName]

/** Forgets the type of the parts, which only the reader itself looks into. */
export function defineReader<Body>(reader: HistoryReader<Body>): HistoryReader {
  return reader
}
