import { ownProperty } from '@firstline/contract/own-property'
import type { Sentence } from '@firstline/contract/sentence'
import type { HttpDefinition } from '#server/connections/connection-form.ts'
import { dialectIn, isDatabase } from '#server/connections/kinds.ts'
import type { ConnectionDefinition } from '#server/connections/kinds.ts'
import { parameterize } from '#server/connections/named-parameters.ts'
import { sentence } from '#server/core/sentence.ts'
import { nearest } from '#server/core/spelling.ts'
import type { Path } from '#server/project/places.ts'
import { problem } from '#server/project/project-document.ts'
import type { FileProblem, LoadedFile } from '#server/project/project-document.ts'
import { checkOperation } from './check-source.ts'
import { askedWith, eachDirectory, lookupNames } from './directory-section.ts'
import type {
  FoundColumns,
  SaidDirectories,
  SaidDirectory,
  SaidLookup,
} from './directory-section.ts'
import type { Files } from './load-sources.ts'

type Connections = Record<string, ConnectionDefinition>
type Named = { key: keyof typeof askedWith; path: Path; lookup: SaidLookup }

/** What a schema cannot say: that the systems are declared, and what they may be asked with. */
export function checkDirectories(
  file: LoadedFile,
  said: SaidDirectories | undefined,
  connections: Connections = {},
  files: Files,
): FileProblem[] {
  const all = eachDirectory(said)
  const names = all.flatMap(({ said: { identifiers = {} } }) => Object.keys(identifiers))
  return [
    ...checkIdentifiers(file, names, connections),
    ...all.flatMap(({ said: one, path }) => checkDirectory(file, one, path, connections, files)),
  ]
}

/** Connections that know an account by an id which no directory answers. */
function checkIdentifiers(
  file: LoadedFile,
  names: readonly string[],
  connections: Connections,
): FileProblem[] {
  return Object.entries(connections).flatMap(([id, { identifier }]) => {
    if (identifier === undefined || names.includes(identifier)) return []
    const line = file.lineOf(['connections', id, 'identifier'])
    const reason = sentence`connections.${id}: directory.identifiers has no “${identifier}”`
    return [problem(line, reason, nearest(identifier, names))]
  })
}

function checkDirectory(
  file: LoadedFile,
  said: SaidDirectory,
  path: Path,
  connections: Connections,
  files: Files,
): FileProblem[] {
  const connection = ownProperty(connections, said.connection)
  const where = path.join('.')
  if (!isDatabase(connection) && connection?.kind !== 'http') {
    const meant = nearest(said.connection, Object.keys(connections))
    const reason = sentence`${where}: “${said.connection}” is not a connection to a database or of kind http`
    return [problem(file.lineOf([...path, 'connection']), reason, meant)]
  }
  const wrong = lookupsOf(said, path).flatMap((named) =>
    connection.kind === 'http'
      ? checkCalled(file, named, connection, files)
      : checkQuery(file, named, said.connection, connections),
  )
  if (said.identifiers === undefined || said.by_id !== undefined) return wrong
  const reason = sentence`${where}.identifiers: they are looked up by_id, which is not declared`
  const hint = 'by_id: select … where id = :account_id'
  return [...wrong, problem(file.lineOf([...path, 'identifiers']), reason, hint)]
}

function lookupsOf(said: SaidDirectory, path: Path): Named[] {
  return lookupNames.flatMap((key): Named[] => {
    const lookup = said[key]
    return lookup === undefined ? [] : [{ key, path: [...path, key], lookup }]
  })
}

function checkQuery(
  file: LoadedFile,
  { key, path, lookup }: Named,
  connection: string,
  connections: Connections,
): FileProblem[] {
  const where = path.join('.')
  const line = file.lineOf(path)
  if (typeof lookup !== 'string') {
    const reason = sentence`${where}: “${connection}” is a database, which is asked by SQL`
    return [problem(line, reason, `select … where … = :${askedWith[key]}`)]
  }
  const name = askedWith[key]
  const { names } = parameterize(lookup, dialectIn(connections, connection))
  const unknown = names.find((used) => used !== name)
  if (unknown === undefined) return []
  const reason = sentence`${where}: only “:${name}” is known here, not “:${unknown}”`
  return [problem(line, reason, `:${name}`)]
}

/** The column that says of a record that it is the one that was asked for. */
export const provenBy = {
  by_email: 'contact_email',
  by_domain: 'domain',
  by_id: 'account_id',
} as const satisfies Record<string, keyof FoundColumns>

function checkCalled(
  file: LoadedFile,
  { key, path, lookup }: Named,
  connection: HttpDefinition,
  files: Files,
): FileProblem[] {
  const where = path.join('.')
  if (typeof lookup === 'string') {
    const reason = sentence`${where}: an API is asked by an operation, not by SQL`
    return [problem(file.lineOf(path), reason, '{ operation: …, bind: …, columns: … }')]
  }
  const within = { lineOf: (inner: Path) => file.lineOf([...path, ...inner]) }
  const name = askedWith[key]
  const asked = {
    names: [['asked', { properties: { [name]: { type: 'string' } } }]] as const,
    mustSend: `asked.${name}`,
    never: sentence`never asks with ${`asked.${name}`}`,
  }
  const said = (reason: Sentence) => sentence`${where}: ${reason}`
  const wrong = checkOperation(within, lookup, connection, files, asked).map((each) =>
    problem(each.line, said(each.said), each.suggestion),
  )
  const proof = ownProperty<string | undefined>(provenBy, key)
  if (proof === undefined || Object.hasOwn(lookup.columns, proof)) return wrong
  const reason = sentence`${where}.columns: “${proof}” is missing: what answers a search may answer others too, and each must say that it is the one asked for`
  return [...wrong, problem(within.lineOf(['columns']), reason, `${proof}: …`)]
}
