import { dialectIn, isDatabase } from '#server/connections/kinds.ts'
import type { ConnectionDefinition } from '#server/connections/kinds.ts'
import type { Dialect } from '#server/connections/named-parameters.ts'
import { ownProperty } from '@firstline/contract/own-property'
import type { ProjectProblem, LoadedFile, FileProblem } from '#server/project/project-document.ts'
import { problem } from '#server/project/project-document.ts'
import { openProjectFiles } from '#server/project/project-files.ts'
import type { KindCheck } from '#server/project/project-files.ts'
import { whatIsSaid } from '#server/project/form-reader.ts'
import { nearest } from '#server/core/spelling.ts'
import type { Logger } from '#server/core/log.ts'
import type { SignInSettings } from '#server/team/sign-in-settings.ts'
import { checkSource } from './check-source.ts'
import { compileHooks, hookProblems } from './hook-settings.ts'
import type { Hook } from './hook-settings.ts'
import { compileSource, dialectOf } from './load-sources.ts'
import type { Source } from './load-sources.ts'
import { parameterize } from '#server/connections/named-parameters.ts'
import type { ParameterizedSql } from '#server/connections/named-parameters.ts'
import { readProject } from './project-form.ts'
import type { ProjectFile } from './project-form.ts'
import { compileScorecard, scorecardProblems } from './scorecard-settings.ts'
import type { ScorecardSettings } from './scorecard-settings.ts'
import { compileStatus } from './status-settings.ts'
import type { StatusSettings } from './status-settings.ts'

type Directory = { connection: string } & Partial<
  Record<'byEmail' | 'byDomain' | 'search' | 'byId', ParameterizedSql>
>

export type Project = {
  name: string
  support: {
    address: string
    name: string
    signature: string
    /** A mail relay of one's own whose Authentication-Results are taken at their word. */
    trustedRelay?: { name: string; addresses: string[] }
    /** Put `[#1042]` into the subject of replies. */
    numbersSubjects?: boolean
  }
  types: { id: string; title: string; l1: boolean }[]
  /** Teams by line. */
  lines: { l1: string[]; l2: string[]; l3: string[] }
  connections: Record<string, ConnectionDefinition>
  directory: Directory | null
  status: StatusSettings | null
  /** Who tells changes by webhooks, by the name in the address. */
  hooks: ReadonlyMap<string, Hook>
  accountPicture: string[]
  learning: {
    /** Shift hours of one person a week, by line. */
    weeklyHours: { l1: number; l2: number; l3: number }
    /** Where named wins are told: `env:` or `file:`. */
    chatWebhook: string | null
  }
  scorecard: ScorecardSettings
  signIn: SignInSettings
  sources: ReadonlyMap<string, Source>
}

/** The project as it is now in force, and what of it does not load. */
export type ProjectStore = {
  folder: string
  current(): Project
  problems(): readonly ProjectProblem[]
  /** Accepted files, for actions and runbooks to compile theirs. */
  files(kind?: string): readonly LoadedFile[]
  /** See ProjectFiles.declareKind: call it once at start. */
  declareKind(kind: string, check: KindCheck): void
  /** Told after `current()` has changed. */
  onChange(listener: () => void): () => void
  reload(): Promise<void>
  stop(): void
}

export type WithProject = { sources: { project: ProjectStore } }

/** @param folder null where nobody has connected a project yet */
export async function openProject(folder: string | null, log: Logger): Promise<ProjectStore> {
  const files = await openProjectFiles(folder, log)
  files.declareKind('OpenAPI', checkOpenApi)
  files.declareKind('Project', checkProject)
  files.declareKind('Source', checkSource)
  let project = compileProject(files.files)
  const listeners = new Set<() => void>()
  files.onChange(() => {
    project = compileProject(files.files)
    for (const listener of listeners) listener()
  })
  return {
    folder: files.folder,
    current: () => project,
    problems: () => [...files.problems(), ...pictureProblems(files.files)],
    files: files.files,
    declareKind: files.declareKind,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    reload: files.reload,
    stop: files.stop,
  }
}

type Files = Parameters<KindCheck>[1]
const checkOpenApi: KindCheck = (file) =>
  /^3\.[01]\./.test(String(file.definition.openapi))
    ? []
    : [problem(1, 'openapi must be 3.0 or 3.1')]

const checkProject: KindCheck = (file) => {
  const read = readProject(file)
  if ('problems' in read) return read.problems
  const { directory, connections = {}, scorecard, hooks } = read.says
  const misread = [
    ...scorecardProblems(file, scorecard),
    ...hookProblems(file, hooks),
    ...signingProblems(file, connections),
  ]
  if (misread.length > 0) return misread
  if (!directory) return []
  if (!isDatabase(ownProperty(connections, directory.connection))) {
    const meant = nearest(directory.connection, Object.keys(connections))
    const line = file.lineOf(['directory', 'connection'])
    return [
      problem(
        line,
        `directory: “${directory.connection}” is not a connection to a database`,
        meant,
      ),
    ]
  }
  const dialect = dialectIn(connections, directory.connection)
  return Object.entries(lookups).flatMap(([key, name]) => {
    const sql = ownProperty(directory, key as Lookup)
    return sql === undefined ? [] : checkLookup(file, key as Lookup, name, { sql, dialect })
  })
}

