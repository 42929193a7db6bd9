import type { Sentence } from '@firstline/contract/sentence'
import type { BigIntStats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { sentence } from '#server/core/sentence.ts'
import { messageOf } from '#server/core/errors.ts'
import { createProcessPool } from '#server/core/process-pool.ts'
import { openApiFile, problem } from './project-document.ts'
import type { FileProblem, LoadedFile } from './project-document.ts'
import type { KeptOperations } from './keep-operations.ts'

/** A description of an API as large vendors have them, of which only the named operations are kept. */
export type LargeApi = {
  /** Another one is another file. */
  stamp: string
  /** Its operations that other files name; of one that is refused, all that they say. */
  named: string
} & ({ file: LoadedFile } | { problems: FileProblem[] })

export type LargeApiQuestion = { file: string; words: string[] }
export type LargeApiAnswer =
  | ({ hash: string } & KeptOperations)
  | { problem: { line: number; reason: Sentence } }

/** 20 MB of YAML take 2 s and 370 MB. One at a time: they are read at the start and when they change. */
const pool = createProcessPool<LargeApiQuestion, LargeApiAnswer>(
  new URL('./large-api-process.ts', import.meta.url),
  { processes: 1, waiting: 100, processorMs: 60_000, memoryMb: 1_024 },
)

/**
 * Parsed beside the desk's own process, and only when the file or what is named of it is another.
 * @param words all that other files of the project say: an operation that is none of them is not kept
 */
export async function readLargeApi(
  path: string,
  file: string,
  words: ReadonlySet<string>,
  before: LargeApi | null,
): Promise<LargeApi> {
  const stamp = stampOf(await stat(file, { bigint: true }))
  const all = [...words].toSorted()
  const refused = ({ line, reason }: { line: number; reason: Sentence }): LargeApi => ({
    stamp,
    named: JSON.stringify(all),
    problems: [problem(line, reason)],
  })
  if (before?.stamp === stamp) {
    const named = 'file' in before ? namedIn(before.file, words) : JSON.stringify(all)
    if (before.named === named) return before
  }
  try {
    const answer = await pool.ask({ file, words: all })
    if ('problem' in answer) return refused(answer.problem)
    const { hash, definition, operationIds } = answer
    const loaded = { ...openApiFile(path, '', definition), hash, operationIds }
    return { stamp, named: namedIn(loaded, words), file: loaded }
  } catch (error) {
    return refused({ line: 1, reason: sentence`The file cannot be read: ${messageOf(error)}` })
  }
}

function stampOf({ size, mtimeNs, ctimeNs, ino }: BigIntStats): string {
  return [size, mtimeNs, ctimeNs, ino].join(' ')
}

function namedIn({ operationIds = [] }: LoadedFile, words: ReadonlySet<string>): string {
  return JSON.stringify(operationIds.filter((id) => words.has(id)))
}
