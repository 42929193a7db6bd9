import { dialectIn } from '#server/connections/kinds.ts'
import type { ConnectionDefinition } from '#server/connections/kinds.ts'
import { parameterize } from '#server/connections/named-parameters.ts'
import { eachDirectory, lookupNames } from './directory-section.ts'
import type { Directory, Lookup, SaidDirectories, SaidLookup } from './directory-section.ts'
import { operationOf } from './load-sources.ts'
import type { Files } from './load-sources.ts'
import { searchBody } from './search-body.ts'

type Connections = Record<string, ConnectionDefinition>

/** Compiles what `check-directories.ts` has let pass. */
export function compileDirectories(
  said: SaidDirectories | undefined,
  connections: Connections = {},
  files: Files,
): Directory[] {
  return eachDirectory(said).map(({ said: one, path }) => {
    const compile = (lookup: SaidLookup) =>
      compileLookup(lookup, one.connection, connections, files)
    return {
      connection: one.connection,
      path,
      lookups: Object.fromEntries(
        lookupNames.flatMap((name) => {
          const lookup = one[name]
          return lookup === undefined ? [] : [[name, compile(lookup)]]
        }),
      ),
      identifiers: new Map(Object.entries(one.identifiers ?? {})),
    }
  })
}

function compileLookup(
  said: SaidLookup,
  connection: string,
  connections: Connections,
  files: Files,
): Lookup {
  if (typeof said === 'string')
    return { kind: 'sql', sql: parameterize(said, dialectIn(connections, connection)) }
  const { operation: id, bind = {}, columns, rows } = said
  try {
    const { operation, signatures } = operationOf({ id, connection, operation: id }, files)
    return {
      kind: 'http',
      operation,
      signatures,
      bind,
      body: searchBody(said, operation),
      isGraphql: said.graphql !== undefined,
      rows: rows?.split('.') ?? [],
      columns,
    }
  } catch {
    return { kind: 'gone' }
  }
}
