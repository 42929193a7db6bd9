import { present } from '@firstline/contract/present'
import type { Clock } from '#server/core/clock.ts'
import type { Batch, Writer } from './batch.ts'
import { connect, databaseOn } from './connect.ts'
import { recordBatch } from './import-run.ts'
import type { Run } from './import-run.ts'
import type { Progress } from '#server/imports/history/load-file.ts'
import type { HistoryCase, LoadedHistory } from '#server/imports/history/loaded-history.ts'
import { againBatch } from './write-again.ts'
import { freshBatch } from './write-fresh.ts'

export type WriteChoice = {
  /** Events written in one transaction, about. */
  batchEvents?: number
  /** Stops it between two batches. */
  signal?: AbortSignal | undefined
  onProgress?: ((progress: Progress) => void) | undefined
}

type WriteDesk = { clock: Clock; url: string }

const usualEvents = 8_000
/** Of a batch, whatever number of events they are. */
const mostCharacters = 8_000_000

/**
 * Writes the cases batch by batch, each in a transaction with how far it came. While some are
 * written the next are understood: by two connections in turn where the cases are new, as these
 * never wait for each other.
 */
export async function writeCases(
  desk: WriteDesk,
  run: Run,
  history: LoadedHistory,
  choice: WriteChoice,
): Promise<void> {
  const turns = await openTurns(desk, run)
  const most = choice.batchEvents ?? usualEvents
  let batch: Filled | null = null
  let rows = 0
  const flush = (full: Filled) => {
    choice.onProgress?.({ phase: 'writing', rows, share: rows / history.loaded.rows.used })
    choice.signal?.throwIfAborted()
    turns.write(full)
  }
  try {
    for await (const one of history.cases({ after: run.lastCase })) {
      batch ??= await turns.begin()
      add(batch, one)
      rows += one.rows
      if (batch.events < most && batch.characters < mostCharacters) continue
      flush(batch)
      batch = null
    }
    if (batch) flush(batch)
    await turns.written()
  } finally {
    await turns.end()
  }
}

type Filled = {
  writer: Writer
  batch: Batch
  cases: number
  lastCase: string
  events: number
  characters: number
}

function add(filled: Filled, one: HistoryCase): void {
  filled.characters += filled.batch.add(one)
  filled.cases += 1
  filled.lastCase = one.caseKey
  filled.events += one.events.length
}

/** Batches by several connections in turn; they are committed in the order in which they began. */
async function openTurns({ clock, url }: WriteDesk, { origin, isFresh }: Run) {
  const writers = await Promise.all(Array.from({ length: isFresh ? 2 : 1 }, () => openWriter(url)))
  const isFree = new Map(writers.map((writer) => [writer, Promise.resolve()]))
  let turn = 0
  let last = Promise.resolve()

  async function commit({ writer, batch, cases, lastCase }: Filled, before: Promise<void>) {
    const events = await batch.write()
    await before
    await recordBatch(writer.db, clock.now(), { origin, lastCase, cases, events })
    await writer.client.query('commit')
  }

  return {
    async begin(): Promise<Filled> {
      const writer = present(writers[turn++ % writers.length])
      await isFree.get(writer)
      await writer.client.query('begin')
      const batch = await (isFresh ? freshBatch : againBatch)(writer, origin)
      return { writer, batch, cases: 0, lastCase: '', events: 0, characters: 0 }
    },
    write(filled: Filled): void {
      last = commit(filled, last)
      last.catch(() => undefined) // thrown when its turn comes again, or at the end
      isFree.set(filled.writer, last)
    },
    written: () => last,
    /** What was begun and not written is given up. */
    async end(): Promise<void> {
      await last.catch(() => undefined)
      await Promise.all(writers.map(({ client }) => client.end()))
    },
  }
}

async function openWriter(url: string): Promise<Writer> {
  const client = await connect(url)
  // what a crash of the database takes away is imported again; the end of an import is waited for
  await client.query('set synchronous_commit = off')
  return { client, db: databaseOn(client) }
}
