import { watch } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { sentence } from '#server/core/sentence.ts'
import { minutes, seconds } from '#server/core/clock.ts'
import { messageOf } from '#server/core/errors.ts'
import type { Logger } from '#server/core/log.ts'
import { loadFile, problem } from './project-document.ts'
import type { FileProblem, LoadedFile, Parsed, ProjectProblem } from './project-document.ts'
import { readAhead, readOnce } from './read-ahead.ts'
import { readFolder, sameTexts, withKnown } from './read-folder.ts'
import type { Text } from './read-folder.ts'

/** Reads what is written of one kind; `files` gives what may be named from it. */
export type KindCheck = (
  file: LoadedFile,
  files: (kind: string) => readonly LoadedFile[],
) => FileProblem[]

/** The same of a desk that is at work: what may take long is checked in a process of its own. */
export type LiveKindCheck = (...of: Parameters<KindCheck>) => Promise<FileProblem[]>

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
  declareKind(kind: string, check: KindCheck, live?: LiveKindCheck): void
  /** @returns stops telling */
  onChange(listener: () => void): () => void
  reload(): Promise<void>
  stop(): void
}

const emptyKinds = ['Project', 'Source', 'Action', 'Runbook', 'Rule'] as const

/** @param folder null: a project nobody has connected yet, with no files */
export async function openProjectFiles(folder: string | null, log: Logger): Promise<ProjectFiles> {
  const checks = new Map<string, Checks>()
  const lastGood = new Map<string, LoadedFile>()
  const settledKinds = new Map<string, Settled>()
  const listeners = new Set<() => void>()
  let texts = folder === null ? new Map<string, Text>() : await readFolder(folder, new Map())
  await readAhead(texts)
  let accepted: readonly LoadedFile[] = []
  let problems: readonly ProjectProblem[] = []

  function settle(): void {
    take(settleAtOnce(settleFiles(texts, checks, lastGood, settledKinds)))
  }

  function take(settled: Settled): void {
    accepted = settled.good
    problems = settled.problems
  }

  /** One after another: each sees what the one before it accepted. */
  let reading: Promise<void> = Promise.resolve()
  function reload(): Promise<void> {
    const next = reading.then(readAgain)
    reading = next.catch(() => undefined)
    return next
  }

  async function readAgain(): Promise<void> {
    if (folder === null) return
    const next = await readFolder(folder, texts)
    if (sameTexts(texts, next)) return
    const known = withKnown(next, texts)
    await readAhead(known)
    texts = known
    settledKinds.clear()
    take(await settleInTurns(settleFiles(texts, new Map(checks), lastGood, new Map())))
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
    declareKind(kind, check, live) {
      if (checks.has(kind)) settledKinds.clear()
      checks.set(kind, { check, live })
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

type Checks = { check: KindCheck; live: LiveKindCheck | undefined }
type Settled = { good: LoadedFile[]; problems: ProjectProblem[] }

/** A file that is to be checked; goes on with what is wrong with it. */
type Asking = { checks: Checks; of: Parameters<KindCheck> }
type Settling<Result> = Generator<Asking, Result, FileProblem[]>

/** When a desk starts, nobody waits for it. */
function settleAtOnce(settling: Settling<Settled>): Settled {
  let step = settling.next()
  while (!step.done) {
    const { checks, of } = step.value
    step = settling.next(checkSafely(checks, of))
  }
  return step.value
}

/** A desk that is at work goes on with it between any two files. */
async function settleInTurns(settling: Settling<Settled>): Promise<Settled> {
  let step = settling.next()
  while (!step.done) {
    const { checks, of } = step.value
    await nextTurn()
    step = settling.next(await checkLive(checks, of))
  }
  return step.value
}

/** @param settledKinds what these texts gave before: a kind that is declared later changes nothing of it */
function* settleFiles(
  texts: ReadonlyMap<string, Text>,
  checks: ReadonlyMap<string, Checks>,
  lastGood: Map<string, LoadedFile>,
  settledKinds: Map<string, Settled>,
): Settling<Settled> {
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
    const settled =
      settledKinds.get(kind) ?? (yield* settleKind(kind, checks.get(kind), byKind, lastGood))
    // a kind nobody has declared yet is not known to be good
    if (checks.has(kind)) settledKinds.set(kind, settled)
    problems.push(...settled.problems)
    byKind.set(kind, settled.good)
  }
  return { good: [...byKind.values()].flat(), problems }
}

const loadedTexts = new WeakMap<Text, LoadedFile>()

/** Once for each text: a file that was understood is understood whichever kinds are declared later. */
function parseText(path: string, text: Text, kinds: readonly string[]): Parsed {
  if ('problem' in text) return { problems: [problem(1, text.problem)] }
  if ('large' in text) return text.large
  const loaded = loadedTexts.get(text)
  if (loaded) return { file: loaded }
  const parsed = loadFile(path, text.text, readOnce(path, text), kinds)
  if ('file' in parsed) loadedTexts.set(text, parsed.file)
  return parsed
}

function* settleKind(
  kind: string,
  checks: Checks | undefined,
  byKind: ReadonlyMap<string, readonly LoadedFile[]>,
  lastGood: Map<string, LoadedFile>,
): Settling<Settled> {
  const candidates = byKind.get(kind) ?? []
  const found: { file: LoadedFile; wrong: FileProblem[] }[] = []
  const others = (other: string) => byKind.get(other) ?? []
  for (const file of candidates) {
    const wrong = checks ? yield { checks, of: [file, others] } : []
    found.push({ file, wrong: [...repeatedId(file, candidates), ...wrong] })
  }
  const good = found.flatMap(({ file, wrong }) => {
    const kept = wrong.length === 0 ? file : lastGood.get(file.path)
    if (wrong.length === 0 && checks) lastGood.set(file.path, file)
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
function checkSafely({ check }: Checks, of: Parameters<KindCheck>): FileProblem[] {
  try {
    return check(...of)
  } catch (error) {
    return notUnderstood(error)
  }
}

async function checkLive({ check, live }: Checks, of: Parameters<KindCheck>) {
  try {
    return live ? await live(...of) : check(...of)
  } catch (error) {
    return notUnderstood(error)
  }
}

function notUnderstood(error: unknown): FileProblem[] {
  return [problem(1, sentence`The file cannot be understood: ${messageOf(error)}`)]
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
