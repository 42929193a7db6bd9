import { BesideDeskName } from '@firstline/contract/beside-kinds'
import { Refusal } from '#server/core/errors.ts'
import { resolveSecret } from '#server/core/secrets.ts'
import type { WithProject } from '#server/project/project.ts'
import { originOf } from './origin.ts'

const panel = /^\/beside\/([a-z]+)\/[1-9][0-9]{0,17}$/

/**
 * Whose pages may show this one within themselves: of the panel the origins that the project declares for
 * its desk, of every other page nobody's.
 */
export function frameOriginsOf(
  { sources }: WithProject,
  path: string,
  env: NodeJS.ProcessEnv = process.env,
): readonly string[] {
  const named = BesideDeskName.safeParse(panel.exec(path)?.[1])
  const { project } = sources
  const declared = named.success ? project.current().beside?.[named.data] : undefined
  if (!declared) return []
  if (declared.origins) return declared.origins
  try {
    const origin = originOf(resolveSecret(declared.address, { env, folder: project.folder }))
    return origin === null ? [] : [origin]
  } catch (error) {
    if (error instanceof Refusal) return [] // its address is not set where Firstline runs
    throw error
  }
}
