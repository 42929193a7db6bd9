import { execFile } from 'node:child_process'
import {
  accessSync,
  chownSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Account } from './account.ts'
import type { Cluster } from './cluster.ts'

const run = promisify(execFile)
/** Where a cluster is initialised before it gets its name; then follows the process's id. */
const draftMark = '.init-'
const initFlags = [
  '-U', 'postgres', '-E', 'UTF8', '--auth-local=trust', '--auth-host=reject',
  '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions',
] // prettier-ignore

/**
 * Makes the data folder, beside its place and then under its name: of several at once one wins.
 * @throws naming the folder that cannot be written or entered, and what to set instead
 */
export async function initialise(cluster: Cluster): Promise<void> {
  const parent = dirname(cluster.folder)
  makeFolder(parent)
  refuseClosedParents(parent, cluster.account)
  removeForsakenDrafts(cluster.folder)
  const draft = mkdtempSync(`${cluster.folder}${draftMark}${process.pid}-`)
  own(draft, cluster.account)
  await run(join(cluster.bin, 'initdb'), [...initFlags, '-D', draft], cluster.account)
  try {
    renameSync(draft, cluster.folder)
  } catch {
    rmSync(draft, { recursive: true, force: true }) // another process was faster
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Error(
      `${folder} cannot be written to (${code}): set FIRSTLINE_HOME to another folder`,
      {
        cause: error,
      },
    )
  }
}

/** Of processes that were killed while they initialised. */
function removeForsakenDrafts(folder: string): void {
  const prefix = basename(folder) + draftMark
  for (const name of readdirSync(dirname(folder))) {
    if (!name.startsWith(prefix) || isAlive(Number.parseInt(name.slice(prefix.length), 10)))
      continue
    rmSync(join(dirname(folder), name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** As root the database runs under another account, which must be able to walk to its folder. */
function refuseClosedParents(parent: string, account: Account): void {
  if (account.uid === undefined) return
  for (let at = parent; at !== dirname(at); at = dirname(at)) {
    const { mode, uid } = statSync(at)
    if (uid === account.uid || (mode & 0o001) !== 0) continue
    throw new Error(
      `PostgreSQL cannot run as root and its account cannot enter ${at}: ` +
        'set FIRSTLINE_HOME to a folder outside it, or DATABASE_URL',
    )
  }
}

export function own(path: string, account: Account): void {
  if (account.uid !== undefined && account.gid !== undefined) {
    chownSync(path, account.uid, account.gid)
  }
}
