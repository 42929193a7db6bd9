import { execFile } from 'node:child_process'
import { lchownSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Account } from './account.ts'
import type { Cluster } from './cluster.ts'
import { removeForsakenDrafts } from './forsaken-drafts.ts'
import { sharedMemory } from './shared-memory.ts'

const run = promisify(execFile)
/** Where a cluster is initialised before it gets its name; then follows the process's id. */
const draftMark = '.init-'
const initFlags = [
  '-U', 'postgres', '-E', 'UTF8', '--auth-local=trust', '--auth-host=reject',
  '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions',
] // prettier-ignore

/** Makes the data folder, beside its place and then under its name: of several at once one wins. */
export async function initialise(cluster: Cluster): Promise<void> {
  removeForsakenDrafts(cluster.folder, draftMark)
  const draft = mkdtempSync(`${cluster.folder}${draftMark}${process.pid}-`)
  own(draft, cluster.account)
  const settings = sharedMemory(cluster.account).flatMap((setting) => ['--set', setting])
  const args = [...initFlags, ...settings, '-D', draft]
  await run(join(cluster.bin, 'initdb'), args, cluster.account)
  try {
    renameSync(draft, cluster.folder)
  } catch {
    rmSync(draft, { recursive: true, force: true }) // another process was faster
  }
}

/** What root has copied, from a backup perhaps. */
export function ownAll(folder: string, account: Account): void {
  if (account.uid === undefined || statSync(folder).uid === account.uid) return
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    own(join(folder, name), account)
  }
  own(folder, account)
}

export function own(path: string, account: Account): void {
  if (account.uid !== undefined && account.gid !== undefined) {
    lchownSync(path, account.uid, account.gid)
  }
}
