import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { until } from '#server/testing/eventually.ts'
import { freePort } from '#server/testing/free-port.ts'
import { isListening } from '#server/testing/is-listening.ts'

const program = '/usr/sbin/dovecot'
const isRoot = process.getuid?.() === 0
/** nobody: Dovecot reads no mail as root. */
const mailUser = isRoot ? 65_534 : process.getuid?.()

/**
 * A Dovecot of its own on this machine, by TLS with a certificate of its own; each user's mail is in a Maildir.
 * @param tokens where it asks about tokens (XOAUTH2); without it only passwords count
 */
export async function startDovecot(users: Record<string, string>, tokens?: string) {
  // its sockets have short names
  const folder = await mkdtemp('/tmp/fl-dovecot-')
  const place = (...names: string[]) => join(folder, ...names)
  await chmod(folder, 0o755)
  await mkdir(place('mail'))
  if (isRoot) await chown(place('mail'), 65_534, 65_534)
  const wish = ['-nodes', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  const made = ['req', '-x509', '-newkey', 'rsa:2048', ...wish, '-days', '2']
  execFileSync('openssl', [...made, '-keyout', place('key.pem'), '-out', place('ca.pem')], {
    stdio: 'ignore',
  })
  const port = await freePort()
  const plainPort = await freePort()
  await writeFile(place('users'), '')
  await writeFile(place('oauth2.conf'), oauthOf(tokens ?? ''))
  await writeFile(place('dovecot.conf'), configOf({ folder, port, plainPort, tokens }))
  for (const [user, password] of Object.entries(users)) await setPassword(user, password)

  async function setPassword(user: string, password: string): Promise<void> {
    const lines = (await readFile(place('users'), 'utf8'))
      .split('\n')
      .filter((line) => line && !line.startsWith(`${user}:`))
    await writeFile(place('users'), `${[...lines, `${user}:{PLAIN}${password}`].join('\n')}\n`)
    await makeMaildir(place('mail', user))
  }

  let running: { ended: Promise<unknown>; pid: number; kill(): void } | null = null
  async function start(): Promise<void> {
    const child = spawn(program, ['-F', '-c', place('dovecot.conf')], { stdio: 'ignore' })
    const ended = once(child, 'exit')
    running = { ended, pid: child.pid!, kill: () => void child.kill('SIGTERM') }
    await until(() => isListening(port))
  }
  /** With all that serve somebody. */
  async function stop(): Promise<void> {
    running?.kill()
    await running?.ended
    running = null
  }

  await start()
  const config = { folder, port, plainPort, tokens }
  return {
    /** What is in the configuration besides. */
    async reconfigure(more: string): Promise<void> {
      await stop()
      await writeFile(place('dovecot.conf'), `${configOf(config)}${more}\n`)
      await start()
    },
    /** All its processes at once, in the middle of what they do. */
    async kill(): Promise<void> {
      if (running) for (const pid of await familyOf(running.pid)) killed(pid)
      await running?.ended
      running = null
    },
    /** A mail that came long ago. */
    async makeOld(user: string, subject: string): Promise<void> {
      for (const part of ['new', 'cur']) {
        for (const name of await readdir(place('mail', user, part))) {
          const file = place('mail', user, part, name)
          const isIt = (await readFile(file, 'utf8')).includes(`Subject: ${subject}\r\n`)
          if (isIt) await utimes(file, 1_000_000_000, 1_000_000_000)
        }
      }
    },
    port,
    plainPort,
    ca: place('ca.pem'),
    folder,
    start,
    stop,
    setPassword,
    /** As a mail server delivers: written whole, then there. */
    async deliver(user: string, mails: readonly string[]): Promise<void> {
      const base = place('mail', user)
      for (const [index, mail] of mails.entries()) {
        const name = `${Date.now()}.${String(index).padStart(6, '0')}_${crypto.randomUUID()}.test`
        await writeFile(join(base, 'new', name), mail, { mode: 0o644 })
      }
    },
    /** Names of what is in a folder; INBOX unless told. */
    async mailsIn(user: string, name?: string): Promise<string[]> {
      const base = name ? place('mail', user, `.${name}`) : place('mail', user)
      const lists = await Promise.all(
        ['new', 'cur'].map((part) => readdir(join(base, part)).catch((): string[] => [])),
      )
      return lists.flat()
    },
    /** The folder's numbers begin anew, as after a restored backup; to be called while it is stopped. */
    async countAnew(user: string, uidValidity: number): Promise<void> {
      const base = place('mail', user)
      const files = (await readdir(base)).filter((name) =>
        /^dovecot[-.](?:index|uidlist)/.test(name),
      )
      for (const name of files) await rm(join(base, name), { recursive: true })
      const list = join(base, 'dovecot-uidlist')
      await writeFile(list, `3 V${uidValidity} N1 G${'0123456789abcdef'.repeat(2)}\n`)
      if (isRoot) await chown(list, 65_534, 65_534)
    },
    async remove(): Promise<void> {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
    log: () => readFile(place('log'), 'utf8').catch(() => ''),
  }
}

function killed(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // it has ended by itself
  }
}

/** A process and all that it has begun. */
async function familyOf(pid: number): Promise<number[]> {
  const list = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
  const children = list.split(' ').filter(Boolean).map(Number)
  return [pid, ...(await Promise.all(children.map(familyOf))).flat()]
}

async function makeMaildir(base: string): Promise<void> {
  for (const path of [base, ...['new', 'cur', 'tmp'].map((part) => join(base, part))]) {
    await mkdir(path, { recursive: true })
    if (isRoot) await chown(path, 65_534, 65_534)
  }
}

type Conf = { folder: string; port: number; plainPort: number; tokens: string | undefined }

function configOf({ folder, port, plainPort, tokens }: Conf): string {
  const us = `default_login_user = ${process.env.USER}\ndefault_internal_user = ${process.env.USER}`
  return `
protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
${isRoot ? '' : us}
ssl = required
ssl_cert = <${folder}/ca.pem
ssl_key = <${folder}/key.pem
ssl_min_protocol = TLSv1.2
mail_location = maildir:${folder}/mail/%u
first_valid_uid = 0
mail_max_userip_connections = 50
auth_mechanisms = plain ${tokens ? 'xoauth2 oauthbearer' : ''}
auth_failure_delay = 0
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${folder}/users
}
${tokens ? `passdb {\n  driver = oauth2\n  mechanisms = xoauth2 oauthbearer\n  args = ${folder}/oauth2.conf\n}` : ''}
userdb {
  driver = static
  args = uid=${mailUser} gid=${isRoot ? 65_534 : process.getgid?.()} home=${folder}/mail/%u
}
service imap-login {
  ${isRoot ? '' : 'chroot ='}
  inet_listener imap {
    port = ${plainPort}
  }
  inet_listener imaps {
    port = ${port}
    ssl = yes
  }
}
service anvil {
  ${isRoot ? '' : 'chroot ='}
}
namespace inbox {
  inbox = yes
  separator = /
}
`
}

function oauthOf(url: string): string {
  return `
introspection_mode = auth
introspection_url = ${url}
username_attribute = email
active_attribute = active
active_value = true
`
}
