import { watch } from 'node:fs'
import { sentence } from '#server/core/sentence.ts'
import { minutes, seconds } from '#server/core/clock.ts'
import { messageOf } from '#server/core/errors.ts'
import type { Logger } from '#server/core/log.ts'
import { parseProjectFile, problem } from './project-document.ts'
import type { FileProblem, LoadedFile, Parsed, ProjectProblem } from './project-document.ts'
import { readFolder, sameTexts, withKnown } from './read-folder.ts'
import type { Text } from './read-folder.ts'

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
  const settledKinds = new Map<string, Settled>()
  const listeners = new Set<() => void>()
  let texts = folder === null ? new Map<string, Text>() : await readFolder(folder, new Map())
  let accepted: readonly LoadedFile[] = []
  let problems: readonly ProjectProblem[] = []

  function settle(): void {
    const settled = settleFiles(texts, checks, lastGood, settledKinds)
    accepted = settled.good
    problems = settled.problems
  }

  async function reload(): Promise<void> {
    if (folder === null) return
    const next = await readFolder(folder, texts)
    if (sameTexts(texts, next)) return
    texts = withKnown(next, texts)
    settledKinds.clear()
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
      if (checks.has(kind)) settledKinds.clear()
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

type Settled = { good: LoadedFile[]; problems: ProjectProblem[] }

/** @param settledKinds what these texts gave before: a kind that is declared later changes nothing of it */
function settleFiles(
  texts: ReadonlyMap<string, Text>,
  checks: ReadonlyMap<string, KindCheck>,
  lastGood: Map<string, LoadedFile>,
  settledKinds: Map<string, Settled>,
): Settled {
  for (const path of lastGood.keys()) if (!texts.has(path)) lastGood.delete(path)
  const problems: ProjectProblem[] = []
  const byKind = new Map<string, LoadedFile[]>()
  const keep = (file: LoadedFile) => byKind.set(file.kind, [...(byKind.get(file.kind) ?? []), file])

  for (const [path, text] of texts) {
    const parsed = parseText(path, text, [...new Set([...emptyKinds, ...checks.keys()])])
    if ('file' in parsed) keep(parsed.file)
    else if ('problems' in parsed) {
      problems.push(...inFile(path, parsed.problems))
      const before = lastGood.get(path)
      if (before) keep(before)
    }
  }
  const kinds = [...checks.keys(), ...[...byKind.keys()].filter((kind) => !checks.has(kind))]
  for (const kind of kinds) {
    const settled = settledKinds.get(kind) ?? settleKind(kind, checks.get(kind), byKind, lastGood)
    // a kind nobody has declared yet is not known to be good
    if (checks.has(kind)) settledKinds.set(kind, settled)
    problems.push(...settled.problems)
    byKind.set(kind, settled.good)
  }
  return { good: [...byKind.values()].flat(), problems }
}

const parsedTexts = new WeakMap<Text, LoadedFile>()

/** Once for each text: a file that was understood is understood whichever kinds are declared later. */
function parseText(path: string, text: Text, kinds: readonly string[]): Parsed {
  if ('problem' in text) return { problems: [problem(1, text.problem)] }
  if ('large' in text) return text.large
  const known = parsedTexts.get(text)
  if (known) return { file: known }
  const parsed = parseProjectFile(path, text.text, kinds)
  if ('file' in parsed) parsedTexts.set(text, parsed.file)
  return parsed
}

function settleKind(
  kind: string,
  check: KindCheck | undefined,
  byKind: ReadonlyMap<string, readonly LoadedFile[]>,
  lastGood: Map<string, LoadedFile>,
): Settled {
  const candidates = byKind.get(kind) ?? []
  const found = candidates.map((file) => ({
    file,
    wrong: [
      ...repeatedId(file, candidates),
      ...checkSafely(check, file, (other) => byKind.get(other) ?? []),
    ],
  }))
  const good = found.flatMap(({ file, wrong }) => {
    const kept = wrong.length === 0 ? file : lastGood.get(file.path)
    if (wrong.length === 0 && check) lastGood.set(file.path, file)
    return kept ? [kept] : []
  })
  return { good, problems: found.flatMap(({ file, wrong }) => inFile(file.path, wrong)) }
}

function inFile(path: string, found: readonly FileProblem[]): ProjectProblem[] {
  return found.map((each) => ({ file: path, ...each }))
}

function repeatedId(file: LoadedFile, candidates: readonly LoadedFile[]): FileProblem[] {
  const first = candidates.find((other) => other.id === file.id)
  if (!first || first === file) return []
  return [problem(file.lineOf(['id']), sentence`“${file.id}” is already declared in ${first.path}`)]
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
    return [problem(1, sentence`The file cannot be understood: ${messageOf(error)}`)]
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
