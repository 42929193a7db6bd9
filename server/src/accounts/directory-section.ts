import { described, maybe } from '@firstline/contract/formats/form'
import { text } from '@firstline/contract/formats/values'
import { ownProperty } from '@firstline/contract/own-property'
import { z } from 'zod'
import { sentence } from '#server/core/sentence.ts'
import { dialectIn, isDatabase } from '#server/connections/kinds.ts'
import type { ConnectionDefinition } from '#server/connections/kinds.ts'
import { parameterize } from '#server/connections/named-parameters.ts'
import type { Dialect, ParameterizedSql } from '#server/connections/named-parameters.ts'
import { nearest } from '#server/core/spelling.ts'
import { problem } from '#server/project/project-document.ts'
import type { FileProblem, LoadedFile } from '#server/project/project-document.ts'

export type Directory = {
  connection: string
  /** Ids by which other systems know an account: the column of each, by its name. */
  identifiers: ReadonlyMap<string, string>
} & Partial<Record<'byEmail' | 'byDomain' | 'search' | 'byId', ParameterizedSql>>

declare module '#server/project/project.ts' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface is added to
  interface Project {
    directory: Directory | null
  }
}

/** The section `directory`. */
export const directoryForm = described(
  z.strictObject({
    connection: described(text, 'The database that is asked.'),
    by_email: maybe(text, 'SQL with :email, the sender.'),
    by_domain: maybe(text, 'SQL with :domain, when nobody has that address.'),
    search: maybe(text, 'SQL with :q, when an agent looks for an account.'),
    by_id: maybe(text, 'SQL with :account_id.'),
    identifiers: maybe(
      z.record(z.string(), text).meta({ propertyNames: { pattern: '^[a-z][a-z0-9_]*$' } }),
      'Ids by which other systems know the account, by names of your own: the column of by_id each one is in. A connection says with identifier which it knows.',
      { stripe: 'stripe_customer_id' },
    ),
  }),
  'How the account behind an address is found. Each query answers account_id, account_name and domain; plan, contact_name and contact_email as well if it has them.',
)

type Said = z.infer<typeof directoryForm>
type Connections = Record<string, ConnectionDefinition>

export function compileDirectory(
  said: Said | undefined,
  connections: Connections = {},
): Directory | null {
  if (!said) return null
  const { connection, by_email, by_domain, search, by_id, identifiers = {} } = said
  const dialect = dialectIn(connections, connection)
  return {
    connection,
    identifiers: new Map(Object.entries(identifiers)),
    ...(by_email ? { byEmail: parameterize(by_email, dialect) } : {}),
    ...(by_domain ? { byDomain: parameterize(by_domain, dialect) } : {}),
    ...(search ? { search: parameterize(search, dialect) } : {}),
    ...(by_id ? { byId: parameterize(by_id, dialect) } : {}),
  }
}

/** What a schema cannot say: that the database is declared, and what its queries may ask with. */
export function directoryProblems(
  file: LoadedFile,
  said: Said | undefined,
  connections: Connections = {},
): FileProblem[] {
  const unknown = identifierProblems(file, said?.identifiers ?? {}, connections)
  if (!said) return unknown
  if (!isDatabase(ownProperty(connections, said.connection))) {
    const meant = nearest(said.connection, Object.keys(connections))
    const line = file.lineOf(['directory', 'connection'])
    return [
      ...unknown,
      problem(
        line,
        sentence`directory: “${said.connection}” is not a connection to a database`,
        meant,
      ),
    ]
  }
  const dialect = dialectIn(connections, said.connection)
  const queries: Partial<Record<Lookup, string>> = said
  const misasked = Object.entries(lookups).flatMap(([key, name]) => {
    const sql = ownProperty(queries, key as Lookup)
    return sql === undefined ? [] : checkLookup(file, key as Lookup, name, { sql, dialect })
  })
  if (said.identifiers === undefined || said.by_id !== undefined) return [...unknown, ...misasked]
  const line = file.lineOf(['directory', 'identifiers'])
  const reason = sentence`directory.identifiers: they are looked up by_id, which is not declared`
  return [...unknown, ...misasked, problem(line, reason, 'by_id: select … where id = :account_id')]
}

/** Connections that know an account by an id which the directory does not answer. */
function identifierProblems(
  file: LoadedFile,
  identifiers: Record<string, string>,
  connections: Connections,
): FileProblem[] {
  return Object.entries(connections).flatMap(([id, { identifier }]) => {
    if (identifier === undefined || Object.hasOwn(identifiers, identifier)) return []
    const line = file.lineOf(['connections', id, 'identifier'])
    const reason = sentence`connections.${id}: directory.identifiers has no “${identifier}”`
    return [problem(line, reason, nearest(identifier, Object.keys(identifiers)))]
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
  const unknown = parameterize(sql, dialect).names.find((used) => used !== name)
  if (unknown === undefined) return []
  const line = file.lineOf(['directory', key])
  return [
    problem(
      line,
      sentence`directory.${key}: only “:${name}” is known here, not “:${unknown}”`,
      `:${name}`,
    ),
  ]
}
