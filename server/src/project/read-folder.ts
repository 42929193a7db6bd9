import type { Sentence } from '@firstline/contract/sentence'
import { readFile, readdir, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { sentence } from '#server/core/sentence.ts'
import { readLargeApi } from './read-large-api.ts'
import type { LargeApi } from './read-large-api.ts'
import { tooManyEntries } from './too-many-entries.ts'

const largestFileBytes = 512 * 1024
const largestApiBytes = 20 * 1024 * 1024

/** What a file says, as far as it was read. */
export type Text = { text: string } | { problem: Sentence } | { large: LargeApi }

type Found = { path: string; file: string; bytes: number; isJson: boolean }

/**
 * The definitions of a folder. A description of an API counts by its name: it may be JSON, and larger than
 * what people write, where another file names it.
 */
export async function readFolder(
  folder: string,
  before: ReadonlyMap<string, Text>,
): Promise<Map<string, Text>> {
  const found = await listFolder(folder)
  const written = found.filter(({ isJson }) => !isJson)
  const read = written.map(async (each) => [each.path, await readText(each)] as const)
  const texts = new Map(await Promise.all(read))
  const candidates = found.filter((each) => mayBeLarge(each, texts.get(each.path)))
  if (candidates.length > 0) await addApis(candidates, texts, before)
  return new Map([...texts].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

async function addApis(
  candidates: readonly Found[],
  texts: Map<string, Text>,
  before: ReadonlyMap<string, Text>,
): Promise<void> {
  const words = wordsOf(texts.values())
  const read = candidates
    .filter(({ path }) => words.has(path))
    .map(async (each) => {
      const old = before.get(each.path)
      const known = old && 'large' in old ? old.large : null
      return [each.path, await readApi(each, words, known)] as const
    })
  for (const [path, text] of await Promise.all(read)) texts.set(path, text)
}

async function listFolder(folder: string): Promise<Found[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile() && /\.(?:ya?ml|md|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !relative(folder, file).split(sep).some(isLeftOut))
  return Promise.all(
    files.map(async (file) => ({
      path: relative(folder, file).replaceAll(sep, '/'),
      file,
      bytes: await stat(file).then(
        ({ size }) => size,
        () => 0,
      ),
      isJson: file.endsWith('.json'),
    })),
  )
}

function isLeftOut(part: string): boolean {
  return part.startsWith('.') || part === 'node_modules'
}

async function readText({ file, bytes }: Found): Promise<Text> {
  if (bytes > largestFileBytes) {
    return {
      problem: sentence`The file is larger than 512 kB; only the description of an API that a connection names may be`,
    }
  }
  try {
    return { text: await readFile(file, 'utf8') }
  } catch (error) {
    return { problem: sentence`The file cannot be read: ${codeOf(error)}` }
  }
}

function codeOf(error: unknown): string {
  const { code } = Object(error) as { code?: string }
  return code ?? 'unknown'
}

/** Each entry takes two characters at least: what is shorter than that has few enough. */
const fewBytes = 40_000

/** What is not read as people's own writing is. */
function mayBeLarge({ path, bytes, isJson }: Found, text: Text | undefined): boolean {
  if (isJson || bytes > largestFileBytes) return !path.endsWith('.md')
  if (path.endsWith('.md') || bytes <= fewBytes || !text || !('text' in text)) return false
  return tooManyEntries(text.text) !== null && /^(["']?)(?:openapi|swagger)\1\s*:/m.test(text.text)
}

async function readApi(
  { path, file, bytes }: Found,
  words: ReadonlySet<string>,
  before: LargeApi | null,
): Promise<Text> {
  if (bytes > largestApiBytes) return { problem: sentence`The file is larger than 20 MB` }
  return { large: await readLargeApi(path, file, words, before) }
}

/** All that files say, in words: whatever is named is among them, whoever names it. */
function wordsOf(texts: Iterable<Text>): Set<string> {
  const words = new Set<string>()
  for (const each of texts) {
    if (!('text' in each)) continue
    for (const [word] of each.text.matchAll(/[^\s"'#,{}[\]]+/g)) words.add(word)
  }
  return words
}

export function sameTexts(a: ReadonlyMap<string, Text>, b: ReadonlyMap<string, Text>): boolean {
  return a.size === b.size && [...b].every(([path, text]) => isSame(a.get(path), text))
}

/** What did not change stays what it was, and with it whatever was made of it. */
export function withKnown(
  next: ReadonlyMap<string, Text>,
  before: ReadonlyMap<string, Text>,
): Map<string, Text> {
  return new Map(
    [...next].map(([path, text]) => {
      const old = before.get(path)
      return [path, old && isSame(old, text) ? old : text] as const
    }),
  )
}

function isSame(a: Text | undefined, b: Text): boolean {
  if (a === undefined) return false
  if ('large' in a || 'large' in b) return 'large' in a && 'large' in b && a.large === b.large
  return 'text' in a && 'text' in b ? a.text === b.text : JSON.stringify(a) === JSON.stringify(b)
}
