import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  closeSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { messageOf } from '#server/core/errors.ts'
import type { Account } from './account.ts'
import type { Cluster } from './cluster.ts'
import { own } from './initialise.ts'
import { machineSettings } from './machine-settings.ts'
import { isReady } from './postmaster.ts'
import { sharedMemory } from './shared-memory.ts'

/**
 * Starts the server as a process that outlives us. It has as long as it needs: after a crash, on a
 * busy machine, it may be minutes; pg_ctl would give up, and give the names of folders to a shell.
 * @returns null once it takes connections, else why it ended
 */
export async function launch(cluster: Cluster): Promise<string | null> {
  prepareSocket(cluster)
  const file = join(cluster.folder, 'server.log')
  const log = openSync(file, 'a', 0o600)
  const from = fstatSync(log).size
  const server = spawn(join(cluster.bin, 'postgres'), argumentsOf(cluster), {
    ...cluster.account,
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  server.unref()
  const ended = once(server, 'exit').then(() => lastWords(file, from, server.pid), messageOf)
  while (!isReady(cluster.folder, server.pid)) {
    const failure = await Promise.race([ended, wait(20, null)])
    if (failure !== null) return failure
  }
  return null
}

function argumentsOf({ folder, socket, account, flags }: Cluster): string[] {
  const settings = [
    'listen_addresses=',
    'port=5432',
    `unix_socket_directories=${socket}`,
    'max_connections=200',
    'timezone=UTC',
    'log_timezone=UTC',
    ...sharedMemory(account),
    ...machineSettings(),
  ]
  const more = flags.split(' ').filter((flag) => flag !== '')
  return ['-D', folder, ...settings.flatMap((setting) => ['-c', setting]), ...more]
}

/** In a folder everybody may write to: one that somebody else made there is not taken for ours. */
function prepareSocket({ socket, account }: Cluster): void {
  if (!isOurs(socket, account)) rmSync(socket, { recursive: true, force: true })
  mkdirSync(socket, { recursive: true })
  chmodSync(socket, 0o700)
  own(socket, account)
}

function isOurs(socket: string, account: Account): boolean {
  const made = lstatSync(socket, { throwIfNoEntry: false })
  return made?.isDirectory() === true && [process.getuid?.(), account.uid].includes(made.uid)
}

/** Another server that just ends writes into the same log. */
function lastWords(log: string, from: number, pid: number | undefined): string {
  const lines = readFileSync(log).subarray(from).toString().trim().split('\n')
  const own = lines.filter((line) => line.includes(` [${pid}] `))
  const words = own.some((line) => line.includes('FATAL')) ? own : lines
  return words.slice(-3).join(' ') || 'it ended without a word'
}
