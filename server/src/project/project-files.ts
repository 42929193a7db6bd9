import { watch } from 'node:fs'
import { readFile, readdir, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { minutes, seconds } from '#server/core/clock.ts'
import { messageOf } from '#server/core/errors.ts'
import type { Logger } from '#server/core/log.ts'
import { parseProjectFile, problem } from './project-document.ts'
import type { FileProblem, LoadedFile, ProjectProblem } from './project-document.ts'

const largestFileBytes = 512 * 1024

/** Reads what is written of one kind; `files` gives what may be named from it. */
export type KindCheck = (
  file: LoadedFile,
  files: (kind: string) => readonly LoadedFile[],
) => FileProblem[]

/**
 * A folder of definitions. A file that does not load is a problem with file, line and reason, and
 * its last good version stays in force.
 */
export type ProjectFiles = {
  folder: string
  files(kind?: string): readonly LoadedFile[]
  problems(): readonly ProjectProblem[]
  /**
   * From now on files of this kind are checked like this. Kinds are settled in the order they were
   * declared: a check sees the accepted files of earlier kinds, and the candidates of its own.
   */
  declareKind(kind: string, check: KindCheck): void
  /** @returns stops telling */
  onChange(listener: () => void): () => void
  reload(): Promise<void>
  stop(): void
}

const emptyKinds = ['Project', 'Source', 'Action', 'Runbook'] as const

/** @param folder null: a project nobody has connected yet, with no files */
export async function openProjectFiles(folder: string | null, log: Logger): Promise<ProjectFiles> {
  const checks = new Map<string, KindCheck>()
  const lastGood = new Map<string, LoadedFile>()
  const listeners = new Set<() => void>()
  let texts = folder === null ? new Map<string, Text>() : await readTexts(folder)
  let accepted: readonly LoadedFile[] = []
  let problems: readonly ProjectProblem[] = []

  function settle(): void {
    const settled = settleFiles(texts, checks, lastGood)
    accepted = settled.accepted
    problems = settled.problems
  }

  async function reload(): Promise<void> {
    if (folder === null) return
    const next = await readTexts(folder)
    if (sameTexts(texts, next)) return
    texts = next
    settle()
    for (const listener of listeners) listener()
    log.info({ files: accepted.length, problems: problems.length }, 'project folder read again')
  }

  settle()
  const watching = folder === null ? null : watchFolder(folder, log, reload)
  return {
    folder: folder ?? '',
    files: (kind) =>
      kind === undefined ? accepted : accepted.filter((file) => file.kind === kind),
    problems: () => problems,
    declareKind(kind, check) {
      checks.set(kind, check)
      settle()
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    reload,
    stop: () => watching?.stop(),
  }
}

type Text = { text: string } | { problem: string }

async function readTexts(folder: string): Promise<Map<string, Text>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() && /\.(?:ya?ml|md)$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter(
      (path) => !path.split(sep).some((part) => part.startsWith('.') || part === 'node_modules'),
    )
    .toSorted()
  const read = paths.map(
    async (path) => [path.replaceAll(sep, '/'), await readText(folder, path)] as const,
  )
  return new Map(await Promise.all(read))
}

async function readText(folder: string, path: string): Promise<Text> {
  const file = join(folder, path)
  try {
    if ((await stat(file)).size > largestFileBytes)
      return { problem: 'The file is larger than 512 kB' }
    return { text: await readFile(file, 'utf8') }
  } catch (error) {
    return { problem: `The file cannot be read: ${(error as { code?: string }).code ?? 'unknown'}` }
  }
}

function sameTexts(a: Map<string, Text>, b: Map<string, Text>): boolean {
  if (a.size !== b.size) return false
  return [...b].every(([path, text]) => JSON.stringify(a.get(path)) === JSON.stringify(text))
}

function settleFiles(
  texts: ReadonlyMap<string, Text>,
  checks: ReadonlyMap<string, KindCheck>,
  lastGood: Map<string, LoadedFile>,
): { accepted: LoadedFile[]; problems: ProjectProblem[] } {
  for (const path of lastGood.keys()) if (!texts.has(path)) lastGood.delete(path)
  const problems: ProjectProblem[] = []
  const refuse = (path: string, found: readonly FileProblem[]) =>
    problems.push(...found.map((p) => ({ file: path, ...p })))
  const byKind = new Map<string, LoadedFile[]>()
  const keep = (file: LoadedFile) => byKind.set(file.kind, [...(byKind.get(file.kind) ?? []), file])

  for (const [path, text] of texts) {
    const parsed =
      'text' in text
        ? parseProjectFile(path, text.text, [...new Set([...emptyKinds, ...checks.keys()])])
        : { problems: [problem(1, text.problem)] }
    if ('file' in parsed) keep(parsed.file)
    else if ('problems' in parsed) {
      refuse(path, parsed.problems)
      const before = lastGood.get(path)
      if (before) keep(before)
    }
  }
  const kinds = [...checks.keys(), ...[...byKind.keys()].filter((kind) => !checks.has(kind))]
  for (const kind of kinds) {
    const candidates = byKind.get(kind) ?? []
    const found = candidates.map((file) => ({
      file,
      problems: [
        ...repeatedId(file, candidates),
        ...checkSafely(checks.get(kind), file, (other) => byKind.get(other) ?? []),
      ],
    }))
    const good: LoadedFile[] = []
    for (const { file, problems: wrong } of found) {
      refuse(file.path, wrong)
      const kept = wrong.length === 0 ? file : lastGood.get(file.path)
      if (kept) good.push(kept)
      // a kind nobody has declared yet is not known to be good
      if (wrong.length === 0 && checks.has(kind)) lastGood.set(file.path, file)
    }
    byKind.set(kind, good)
  }
  return { accepted: [...byKind.values()].flat(), problems }
}

function repeatedId(file: LoadedFile, candidates: readonly LoadedFile[]): FileProblem[] {
  const first = candidates.find((other) => other.id === file.id)
  if (first === file) return []
  return [problem(file.lineOf(['id']), `“${file.id}” is already declared in ${first?.path}`)]
}

/** A check that itself breaks refuses the file; the others load. */
function checkSafely(
  check: KindCheck | undefined,
  file: LoadedFile,
  files: (kind: string) => readonly LoadedFile[],
): FileProblem[] {
  try {
    return check?.(file, files) ?? []
  } catch (error) {
    return [problem(1, `The file cannot be understood: ${messageOf(error)}`)]
  }
}

/** Editors write a file in several steps: wait until it is quiet. Where the system cannot tell, look. */
function watchFolder(folder: string, log: Logger, reload: () => Promise<void>): { stop(): void } {
  let waiting: NodeJS.Timeout | undefined
  const read = () => {
    reload().catch((error: unknown) => {
      log.warn(
        { err: messageOf(error) },
        'project folder cannot be read; what was read last stays in force',
      )
    })
  }
  const soon = () => {
    clearTimeout(waiting)
    waiting = setTimeout(read, 0.15 * seconds)
  }
  const looking = setInterval(read, minutes / 2)
  looking.unref()
  const watcher = startWatching(folder, soon, log)
  return {
    stop() {
      clearTimeout(waiting)
      clearInterval(looking)
      watcher?.close()
    },
  }
}

function startWatching(folder: string, changed: () => void, log: Logger) {
  try {
    const watcher = watch(folder, { recursive: true, persistent: false }, changed)
    watcher.on('error', (error) => {
      log.warn({ err: messageOf(error) }, 'project folder is not watched; it is read every 30 s')
    })
    return watcher
  } catch (error) {
    log.warn({ err: messageOf(error) }, 'project folder is not watched; it is read every 30 s')
    return null
  }
}
