import { readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isRunning } from './postmaster.ts'

/**
 * What processes that were killed in the middle of it have left beside `folder`.
 * @param mark follows the name of the folder; then comes the process's id
 */
export function removeForsakenDrafts(folder: string, mark: string): void {
  const prefix = basename(folder) + mark
  for (const name of readdirSync(dirname(folder))) {
    if (!name.startsWith(prefix) || isRunning(Number.parseInt(name.slice(prefix.length), 10)))
      continue
    rmSync(join(dirname(folder), name), { recursive: true, force: true })
  }
}
