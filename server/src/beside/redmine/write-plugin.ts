import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Conflict } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'

const ours = join(import.meta.dirname, 'plugin')
const settingsFile = join('config', 'firstline.json')

type Panel = {
  /** Where people reach the desk. */
  address: string
  /** Identifiers of the projects whose issues have a panel. */
  projects: readonly string[]
}

/**
 * The plugin that shows the panel beside an issue, as a folder that Redmine takes as it is. What an earlier
 * one wrote there is written over.
 * @returns its files
 * @throws Conflict `beside.folder-taken` where the folder holds something else
 */
export async function writePlugin(into: string, { address, projects }: Panel): Promise<string[]> {
  await refuseTaken(into)
  await mkdir(into, { recursive: true })
  await cp(ours, into, { recursive: true })
  const settings = { address: address.replace(/\/$/, ''), projects }
  await writeFile(join(into, settingsFile), `${JSON.stringify(settings, null, 2)}\n`)
  const entries = await readdir(into, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}

async function refuseTaken(into: string): Promise<void> {
  if (!existsSync(into) || existsSync(join(into, settingsFile))) return
  throw new Conflict(
    'beside.folder-taken',
    sentence`${into} is there already and holds something else: name a folder that is not there yet`,
  )
}
