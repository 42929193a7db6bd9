import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunbookTest } from '@firstline/contract/runbooks'
import { pino } from 'pino'
import { openProject } from './open-project.ts'
import { followSecrets } from './project/follow-secrets.ts'
import type { ProjectStore } from './project/project.ts'
import { checkDesk } from './beside/check-desk.ts'
import { compileAction, declaredFields } from './actions/compile/compile-action.ts'
import type { FieldsOf } from './actions/compile/compile-action.ts'
import { createActionStore } from './actions/compile/store.ts'
import { readSource } from './accounts/load-sources.ts'
import type { ProjectProblem } from './project/project-document.ts'
import { whatIsSaid } from './project/form-reader.ts'
import type { LoadedFile } from './project/project-document.ts'
import { NotFound } from './core/errors.ts'
import { describedRows } from './connections/described-rows.ts'
import { sentence, textOf } from './core/sentence.ts'
import { checkConnections, readShapes } from './runbooks/lint/check-live.ts'
import type { LiveResult, Shapes } from './runbooks/lint/check-live.ts'
import { checkRoles } from './runbooks/lint/check-roles.ts'
import { asRunbookProblem } from './runbooks/lint/lint-problem.ts'
import type { FolderProblem } from './runbooks/lint/lint-problem.ts'
import { lintRunbook } from './runbooks/lint/lint-runbook.ts'
import { createRuleStore } from './rules/rule-store.ts'
import { declareRunbooks } from './runbooks/publish/load-runbooks.ts'
import { namedIn } from './runbooks/format/named.ts'
import type { Named } from './runbooks/format/named.ts'
import { parseRunbook } from './runbooks/format/parse-runbook.ts'
import { testRunbook } from './runbooks/lint/test-fixtures.ts'

export type FolderReport = {
  /** Accepted definitions, by kind. */
  files: Record<string, number>
  problems: FolderProblem[]
  /** Sources that read by a POST because somebody answers for it: whoever reviews the folder sees them. */
  searches: Search[]
  /** What the connections said; null when they were not asked. */
  live: LiveResult[] | null
}

type Search = { file: string; line: number; operation: string; by: string }

/**
 * Everything a desk would say of a project folder, without a desk.
 * @param options `live` asks the declared systems too, reading only
 */
export async function checkFolder(
  folder: string,
  { live, env }: { live: boolean; env: NodeJS.ProcessEnv },
): Promise<FolderReport> {
  return withFolder(folder, async (project) => {
    const secrets = live ? await followSecrets(project, { env, log: silent }) : null
    const shapes = live ? await readShapes(project, env) : null
    const roles = live ? await checkRoles(project, env) : []
    const named = withShapes(namedIn(project.files), shapes?.shapes)
    const problems = [...project.problems()].filter(({ file }) => !isRunbook(file)).map(inFile)
    for (const file of runbookFiles(project))
      problems.push(...(await lintFile(project, file, named)))
    const asked = shapes && [
      ...(secrets?.all() ?? []).map(asResult),
      ...shapes.results,
      ...(await checkConnections(project, env)),
      ...(await checkDesk(project, env)),
    ]
    secrets?.stop()
    return {
      files: countKinds(project),
      problems: [
        ...problems,
        ...(shapes ? [...shapes.problems, ...misread(project, known(shapes.shapes))] : []),
        ...(await undescribed(project, named, known(shapes?.shapes))),
        ...roles,
      ],
      searches: project.files('Source').flatMap(searchOf),
      live: asked,
    }
  })
}

const silent = pino({ level: 'silent' })

function asResult({ reference, fault }: { reference: string; fault: string | null }): LiveResult {
  const isReachable = fault === null
  return { name: `secret ${reference}`, isReachable, answer: fault ?? 'is there', durationMs: 0 }
}

export type FolderTest = RunbookTest & { file: string }

/** The fixtures of every runbook of a project folder. */
export async function testFolder(folder: string): Promise<FolderTest[]> {
  return withFolder(folder, (project) =>
    Promise.all(
      runbookFiles(project).map(async (file) => ({
        file,
        ...testRunbook(parseRunbook(await readText(project, file))),
      })),
    ),
  )
}

/** A runbook's text as it lies in a folder; `id` null where the head does not say. */
export type RunbookFile = { file: string; id: string | null; source: string }

