import { setImmediate as nextTurn } from 'node:timers/promises'
import { sentence } from '#server/core/sentence.ts'
import { messageOf } from '#server/core/errors.ts'
import { TookTooMuch, createProcessPool } from '#server/core/process-pool.ts'
import { problem, readProjectFile } from './project-document.ts'
import type { ReadFile } from './project-document.ts'
import type { ReadQuestion } from './read-process.ts'
import { countEntries } from './too-many-entries.ts'
import type { Text } from './read-folder.ts'

/** A blink of YAML; what has more entries is read beside the desk's own process. */
const fewEntries = 1_000

/** 20,000 entries, the most a file may have, take two seconds. */
const pool = createProcessPool<ReadQuestion, ReadFile>(
  new URL('./read-process.ts', import.meta.url),
  { processes: 1, waiting: 1_000, processorMs: 15_000, memoryMb: 512 },
)

/** What each text says, once for each. */
const known = new WeakMap<Text, ReadFile>()

/** Reads what is new before anybody asks for it: a desk that is at work goes on with it meanwhile. */
export async function readAhead(texts: ReadonlyMap<string, Text>): Promise<void> {
  for (const [path, text] of texts) {
    if (!('text' in text) || known.has(text)) continue
    if (countEntries(text.text) > fewEntries) known.set(text, await readBeside(path, text.text))
    else {
      await nextTurn()
      readOnce(path, text)
    }
  }
}

export function readOnce(path: string, text: Extract<Text, { text: string }>): ReadFile {
  const before = known.get(text)
  if (before) return before
  const read = readProjectFile(path, text.text)
  known.set(text, read)
  return read
}

async function readBeside(path: string, text: string): Promise<ReadFile> {
  try {
    return await pool.ask({ path, text })
  } catch (error) {
    const reason =
      error instanceof TookTooMuch
        ? sentence`Reading the file takes too long, or too much memory: split it into several`
        : sentence`The file cannot be read: ${messageOf(error)}`
    return { problems: [problem(1, reason)] }
  }
}
