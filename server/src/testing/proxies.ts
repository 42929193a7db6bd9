import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAuthority } from '#server/connections/testing/certificates.ts'
import { until } from './eventually.ts'
import { freePort } from './free-port.ts'
import { isListening } from './is-listening.ts'

/** As the files of `deploy/` call it. */
export const domain = 'desk.example.com'

type Place = { folder: string; ports: { plain: number; tls: number; nodes: [number, number] } }
export type Proxy = {
  port: number
  plainPort: number
  ca: string
  /** What it wrote down of who asked for what, where its file has it do so. */
  accessLog(): Promise<string>
  stop(): Promise<void>
}

/** Each file of `deploy/` as it is, but for ports and the places of certificates; and how it is run. */
const kinds = {
  nginx: ({ folder, ports }: Place) => ({
    file: 'nginx.conf',
    text: [
      `daemon off; pid ${folder}/pid; error_log stderr; events {}`,
      `http { access_log off; client_body_temp_path ${folder}/bodies; proxy_temp_path ${folder}/temp;`,
      `fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;`,
      withPorts(deployed('nginx.conf'), ports)
        .replace('listen 80;', `listen 127.0.0.1:${ports.plain};`)
        .replace('listen 443 ', `listen 127.0.0.1:${ports.tls} `)
        .replaceAll('/etc/ssl/', `${folder}/`)
        .replaceAll('/var/log/nginx/', `${folder}/`),
      '}',
    ].join('\n'),
    command: ['/usr/sbin/nginx', '-e', 'stderr', '-c'],
  }),
  caddy: ({ folder, ports }: Place) => ({
    file: 'Caddyfile',
    text: [
      `{\nadmin off\nhttp_port ${ports.plain}\nhttps_port ${ports.tls}\ndefault_bind 127.0.0.1\n}`,
      // no authority of the internet answers here
      withPorts(deployed('Caddyfile'), ports).replace(
        '\treverse_proxy',
        `\ttls ${folder}/${domain}.pem ${folder}/${domain}.key\n\treverse_proxy`,
      ),
    ].join('\n'),
    command: ['/usr/bin/caddy', 'run', '--adapter', 'caddyfile', '--config'],
  }),
  haproxy: ({ folder, ports }: Place) => ({
    file: 'haproxy.cfg',
    text: withPorts(deployed('haproxy.cfg'), ports)
      .replace('bind :80', `bind 127.0.0.1:${ports.plain}`)
      .replace('bind :443 ', `bind 127.0.0.1:${ports.tls} `)
      .replaceAll('/etc/ssl/', `${folder}/`),
    command: ['/usr/sbin/haproxy', '-db', '-f'],
  }),
}
export type ProxyKind = keyof typeof kinds
export const proxyKinds = ['nginx', 'caddy', 'haproxy'] as const satisfies readonly ProxyKind[]

function deployed(name: string): string {
  return readFileSync(new URL(`../../../deploy/${name}`, import.meta.url), 'utf8')
}

function withPorts(text: string, { nodes }: Place['ports']): string {
  return text
    .replaceAll('127.0.0.1:3000', `127.0.0.1:${nodes[0]}`)
    .replaceAll('127.0.0.1:3001', `127.0.0.1:${nodes[1]}`)
}

/** The real one from Debian, with TLS, before these two nodes. */
export async function startProxy(kind: ProxyKind, nodes: [number, number]): Promise<Proxy> {
  const folder = await mkdtemp(join(tmpdir(), `firstline-${kind}-`))
  const authority = createAuthority('Test')
  const { cert, key } = authority.sign(domain, `DNS:${domain}`)
  const ports = { plain: await freePort(), tls: await freePort(), nodes }
  const { file, text, command } = kinds[kind]({ folder, ports })
  const files = { pem: cert, key, 'both.pem': cert + key }
  for (const [end, content] of Object.entries(files)) {
    await writeFile(join(folder, `${domain}.${end}`), content)
  }
  await writeFile(join(folder, file), text)
  const [program = '', ...args] = command
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
  const running = spawn(program, [...args, join(folder, file)], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  running.stderr.on('data', (part: Buffer) => (said += part.toString()))
  const ended = once(running, 'exit')
  await until(async () => {
    if (running.exitCode !== null) throw new Error(`${kind} ended:\n${said}`)
    return isListening(ports.tls)
  })
  return {
    port: ports.tls,
    plainPort: ports.plain,
    ca: authority.ca,
    accessLog: () => readFile(join(folder, 'access.log'), 'utf8'),
    async stop() {
      running.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}
