import type { Connections } from '#server/connections/connections.ts'
import type { Project } from '#server/project/project.ts'

/** Asked for where an answer must come and nobody's data may. */
export const nobody = 'firstline-check'

/**
 * Asks a system what its credential decides, and what the project says is read there, for an account that
 * nobody has.
 * @returns what it answered, in words
 * @throws Error with what keeps it from being read
 */
export type Probe = (
  connections: Connections,
  id: string,
  project: Pick<Project, 'logs' | 'traces'>,
  timeoutMs: number,
) => Promise<string>
