import { ownProperty } from '@firstline/contract/own-property'
import { parseArgs } from 'node:util'
import type { ParseArgsOptionsConfig } from 'node:util'
import { Usage } from './exit-code.ts'

/** @throws Usage naming what cannot be understood */
export function parseCommand<Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new Usage((error as Error).message)
  }
}

/** What a command's first word names. @throws Usage naming those there are */
export function stepNamed<Step>(
  steps: Readonly<Record<string, Step>>,
  name: string | undefined,
): Step {
  const names = Object.keys(steps).join(', ')
  if (name === undefined) throw new Usage(`Say one of ${names}`)
  const step = ownProperty(steps, name)
  if (!step) throw new Usage(`“${name}” is not one of ${names}`)
  return step
}
