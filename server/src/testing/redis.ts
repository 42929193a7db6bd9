import { spawn } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createClient } from '@redis/client'
import { endsWith } from './end-process.ts'
import { until } from './eventually.ts'
import { freePort } from './free-port.ts'

/** With letters that an address has to write otherwise. */
const password = 'p@ss/word'

export type RedisServer = {
  /** Of a user who may only read keys that begin with `cart:`, `log:`, `page:` or `raw:`. */
  url: string
  run(...command: string[]): Promise<unknown>
  /** It keeps its connections and answers nothing, until it goes on. */
  hang(): void
  goOn(): void
  stop(): Promise<void>
}
type Tls = { ca: string; cert: string; key: string }

/** A server of its own in a temporary folder, with its users in an ACL. @param tls it speaks nothing else then */
export async function startRedis(tls: Tls | null = null): Promise<RedisServer> {
  const folder = await mkdtemp('/tmp/firstline-redis-')
  const [port, socket] = [await freePort(), join(folder, 'socket')]
  for (const [name, pem] of Object.entries(tls ?? {})) await writeFile(join(folder, name), pem)
  const patterns = ['cart', 'log', 'page', 'raw'].map((name) => `~${name}:*`).join(' ')
  const settings = [
    'bind 127.0.0.1',
    `unixsocket ${socket}`,
    `dir ${folder}`,
    'save ""',
    `user desk on >${password} ${patterns} +@read`,
    tls ? `port 0\ntls-port ${port}\ntls-auth-clients no` : `port ${port}`,
    ...(tls ? ['tls-ca-cert-file ca', 'tls-cert-file cert', 'tls-key-file key'] : []),
  ]
  await writeFile(join(folder, 'redis.conf'), settings.join('\n'))
  const running = spawn('/usr/bin/redis-server', [join(folder, 'redis.conf')], {
    cwd: folder,
    stdio: 'ignore',
  })
  const stop = endsWith(folder, running)
  const run = async (...command: string[]) => {
    const client = createClient({ RESP: 2, socket: { path: socket, reconnectStrategy: false } })
    client.on('error', () => undefined)
    await client.connect()
    try {
      return await client.sendCommand(command)
    } finally {
      client.destroy()
    }
  }
  await until(async () => (await run('PING').catch(() => '')) === 'PONG')
  const scheme = tls ? 'rediss' : 'redis'
  const url = `${scheme}://desk:${encodeURIComponent(password)}@127.0.0.1:${port}/0`
  const hang = () => void running.kill('SIGSTOP')
  const goOn = () => void running.kill('SIGCONT')
  return { url, run, hang, goOn, stop }
}
