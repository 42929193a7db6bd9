import { chmodSync, mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { accountFor, canEnter } from './account.ts'

/** For a database that is thrown away: a new temporary folder that PostgreSQL's account can enter. */
export function makeScratchFolder(name: string): string {
  const folder = makeOpen(tmpdir(), name)
  const account = accountFor(folder)
  if (account.uid === undefined || canEnter(dirname(folder), account)) return folder
  rmdirSync(folder)
  return makeOpen('/tmp', name) // TMPDIR is closed to others
}

function makeOpen(parent: string, name: string): string {
  const folder = mkdtempSync(join(parent, name))
  chmodSync(folder, 0o755)
  return folder
}
