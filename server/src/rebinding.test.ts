import dns from 'node:dns'
import type { LookupAddress } from 'node:dns'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { syncBuiltinESMExports } from 'node:module'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { MailboxSignIn } from '#server/channels/mailboxes-section.ts'
import { openMailbox } from '#server/channels/imap/open-mailbox.ts'
import { openMysql } from '#server/connections/mysql.ts'
import { openPostgres } from '#server/connections/postgres.ts'
import { openRedis } from '#server/connections/open-redis.ts'
import { messageOf } from '#server/core/errors.ts'
import { callOut } from '#server/outbound/call-out.ts'

/**
 * A name whose answer changes: what is checked is what is connected to. Every way out of the desk that takes a
 * name is here; what it may import for that is in .dependency-cruiser.mjs.
 */
const { lookup } = dns
afterAll(() => answerBy(lookup))

const callers: (string | undefined)[] = []
const server = createServer((socket) => {
  callers.push(socket.localAddress)
  socket.on('error', () => undefined)
  socket.destroy()
}).listen(0, '127.0.0.1')
await new Promise((done) => server.once('listening', done))
const { port } = server.address() as AddressInfo
afterAll(() => server.close())

const name = 'changing.localhost'
let asked = 0
beforeEach(() => {
  callers.length = 0
})

const password: MailboxSignIn = { kind: 'password', password: 'env:PASSWORD' }
const place = { folder: '/', env: { PASSWORD: 'secret', USER_NAME: 'user' } }

const ways: Record<string, (host: string) => Promise<unknown>> = {
  'a call': (host) => callOut(`http://${host}:${port}`, { timeoutMs: 5_000 }),
  'a call with TLS': (host) => callOut(`https://${host}:${port}`, { timeoutMs: 5_000 }),
  'a mailbox': (host) => mailbox(host, 'tls'),
  'a mailbox that begins in the clear': (host) => mailbox(host, 'starttls'),
  'a PostgreSQL': (host) => query(openPostgres(`postgres://u:p@${host}:${port}/d`, ignored)),
  'a MySQL': (host) => query(openMysql(`mysql://u:p@${host}:${port}/d`, ignored)),
  'a Redis': (host) => keyOf(openRedis(`redis://u:p@${host}:${port}`, null, ignored)),
  'a Redis with TLS': (host) => keyOf(openRedis(`rediss://u:p@${host}:${port}`, null, ignored)),
}
const each = Object.entries(ways)

test.each(each)('%s goes to the address that was checked, looked up once', async (_, go) => {
  answerInTurn('127.0.0.1', '169.254.169.254')
  expect(await refusalOf(go(name))).not.toBe('it went')
  expect(asked).toBe(1)
  expect(callers).toEqual(['127.0.0.1'])
})

test.each(each)('%s goes nowhere when the answer is another one', async (_, go) => {
  answerInTurn('169.254.169.254', '127.0.0.1')
  expect(await refusalOf(go(name))).toMatch(/resolves to an address this product does not call/)
  expect(asked).toBe(1)
  expect(callers).toEqual([])
})

test.each(each)('%s of a foreign name does not come to this machine', async (_, go) => {
  answerInTurn('127.0.0.1', '127.0.0.1')
  expect(await refusalOf(go('db.vendor.example'))).toMatch(/resolves to an address/)
  expect(callers).toEqual([])
})

test.each(each)('%s to a number is checked too', async (_, go) => {
  expect(await refusalOf(go('169.254.169.254'))).toMatch(/an address this product does not call/)
})

function ignored(): void {
  // of a connection that nobody uses
}

async function query({ read, stop }: ReturnType<typeof openPostgres>): Promise<void> {
  try {
    await read({ text: 'select 1', names: [] }, {}, { timeoutMs: 5_000, limit: 1 })
  } finally {
    await stop()
  }
}

async function keyOf({ read, stop }: ReturnType<typeof openRedis>): Promise<void> {
  const asked = { read: 'string', key: 'a', isJson: false, isLastFirst: false } as const
  try {
    await read(asked, { timeoutMs: 5_000, limit: 1 })
  } finally {
    await stop()
  }
}

async function mailbox(host: string, security: 'tls' | 'starttls'): Promise<unknown> {
  const folders = { folder: 'INBOX', movedTo: null }
  const own = { name: 'box', key: 'box', address: 'support@acme.example', user: 'env:USER_NAME' }
  const tokens = {
    get: () => Promise.reject(new Error('none')),
    known: () => [],
    forget: ignored,
  }
  const patience = { connectMs: 5_000, silentMs: 5_000 }
  return openMailbox(
    { ...own, ...folders, host, port, security, ca: null, signIn: password },
    { place, tokens },
    patience,
  )
}

async function refusalOf(going: Promise<unknown>): Promise<string> {
  return going.then(
    () => 'it went',
    (error: unknown) => messageOf(error),
  )
}

function answerInTurn(...answers: [string, ...string[]]): void {
  asked = 0
  const answer = (
    _name: string,
    _options: unknown,
    done: (error: null, found: LookupAddress[]) => void,
  ) => {
    const address = answers[asked++] ?? answers[0]
    done(null, [{ address, family: address.includes(':') ? 6 : 4 }])
  }
  answerBy(answer as never)
}

function answerBy(answer: typeof lookup): void {
  dns.lookup = answer
  syncBuiltinESMExports()
}
