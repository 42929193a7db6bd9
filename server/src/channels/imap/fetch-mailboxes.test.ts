import { mailLimitBytes } from '@firstline/contract/channels'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { createTokens } from '#server/connections/oauth-tokens.ts'
import { system } from '#server/core/actor.ts'
import { eventually, until } from '#server/testing/eventually.ts'
import { createTestDesk, someAgent } from '#server/testing/desk.ts'
import { imapServer } from '#server/channels/testing/imap-server.ts'
import { mailOf, mailboxDesk, mailboxRow, mailsOf } from '#server/channels/testing/mailboxes.ts'
import type { MailboxWish } from '#server/channels/testing/mailboxes.ts'
import { readAllMail } from '#server/channels/testing/mail-servers.ts'
import { checkMailbox } from './check-mailbox.ts'
import { listMailboxes } from './list-mailboxes.ts'
import { storeFetchedMail } from './store-fetched-mail.ts'

const server = await imapServer()
afterAll(() => server.stop())
const healthy = { ...server.state }
const desk = await mailboxDesk(await createTestDesk())
beforeEach(() => {
  Object.assign(server.state, healthy, { asked: [], nextUid: 1 })
  server.state.folders = new Map([['INBOX', []]])
})
afterEach(() => desk.stopFetching())

let count = 0
async function someMailbox(wish: Partial<MailboxWish> = {}) {
  const user = `user${++count}`
  const declared = { user, host: 'localhost', port: server.port, ca: server.ca, password: 'secret' }
  await desk.declare([{ ...declared, ...wish }])
  return { user, stored: async () => (await mailsOf(desk, user)).map(({ raw }) => subjectOf(raw)) }
}

const subjectOf = (raw: Buffer) => /^Subject: (.*)\r$/m.exec(raw.toString())?.[1]
const shown = async () => (await listMailboxes(desk, someAgent, {})).items[0]
const shows = (state: object) => eventually(async () => expect(await shown()).toMatchObject(state))

test('a mail is stored before it is moved, and what comes while it idles is fetched at once', async () => {
  const { stored } = await someMailbox()
  server.deliver(mailOf('First'))
  const storedAtMove: unknown[] = []
  server.state.before = (command) => {
    if (command.startsWith('UID MOVE')) storedAtMove.push(stored())
    return null
  }
  desk.startFetching()
  await until(() => server.isIdling())
  expect(await Promise.all(storedAtMove)).toEqual([['First']])
  server.deliver(mailOf('Second'))
  await eventually(async () => expect(await stored()).toEqual(['First', 'Second']))
  await until(() => server.inFolder('Firstline').length === 2)
  expect(server.inFolder('INBOX')).toEqual([])
  await shows({ state: 'listening', waiting: 0, lastMailAt: desk.clock.now().toISOString() })
})

test.each(['UID MOVE', 'IDLE'])(
  'what comes as the server is told %s is fetched',
  async (moment) => {
    const { stored } = await someMailbox()
    server.deliver(mailOf('First'))
    let isDelivered = false
    server.state.before = (command) => {
      if (!isDelivered && command.startsWith(moment)) {
        isDelivered = true
        server.deliver(mailOf('Meanwhile'))
      }
      return null
    }
    desk.startFetching()
    await eventually(async () => expect(await stored()).toEqual(['First', 'Meanwhile']))
    await until(() => server.inFolder('Firstline').length === 2)
  },
)

test('without IDLE the folder is looked at again and again', async () => {
  server.state.capabilities = 'IMAP4rev1 MOVE AUTH=PLAIN SASL-IR'
  const { stored } = await someMailbox()
  desk.startFetching({ lookMs: 50 })
  await shows({ state: 'listening' })
  server.deliver(mailOf('Polled'))
  await eventually(async () => expect(await stored()).toEqual(['Polled']))
  expect(server.state.asked).not.toContain('IDLE')
})

