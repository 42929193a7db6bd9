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
