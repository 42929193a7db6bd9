import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Usage } from './exit-code.ts'

/** Which version of each runbook the folder's files began with; kept beside them, in Git too. */
export type PulledVersions = Record<string, { version: number; sha256: string }>

const place = join('runbooks', '.versions.json')

/** @throws Usage for a file that somebody broke */
export function readPulled(folder: string): PulledVersions {
  const path = join(folder, place)
  if (!existsSync(path)) return {}
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as PulledVersions
  } catch {
    throw new Usage(`${path} is not JSON: restore it, or remove it and pull again`)
  }
}

export function writePulled(folder: string, pulled: PulledVersions): void {
  const sorted = Object.fromEntries(Object.entries(pulled).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  writeText(folder, place, `${JSON.stringify(sorted, null, 2)}\n`)
}

export function writeText(folder: string, file: string, text: string): void {
  const path = join(folder, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