test('a server with neither MOVE nor UIDPLUS is said, and nothing of others is removed there', async () => {
  server.state.capabilities = 'IMAP4rev1 IDLE AUTH=PLAIN SASL-IR'
  const { stored } = await someMailbox()
  server.deliver(mailOf('Stays'))
  desk.startFetching()
  await shows({ state: 'failing', fault: { code: 'move' } })
  expect(await stored()).toEqual([])
  expect(server.inFolder('INBOX')).toHaveLength(1)
})

test('a mail that was stored and not moved is moved by the next one, and not stored twice', async () => {
  const { stored } = await someMailbox()
  server.deliver(mailOf('Once'))
  server.state.before = (command) => (command.startsWith('UID MOVE') ? 'bye' : null)
  desk.startFetching()
  await shows({ state: 'failing', fault: { code: 'lost' } })
  await desk.stopFetching()
  expect(server.inFolder('INBOX')).toHaveLength(1)
  server.state.before = () => null
  desk.startFetching()
  await until(() => server.inFolder('INBOX').length === 0)
  await shows({ state: 'listening' })
  expect(await stored()).toEqual(['Once'])
})

test('a mail is stored once under its number, and known by its bytes where the numbers begin anew', async () => {
  const { user } = await someMailbox()
  desk.startFetching()
  await shows({ state: 'listening' })
  const { key } = (await mailboxRow(desk, user))!
  const store = (uid: number, uidValidity: number, raw: string) =>
    storeFetchedMail(desk, system('email'), {
      raw: Buffer.from(raw),
      mailbox: key,
      uidValidity,
      uid,
    })
  const [one, other] = [mailOf('One'), mailOf('Other')]
  await store(1, 7, one)
  const already = { reason: 'mail.stored-already' }
  await expect(store(1, 7, one)).rejects.toMatchObject(already)
  await expect(store(4, 8, one)).rejects.toMatchObject(already)
  await store(1, 8, other)
  // the same bytes under another number of the same count: for whoever reads it to judge
  await store(2, 7, one)
  await readAllMail(desk)
  const judged = (await mailsOf(desk, user)).map(({ state, outcome }) => [state, outcome])
  expect(judged.filter(([state]) => state === 'accepted')).toHaveLength(2)
  expect(judged).toContainEqual(['ignored', 'The same mail again'])
})

test('a mail that is too large is not fetched at all, also not again and again', async () => {
  const { stored } = await someMailbox()
  const uid = server.deliver(mailOf('Large'), { size: mailLimitBytes + 1 })
  server.deliver(mailOf('Small'))
  const fetched: string[] = []
  server.state.before = (command) => {
    if (/^UID FETCH.*BODY/.test(command)) fetched.push(command.split(' ')[2]!)
    return null
  }
  desk.startFetching()
  await shows({ state: 'listening', tooLarge: 1 })
  server.deliver(mailOf('Later'))
  await eventually(async () => expect(await stored()).toEqual(['Small', 'Later']))
  expect(fetched).not.toContain(String(uid))
  // what is stored is moved a moment later
  await eventually(() => expect(server.inFolder('INBOX').map((mail) => mail.uid)).toEqual([uid]))
})

test('a mail that is gone in between, and one that its server does not give, hold up no others', async () => {
  const { stored } = await someMailbox()
  server.deliver(mailOf('Broken'), { refusesToGive: true })
  const gone = server.deliver(mailOf('Gone'))
  server.deliver(mailOf('There'))
  server.state.before = (command) => {
    if (!new RegExp(`^UID FETCH ${gone} .*BODY`).test(command)) return null
    const mails = server.inFolder('INBOX')
    mails.splice(
      mails.findIndex(({ uid }) => uid === gone),
      1,
    )
    return null
  }
  desk.startFetching()
  await shows({ state: 'listening', unreadable: 1, waiting: 0 })
  expect(await stored()).toEqual(['There'])
})

test.each([
  ['hangs', 'silence', { code: 'lost' }],
  ['says BYE', 'bye', { code: 'lost' }],
] as const)('a server that %s is left, and asked again', async (_, how, fault) => {
  const { stored } = await someMailbox()
  server.deliver(mailOf('Kept'))
  server.state.before = (command) => (command.startsWith('UID SEARCH') ? how : null)
  desk.startFetching({ silentMs: 300 })
  await shows({ state: 'failing', fault })
  server.state.before = () => null
  await eventually(async () => expect(await stored()).toEqual(['Kept']))
  await shows({ state: 'listening', fault: null })
})