export async function readRunbookFiles(folder: string): Promise<RunbookFile[]> {
  return withFolder(folder, (project) =>
    Promise.all(
      runbookFiles(project).map(async (file) => {
        const source = await readText(project, file)
        return { file, id: /^id:\s*["']?([\w.-]+)/m.exec(source)?.[1] ?? null, source }
      }),
    ),
  )
}

async function withFolder<T>(folder: string, work: (project: ProjectStore) => Promise<T>) {
  const project = await openFolder(folder)
  try {
    createActionStore(project)
    declareRunbooks(project)
    createRuleStore(project)
    return await work(project)
  } finally {
    project.stop()
  }
}

/** @throws NotFound `project.not-found` */
export async function openFolder(folder: string): Promise<ProjectStore> {
  if (existsSync(join(folder, 'firstline.yaml'))) {
    return openProject(folder, silent)
  }
  throw new NotFound('project.not-found', sentence`There is no firstline.yaml in ${folder}`)
}

/** Refused ones too. */
function runbookFiles(project: ProjectStore): string[] {
  const accepted = project.files('Runbook').map(({ path }) => path)
  const refused = project.problems().map(({ file }) => file)
  return [...new Set([...accepted, ...refused.filter(isRunbook)])].toSorted()
}

function isRunbook(file: string): boolean {
  return file.endsWith('.md')
}

function readText(project: ProjectStore, file: string): Promise<string> {
  return readFile(join(project.folder, file), 'utf8')
}

/** The folder knows what the text alone does not: an id that is taken, a file that is too large. */
async function lintFile(
  project: ProjectStore,
  file: string,
  named: Named,
): Promise<FolderProblem[]> {
  const own = lintRunbook(parseRunbook(await readText(project, file)), named)
  const further = project
    .problems()
    .filter((found) => found.file === file && !own.some(({ reason }) => reason === found.reason))
    .map(asRunbookProblem)
  return [...own, ...further].map((found) => ({ ...found, file }))
}

function searchOf(source: LoadedFile): Search[] {
  const { read_only: word } = whatIsSaid(readSource(source))
  if (!word) return []
  const line = source.lineOf(['read_only'])
  return [{ file: source.path, line, operation: word.reviewed, by: word.by }]
}

function inFile(found: ProjectProblem) {
  return { ...asRunbookProblem(found), file: found.file }
}

function countKinds(project: ProjectStore): Record<string, number> {
  const kinds = Map.groupBy(project.files(), ({ kind }) => kind)
  return Object.fromEntries([...kinds].map(([kind, files]) => [kind, files.length]))
}

/** What a source's rows have as it answered, else as its file says. */
function known(shapes: Shapes = new Map()): FieldsOf {
  return (source) => shapes.get(source.id) ?? declaredFields(source)
}

/** What only the answers tell: an action that reads what its source does not give. */
function misread(project: ProjectStore, fieldsOf: FieldsOf): FolderProblem[] {
  return project.files('Action').flatMap((file) => {
    const compiled = compileAction(file, project.files, fieldsOf)
    const found = 'problems' in compiled ? compiled.problems : []
    return found.map((each) => inFile({ file: file.path, ...each }))
  })
}

/** What is read of an API's rows and is no field of them as it is described, which may not be all there is. */
async function undescribed(
  project: ProjectStore,
  named: Named,
  fieldsOf: FieldsOf,
): Promise<FolderProblem[]> {
  const rows = describedSources(project)
  if (rows.size === 0) return []
  const actions = misread(project, (source) => rows.get(source.id) ?? fieldsOf(source))
  const runbooks: FolderProblem[] = []
  for (const file of project.files('Runbook').map(({ path }) => path)) {
    const without = await lintFile(project, file, named)
    const within = await lintFile(project, file, withShapes(named, rows))
    const said = new Set(without.map(({ reason }) => reason))
    runbooks.push(...within.filter(({ reason }) => !said.has(reason)))
  }
  return [...actions, ...runbooks].map((found) => {
    const said = sentence`${found.said}, as the API is described`
    return { ...found, said, reason: textOf(said), severity: 'warning' }
  })
}

function describedSources(project: ProjectStore): Shapes {
  const sources = [...project.current().sources.values()]
  return new Map(
    sources.flatMap((source) => {
      if (source.kind !== 'http' || source.isGraphql) return []
      const fields = describedRows(source.operation, source.rows)
      return fields ? [[source.id, fields] as const] : []
    }),
  )
}

/** A live answer tells exactly which fields there are. */
function withShapes(named: Named, shapes: Shapes | undefined): Named {
  if (!shapes) return named
  const sources = [...named.sources].map(([id, source]) => {
    const fields = shapes.get(id)
    return [id, fields ? { ...source, fields } : source] as const
  })
  return { ...named, sources: new Map(sources) }
}
