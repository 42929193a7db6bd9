import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'node:tls'
import type { TLSSocket } from 'node:tls'

type Mail = { uid: number; raw: Buffer; size?: number; refusesToGive?: boolean }

export type ImapServer = Awaited<ReturnType<typeof imapServer>>

/**
 * A stand-in for an IMAP server, of what a desk asks of one (RFC 9051), which can be told to fail where
 * a real one fails rarely. Real mail programs are tried in *.world.test.ts.
 */
export async function imapServer() {
  const folder = await mkdtemp(join(tmpdir(), 'firstline-imap-'))
  const [ca, keyFile] = [join(folder, 'ca.pem'), join(folder, 'key.pem')]
  const wish = ['-nodes', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  const made = ['req', '-x509', '-newkey', 'rsa:2048', ...wish, '-days', '2']
  execFileSync('openssl', [...made, '-keyout', keyFile, '-out', ca], { stdio: 'ignore' })
  const state = {
    folders: new Map<string, Mail[]>([['INBOX', []]]),
    uidValidity: 7,
    nextUid: 1,
    /** Commands as they came, without what they carry. */
    asked: [] as string[],
    capabilities: 'IMAP4rev1 IDLE MOVE UIDPLUS AUTH=PLAIN SASL-IR AUTH=XOAUTH2',
    password: 'secret',
    token: 'token',
    /** Told of each command before it is answered; what it gives is answered instead, or `silence` or `bye`. */
    before: (_command: string): string | null => null,
  }
  const sockets = new Set<TLSSocket>()
  /** What tells whoever idles that something has come. */
  const idling = new Map<TLSSocket, () => void>()
  const server = createServer(
    { cert: await readFile(ca), key: await readFile(keyFile) },
    (socket) => {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => sockets.delete(socket) && idling.delete(socket))
      serveOne(socket)
    },
  )
  server.on('tlsClientError', () => undefined)
  server.listen(0, 'localhost')
  await once(server, 'listening')

  const inFolder = (name: string) => state.folders.get(name) ?? []

  function serveOne(socket: TLSSocket): void {
    let buffer = ''
    let selected = 'INBOX'
    let isSelected = false
    let told = 0
    let pending: ((line: string) => void) | null = null
    const say = (line: string) => void (socket.destroyed || socket.write(`${line}\r\n`))
    /** What came since it was last said, at the end of the next command (RFC 9051, 5.2). */
    const sayWhatCame = () => {
      const count = inFolder(selected).length
      if (isSelected && count !== told) say(`* ${count} EXISTS`)
      told = count
    }
    say(`* OK [CAPABILITY ${state.capabilities}] ready`)
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      buffer += chunk
      for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
        const line = buffer.slice(0, end)
        buffer = buffer.slice(end + 2)
        if (pending) pending(line)
        else answer(line)
      }
    })

    function answer(line: string): void {
      const [tag = '', ...rest] = line.split(' ')
      const command = rest.join(' ')
      const verb = /^(?:UID )?\S+/.exec(command)?.[0].toUpperCase() ?? ''
      const isGoingOn = verb === 'AUTHENTICATE' && command.split(' ').length < 3
      if (!isGoingOn) state.asked.push(verb)
      const instead = isGoingOn ? null : state.before(command)
      if (instead === 'silence') return
      if (instead === 'bye') {
        say('* BYE Going down for maintenance')
        return void socket.end()
      }
      if (instead !== null) return say(`${tag} ${instead}`)
      const ok = (more = 'done') => {
        sayWhatCame()
        say(`${tag} OK ${more}`)
      }
      const mails = inFolder(selected)
      switch (verb) {
        case 'CAPABILITY':
          say(`* CAPABILITY ${state.capabilities}`)
          return ok()
        case 'LOGIN':
          return command.endsWith(`${state.password}"`) || command.endsWith(` ${state.password}`)
            ? ok()
            : say(`${tag} NO [AUTHENTICATIONFAILED] Invalid credentials`)
        case 'AUTHENTICATE': {
          const [, kind, given = ''] = command.split(' ')
          if (given === '') {
            pending = (line) => {
              pending = null
              answer(`${tag} AUTHENTICATE ${kind} ${line}`)
            }
            return say('+ ')
          }
          const said = Buffer.from(given, 'base64').toString()
          const isGood =
            kind === 'PLAIN'
              ? said.endsWith(`\0${state.password}`)
              : said.includes(`auth=Bearer ${state.token}\u0001`)
          if (isGood) return ok()
          if (kind === 'PLAIN') return say(`${tag} NO [AUTHENTICATIONFAILED] Invalid credentials`)
          pending = () => {
            pending = null
            say(`${tag} NO [AUTHENTICATIONFAILED] Invalid token`)
          }
          return say(`+ ${Buffer.from('{"status":"401"}').toString('base64')}`)
        }
        case 'SELECT':
        case 'EXAMINE':
          selected = nameIn(command)
          if (!state.folders.has(selected)) return say(`${tag} NO [NONEXISTENT] No such folder`)
          isSelected = true
          told = inFolder(selected).length
          say(`* ${told} EXISTS`)
          say(`* OK [UIDVALIDITY ${state.uidValidity}] valid`)
          say(`* OK [UIDNEXT ${state.nextUid}] next`)
          return ok(verb === 'SELECT' ? '[READ-WRITE] done' : '[READ-ONLY] done')
        case 'STATUS': {
          const name = nameIn(command)
          if (!state.folders.has(name)) return say(`${tag} NO [NONEXISTENT] No such folder`)
          say(`* STATUS "${name}" (MESSAGES ${inFolder(name).length})`)
          return ok()
        }
        case 'CREATE':
          state.folders.set(nameIn(command), [])
          return ok()
        case 'UID SEARCH': {
          const least = Number(/UID (\d+):\*/.exec(command)?.[1] ?? 0)
          const found = mails.map(({ uid }) => uid).filter((uid) => uid >= least)
          say(
            `* SEARCH ${(found.length ? found : mails.slice(-1).map(({ uid }) => uid)).join(' ')}`,
          )
          return ok()
        }
        case 'UID FETCH': {
          const uids = setOf(command.split(' ')[2] ?? '')
          for (const [index, mail] of mails.entries()) {
            if (!uids(mail.uid)) continue
            const size = mail.size ?? mail.raw.length
            const head = `* ${index + 1} FETCH (UID ${mail.uid} RFC822.SIZE ${size} INTERNALDATE "02-Mar-2026 09:00:00 +0000"`
            if (!command.includes('BODY')) say(`${head})`)
            else if (mail.refusesToGive) return say(`${tag} NO [SERVERBUG] It cannot be read`)
            else {
              socket.write(`${head} BODY[]<0> {${mail.raw.length}}\r\n`)
              socket.write(mail.raw)
              say(')')
            }
          }
          return ok()
        }
        case 'UID MOVE':
        case 'UID COPY': {
          const [, , set = ''] = command.split(' ')
          const target = nameIn(command)
          const uids = setOf(set)
          if (!state.folders.has(target)) return say(`${tag} NO [TRYCREATE] No such folder`)
          inFolder(target).push(...mails.filter(({ uid }) => uids(uid)))
          if (verb === 'UID MOVE') told -= remove(mails, uids, say)
          return ok()
        }
        case 'UID EXPUNGE':
          told -= remove(mails, setOf(command.split(' ')[2] ?? ''), say)
          return ok()
        case 'IDLE':
          idling.set(socket, sayWhatCame)
          pending = () => {
            pending = null
            idling.delete(socket)
            ok()
          }
          say('+ idling')
          return sayWhatCame()
        case 'LOGOUT':
          say('* BYE bye')
          ok()
          return void socket.end()
        default:
          return ok()
      }
    }
  }

  return {
    state,
    ca,
    port: (server.address() as AddressInfo).port,
    /** @returns its UID */
    deliver(raw: string, wish: Partial<Mail> = {}): number {
      const mails = inFolder('INBOX')
      const uid = state.nextUid++
      mails.push({ uid, raw: Buffer.from(raw), ...wish })
      for (const sayWhatCame of idling.values()) sayWhatCame()
      return uid
    },
    inFolder,
    hangUp: () => {
      for (const socket of sockets) socket.destroy()
    },
    isIdling: () => idling.size > 0,
    stop() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

function nameIn(command: string): string {
  const quoted = /"([^"]*)"/.exec(command)?.[1]
  return (
    quoted ??
    command
      .replace(/ \(.*$/, '')
      .split(' ')
      .at(-1)!
  )
}

function setOf(set: string): (uid: number) => boolean {
  const ranges = set.split(',').map((range) => {
    const [from, to = from] = range.split(':')
    return [Number(from), to === '*' ? Infinity : Number(to)] as const
  })
  return (uid) => ranges.some(([from, to]) => uid >= from && uid <= to)
}

/** @returns how many */
function remove(
  mails: Mail[],
  isMeant: (uid: number) => boolean,
  say: (line: string) => void,
): number {
  const before = mails.length
  for (let index = mails.length - 1; index >= 0; index--) {
    if (!isMeant(mails[index]!.uid)) continue
    mails.splice(index, 1)
    say(`* ${index + 1} EXPUNGE`)
  }
  return before - mails.length
}