test('a connection on which nothing comes for long is kept', async () => {
  await someMailbox()
  // a busy machine may stand still for seconds; the looks together take longer than the silence may
  desk.startFetching({ lookMs: 100, silentMs: 6_000 })
  const many = (verb: string) => server.state.asked.filter((asked) => asked === verb).length
  await until(() => many('UID SEARCH') > 80)
  expect(many('AUTHENTICATE')).toBe(1)
  await shows({ state: 'listening' })
})

test('a connection that is cut while it listens is made again', async () => {
  const { stored } = await someMailbox()
  desk.startFetching()
  await until(() => server.isIdling())
  server.hangUp()
  server.deliver(mailOf('Afterwards'))
  await eventually(async () => expect(await stored()).toEqual(['Afterwards']))
})

test('after a refused sign-in the pauses grow', async () => {
  await someMailbox({ password: 'wrong' })
  desk.startFetching({ refusedPauseMs: { first: 60_000, most: 600_000 } })
  await shows({
    state: 'failing',
    fault: { code: 'sign-in', detail: '[AUTHENTICATIONFAILED] Invalid credentials' },
    nextTryAt: new Date(desk.clock.now().getTime() + 60_000).toISOString(),
  })
  expect(server.state.asked.filter((verb) => verb === 'AUTHENTICATE')).toHaveLength(1)
})

test('a secret that is not set, and an address that is not called, are said', async () => {
  const { user } = await someMailbox()
  delete desk.env[`PASSWORD_OF_${user.toUpperCase()}`]
  desk.startFetching()
  await shows({ state: 'failing', fault: { code: 'secret' } })
  await someMailbox({ host: '169.254.169.254' })
  await shows({ state: 'failing', fault: { code: 'forbidden' } })
  expect(server.state.asked).toEqual([])
})

test('mail to another address of ours is taken, and that address is no party of it', async () => {
  const { user } = await someMailbox({ address: 'help@acme.example' })
  server.deliver(mailOf('Help').replace('To: support@', 'To: help@'))
  desk.startFetching()
  await eventually(async () => expect(await mailsOf(desk, user)).toHaveLength(1))
  await readAllMail(desk)
  const [mail] = await mailsOf(desk, user)
  expect(mail).toMatchObject({ state: 'accepted', envelope_to: ['help@acme.example'] })
  const { rows } = await desk.pool.query('select parties from message where mail_id = $1', [
    mail!.id,
  ])
  expect(rows[0].parties.to).toEqual([])
})

test('a mailbox that is declared otherwise is left, and the other one fetched', async () => {
  const first = await someMailbox()
  desk.startFetching()
  await shows({ name: first.user, state: 'listening' })
  const second = await someMailbox()
  await shows({ name: second.user, state: 'listening' })
  await desk.declare([])
  expect(await shown()).toBeUndefined()
  await eventually(async () =>
    expect(await mailboxRow(desk, second.user)).toMatchObject({ holder: null }),
  )
})

test('a check signs in and looks, and changes nothing', async () => {
  await someMailbox({ moved_to: null })
  server.deliver(mailOf('There'))
  const needs = {
    place: { env: desk.env, folder: desk.sources.project.folder },
    tokens: createTokens(),
  }
  const [mailbox] = desk.sources.project.current().mailboxes
  expect(await checkMailbox(mailbox!, needs, 20_000)).toBe(
    'signed in; 1 mails in INBOX stay, new ones are fetched; IDLE',
  )
  server.state.password = 'another'
  await expect(checkMailbox(mailbox!, needs, 20_000)).rejects.toThrow(
    'the sign-in is refused: [AUTHENTICATIONFAILED] Invalid credentials',
  )
  expect([...server.state.folders.keys()]).toEqual(['INBOX'])
})
