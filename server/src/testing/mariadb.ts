import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { createConnection } from 'mysql2/promise'
import { endsWith } from './end-process.ts'
import { freePort } from './free-port.ts'

const server = ['/usr/sbin/mariadbd', '/usr/bin/mariadbd'].find(existsSync)

/** With letters that an address has to write otherwise. */
const password = 'p@ss/word'

export type MariaDb = {
  url: string
  run(...statements: string[]): Promise<void>
  stop(): Promise<void>
}

/** A server of its own in a temporary folder: TCP with a password, as a company's would be. */
export async function startMariaDb(): Promise<MariaDb> {
  // a socket's path may have 107 characters
  const folder = await mkdtemp('/tmp/firstline-mariadb-')
  const [data, socket] = [join(folder, 'data'), join(folder, 'socket')]
  const user = `--user=${userInfo().username}`
  await promisify(execFile)('mariadb-install-db', [
    '--no-defaults',
    `--datadir=${data}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    user,
  ])
  const port = await freePort()
  const running = spawn(
    server!,
    [
      '--no-defaults',
      `--datadir=${data}`,
      `--socket=${socket}`,
      '--bind-address=127.0.0.1',
      `--port=${port}`,
      user,
    ],
    { stdio: 'ignore' },
  )
  const stop = endsWith(folder, running)
  const url = `mysql://desk:${encodeURIComponent(password)}@127.0.0.1:${port}/shop`
  const run = async (...statements: string[]) => {
    const connection = await createConnection({ user: 'root', socketPath: socket })
    for (const statement of statements) await connection.query(statement)
    await connection.end()
  }
  for (let attempt = 0; !existsSync(socket) && attempt < 200; attempt++) await wait(50)
  await run(
    'create database shop',
    `create user desk@'127.0.0.1' identified by '${password}'`,
    `create user desk@'localhost' identified by '${password}'`,
    "grant all on *.* to desk@'127.0.0.1', desk@localhost",
  )
  return {
    url,
    run,
    stop,
  }
}
