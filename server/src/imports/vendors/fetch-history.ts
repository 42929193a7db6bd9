import { mkdir, readFile, rename, stat, truncate, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { systemClock } from '#server/core/clock.ts'
import { Invalid } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { readers } from './readers.ts'
import { openWrittenFile } from '#server/imports/read/open-written-file.ts'
import type { WrittenFile } from '#server/imports/read/open-written-file.ts'
import type { Refusal } from '#server/imports/read/rows.ts'
import { aside, partsHeader, partsLine } from './parts-file.ts'
import type { ApiAccess, Checkpoint } from './vendor.ts'

export type FetchChoice = {
  /** Name of the reader: `zendesk`. */
  reader: string
  url: string
  key: string
  reach: ApiAccess['reach']
  since: Date | null
  timeZone?: string | undefined
  onRefusal?: ((refusal: Refusal) => void) | undefined
  onFetched?: ((records: number, total: number | null) => void) | undefined
  signal?: AbortSignal | undefined
} & Partial<Pick<ApiAccess, 'clock' | 'sleep'>>

/** Beside the file: how much of it is complete, and where to go on. */
type State = { bytes: number; records: number; cursor: unknown; isDone: boolean }

const nothing: State = { bytes: 0, records: 0, cursor: null, isDone: false }

/**
 * Brings everything that an interface tells into a file, which is then imported like any other.
 * What was interrupted goes on at the last checkpoint; what was done goes on with what is new since.
 * @param path of the file
 * @throws Invalid when the vendor has no interface that is known
 */
export async function fetchHistory(path: string, choice: FetchChoice): Promise<void> {
  const { reader, readApi } = readerOf(choice.reader)
  // The mode is for this folder alone: the database's own account must enter the one around it.
  await mkdir(dirname(dirname(path)), { recursive: true })
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const before = await readState(path)
  if (before.bytes > 0) await truncate(path, before.bytes)
  const file = openWrittenFile(path, before.bytes > 0 ? 'a' : 'w')
  const state = { ...before, isDone: false }
  try {
    if (state.bytes === 0) await write(file, state, partsHeader(reader.name))
    const found = readApi(accessOf(choice, before), {
      refuse: (refusal) => {
        choice.onRefusal?.(refusal)
        append(file, state, aside({ refusal }))
      },
      remark: (remark) => append(file, state, aside({ remark })),
      read: () => choice.onFetched?.(++state.records, null),
      timeZone: choice.timeZone ?? 'UTC',
    })
    for await (const one of found) {
      if ('cursor' in one) await settle(path, file, state, one, choice)
      else await write(file, state, partsLine(one))
    }
    await settle(path, file, { ...state, isDone: true }, state, choice)
  } finally {
    await file.close()
  }
}

function readerOf(name: string) {
  const reader = readers.find((one) => one.name === name)
  if (reader?.readApi) return { reader, readApi: reader.readApi.bind(reader) }
  const known = readers.filter(({ readApi }) => readApi).map((one) => one.name)
  throw new Invalid(
    'import.no-interface',
    sentence`“${name}” cannot be fetched from; these can: ${known.join(', ')}`,
  )
}

function accessOf(choice: FetchChoice, { cursor }: State): ApiAccess {
  const { url, key, reach, since, clock = systemClock } = choice
  const signal = choice.signal ?? new AbortController().signal
  const sleep = choice.sleep ?? ((ms: number) => wait(ms, undefined, { signal }))
  return { url, key, reach, since, cursor, clock, sleep, signal }
}

async function write(file: WrittenFile, state: State, text: string): Promise<void> {
  state.bytes += Buffer.byteLength(text)
  await file.write(text)
}

function append(file: WrittenFile, state: State, text: string): void {
  state.bytes += Buffer.byteLength(text)
  file.add(text)
}

async function settle(
  path: string,
  file: WrittenFile,
  state: State,
  { cursor, total }: Checkpoint,
  choice: FetchChoice,
): Promise<void> {
  state.cursor = cursor
  // what the state counts must lie in the file first
  await file.settle()
  await writeState(path, state)
  choice.onFetched?.(state.records, total ?? null)
  choice.signal?.throwIfAborted()
}

/** Renamed into place: a kill leaves the old state or the new one. */
async function writeState(path: string, state: State): Promise<void> {
  await writeFile(`${path}.state.new`, JSON.stringify(state), { mode: 0o600 })
  await rename(`${path}.state.new`, `${path}.state`)
}

async function readState(path: string): Promise<State> {
  const text = await readFile(`${path}.state`, 'utf8').catch(() => null)
  if (text === null) return { ...nothing }
  const state = JSON.parse(text) as State
  const lying = await stat(path).catch(() => null)
  return lying !== null && lying.size >= state.bytes ? state : { ...nothing }
}
