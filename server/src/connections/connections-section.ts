import type { Sentence } from '@firstline/contract/sentence'
import { described } from '@firstline/contract/formats/form'
import { z } from 'zod'
import { sentence } from '#server/core/sentence.ts'
import { sectionReader } from '#server/project/form-reader.ts'
import { problem } from '#server/project/project-document.ts'
import type { FileProblem, LoadedFile } from '#server/project/project-document.ts'
import { connectionForm, isDatabase } from './kinds.ts'
import type { ConnectionDefinition } from './kinds.ts'

declare module '#server/project/project.ts' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface is added to
  interface Project {
    connections: Record<string, ConnectionDefinition>
  }
}

/** The section `connections`. */
export const connectionsForm = described(
  z.record(z.string(), connectionForm),
  'Systems that sources read and actions call, by a name of your own.',
)
export const readConnections = sectionReader('connections', connectionsForm)

/** Where no description says how calls are signed, what stands in the file must say it in one way. */
export function signingProblems(
  file: LoadedFile,
  connections: Record<string, ConnectionDefinition> = {},
): FileProblem[] {
  return Object.entries(connections).flatMap(([id, connection]) => {
    if (connection.kind === 'http' || connection.kind === 'redis' || isDatabase(connection))
      return []
    const { oauth, credential, auth } = connection
    const said = (key: string, reason: Sentence, meant: string | null = null) =>
      problem(
        file.lineOf(['connections', id, key]),
        sentence`connections.${id}.${key}: ${reason}`,
        meant,
      )
    if (oauth && credential) return [said('oauth', sentence`there is a credential already`)]
    const isKey = auth?.scheme === 'key'
    if (!auth || isKey === (auth.name !== undefined)) return []
    return isKey
      ? [
          said(
            'auth',
            sentence`a key needs the place and the name it is sent by`,
            'in: header, name: X-Key',
          ),
        ]
      : [said('auth', sentence`${auth.scheme} has no place and name of its own`)]
  })
}