/** Where no description says how calls are signed, what stands in the file must say it in one way. */
function signingProblems(
  file: LoadedFile,
  connections: Record<string, ConnectionDefinition>,
): FileProblem[] {
  return Object.entries(connections).flatMap(([id, connection]) => {
    if (connection.kind !== 'prometheus') return []
    const { oauth, credential, auth } = connection
    const said = (key: string, reason: string, meant: string | null = null) =>
      problem(file.lineOf(['connections', id, key]), `connections.${id}.${key}: ${reason}`, meant)
    if (oauth && credential) return [said('oauth', 'there is a credential already')]
    const isKey = auth?.scheme === 'key'
    if (!auth || isKey === (auth.name !== undefined)) return []
    return isKey
      ? [
          said(
            'auth',
            'a key needs the place and the name it is sent by',
            'in: header, name: X-Key',
          ),
        ]
      : [said('auth', `${auth.scheme} has no place and name of its own`)]
  })
}

/** What each query of the directory may ask with. */
const lookups = {
  by_email: 'email',
  by_domain: 'domain',
  search: 'q',
  by_id: 'account_id',
} as const
type Lookup = keyof typeof lookups

function checkLookup(
  file: LoadedFile,
  key: Lookup,
  name: string,
  { sql, dialect }: { sql: string; dialect: Dialect },
): FileProblem[] {
  const unknown = parameterize(sql, dialect).names.filter((used) => used !== name)
  if (unknown.length === 0) return []
  const line = file.lineOf(['directory', key])
  return [
    problem(
      line,
      `directory.${key}: only “:${name}” is known here, not “:${unknown[0]}”`,
      `:${name}`,
    ),
  ]
}

/** A panel that names no source is left out of the picture; the rest of the project stands. */
function pictureProblems(files: Files): ProjectProblem[] {
  const file = files('Project')[0]
  const known = files('Source').map((source) => source.id)
  const named = file ? (whatIsSaid(readProject(file)).account_picture ?? []) : []
  return named.flatMap((id, index) =>
    known.includes(id)
      ? []
      : [
          {
            file: file!.path,
            ...problem(
              file!.lineOf(['account_picture', index]),
              `account_picture: no source is called “${id}”`,
              nearest(id, known),
            ),
          },
        ],
  )
}

function compileProject(files: Files): Project {
  const file = files('Project')[0]
  const definition = file && whatIsSaid(readProject(file))
  const sources = new Map(files('Source').flatMap((file) => compileIfPossible(file, files)))
  if (!definition) return { ...unconnected, sources }
  const { support, status, hooks, lines, learning } = definition
  return {
    name: definition.name,
    support: compileSupport(support),
    types: (definition.types ?? []).map((type) => ({ ...type, l1: type.l1 ?? true })),
    lines: { ...unconnected.lines, ...lines },
    connections: definition.connections ?? {},
    directory: compileDirectory(definition, files),
    status: compileStatus(status),
    hooks: compileHooks(hooks),
    learning: {
      weeklyHours: { ...unconnected.learning.weeklyHours, ...learning?.weekly_hours },
      chatWebhook: learning?.chat_webhook ?? null,
    },
    accountPicture: (definition.account_picture ?? []).filter((id) => sources.has(id)),
    scorecard: compileScorecard(definition.scorecard),
    signIn: {
      secondFactor: definition.sign_in?.second_factor ?? [],
      help: definition.sign_in?.help ?? null,
    },
    sources,
  }
}

/** A last good version may name an operation that has gone since; checkSource has said so. */
function compileIfPossible(file: LoadedFile, files: Files): [string, Source][] {
  try {
    return [[file.id, compileSource(file, files)]]
  } catch {
    return []
  }
}

function compileDirectory({ directory }: ProjectFile, files: Files): Directory | null {
  if (!directory) return null
  const dialect = dialectOf(directory, files)
  const { connection, by_email, by_domain, search, by_id } = directory
  return {
    connection,
    ...(by_email ? { byEmail: parameterize(by_email, dialect) } : {}),
    ...(by_domain ? { byDomain: parameterize(by_domain, dialect) } : {}),
    ...(search ? { search: parameterize(search, dialect) } : {}),
    ...(by_id ? { byId: parameterize(by_id, dialect) } : {}),
  }
}

const unconnected: Project = {
  name: 'Firstline',
  support: { address: 'support@localhost', name: 'Support', signature: '' },
  types: [],
  lines: { l1: [], l2: [], l3: [] },
  connections: {},
  directory: null,
  status: null,
  hooks: new Map(),
  accountPicture: [],
  scorecard: compileScorecard(),
  signIn: { secondFactor: [], help: null },
  learning: { weeklyHours: { l1: 40, l2: 40, l3: 40 }, chatWebhook: null },
  sources: new Map(),
}

/** A relay on this machine unless told: from elsewhere anybody could say that they are it. */
const loopback = ['127.0.0.1', '::1']

function compileSupport(given: ProjectFile['support']): Project['support'] {
  const { address, name, signature, trusted_relay: relay, number_in_subject: numbers } = given
  return {
    address,
    name,
    signature: signature?.trim() ?? '',
    ...(relay
      ? { trustedRelay: { name: relay.name, addresses: relay.addresses ?? loopback } }
      : {}),
    ...(numbers ? { numbersSubjects: true } : {}),
  }
}
