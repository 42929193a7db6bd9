import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { mailLimitBytes } from '@firstline/contract/channels'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { createTokens } from '#server/connections/oauth-tokens.ts'
import { eventually, until } from '#server/testing/eventually.ts'
import { createTestDesk, someAgent } from '#server/testing/desk.ts'
import { startDovecot } from '#server/channels/testing/dovecot.ts'
import {
  countMails,
  mailOf,
  mailboxDesk,
  mailboxRow,
  mailsOf,
} from '#server/channels/testing/mailboxes.ts'
import type { MailboxWish } from '#server/channels/testing/mailboxes.ts'
import { readAllMail } from '#server/channels/testing/mail-servers.ts'
import { checkMailbox } from './check-mailbox.ts'
import { listMailboxes } from './list-mailboxes.ts'

/** Knows the one token, until it is taken back. */
const granted = { token: 'token 1', asked: [] as string[] }
const tokenServer = createServer((request, response) => {
  response.setHeader('content-type', 'application/json')
  if (request.url === '/introspect') {
    const isGood = request.headers.authorization === `Bearer ${granted.token}`
    return void response
      .writeHead(isGood ? 200 : 401)
      .end(JSON.stringify(isGood ? { active: true, email: 'olga' } : { active: false }))
  }
  request.setEncoding('utf8').on('data', (form: string) => granted.asked.push(form))
  request.on('end', () =>
    response.end(JSON.stringify({ access_token: granted.token, expires_in: 3_600 })),
  )
}).listen(0, '127.0.0.1')
await once(tokenServer, 'listening')
const { port: tokenPort } = tokenServer.address() as AddressInfo
const tokenUrl = `http://127.0.0.1:${tokenPort}`

const dovecot = await startDovecot({}, `${tokenUrl}/introspect`)
const desk = await mailboxDesk(await createTestDesk())
afterEach(() => desk.stopFetching())
afterAll(async () => {
  tokenServer.closeAllConnections()
  tokenServer.close()
  await dovecot.remove()
})

/** A busy machine takes its time for so many: each step is waited for by itself. */
const timeout = 3_600_000

let count = 0
/** A user of Dovecot of its own, and the mailbox that the project declares for it. */
async function someMailbox(wish: Partial<MailboxWish> = {}) {
  const user = wish.user ?? `user${++count}`
  await dovecot.setPassword(user, `secret of ${user}`)
  const { port, ca } = dovecot
  const declared = { user, host: 'localhost', port, ca, password: `secret of ${user}`, ...wish }
  const declare = (changed: Partial<MailboxWish> = {}) =>
    desk.declare([{ ...declared, ...changed }])
  await declare()
  return {
    user,
    declare,
    deliver: (...mails: string[]) => dovecot.deliver(user, mails),
    stored: async () => (await mailsOf(desk, user)).map(({ raw }) => subjectOf(raw) ?? ''),
    howMany: () => countMails(desk, user),
    isEmptied: () => until(async () => (await dovecot.mailsIn(user)).length === 0),
  }
}

const subjectOf = (raw: Buffer) => /^Subject: (.*)\r$/m.exec(raw.toString())?.[1]
const byName = (a: string, b: string) => a.localeCompare(b)
const shown = async () => (await listMailboxes(desk, someAgent, {})).items[0]
const shows = (state: object) => eventually(async () => expect(await shown()).toMatchObject(state))
const some = (many: number, what: string) =>
  Array.from({ length: many }, (_, index) => mailOf(`${what} ${String(index).padStart(4, '0')}`))

describe('a mailbox of a real Dovecot', () => {
  test('is signed in to by TLS; what is there is stored and moved, then what comes', async () => {
    const { user, deliver, stored, isEmptied } = await someMailbox()
    await deliver(mailOf('First'), mailOf('Second'))
    desk.startFetching()
    await eventually(async () => expect(await stored()).toHaveLength(2))
    await isEmptied()
    await shows({ state: 'listening', fault: null, waiting: 0 })
    // no look is due for hours: the server says it
    await deliver(mailOf('Third'))
    await eventually(async () => expect(await stored()).toHaveLength(3))
    await until(async () => (await dovecot.mailsIn(user, 'Firstline')).length === 3)
    expect((await stored()).toSorted(byName)).toEqual(['First', 'Second', 'Third'])
    const envelopes = (await mailsOf(desk, user)).map((mail) => mail.envelope_to)
    expect(envelopes).toEqual([1, 2, 3].map(() => ['support@acme.example']))
    await readAllMail(desk)
    const states = new Set((await mailsOf(desk, user)).map(({ state }) => state))
    expect(states).toEqual(new Set(['accepted']))
  })

  test('by STARTTLS, and without MOVE, is fetched all the same', async () => {
    await dovecot.reconfigure('protocol imap {\n imap_capability = IMAP4rev1 IDLE UIDPLUS\n}')
    const { user, deliver, stored, isEmptied } = await someMailbox({
      port: dovecot.plainPort,
      security: 'starttls',
      moved_to: 'Desk/Done',
    })
    await deliver(mailOf('Copied'))
    desk.startFetching()
    await isEmptied()
    expect(await stored()).toEqual(['Copied'])
    expect(await dovecot.mailsIn(user, 'Desk.Done')).toHaveLength(1)
    await desk.stopFetching()
    await dovecot.reconfigure('')
  })

  test('is left alone where its certificate is signed by somebody unknown', async () => {
    const { declare, deliver, stored } = await someMailbox()
    const other = await startDovecot({})
    await declare({ ca: other.ca })
    await deliver(mailOf('Secret'))
    desk.startFetching()
    await shows({ state: 'failing', fault: { code: 'certificate' } })
    expect(await stored()).toEqual([])
    await other.remove()
  })

  test('is not asked often with a wrong password, and says so until it is mended', async () => {
    const { user, deliver, stored } = await someMailbox({ password: 'wrong' })
    await deliver(mailOf('Waits'))
    desk.startFetching()
    await shows({
      state: 'failing',
      fault: { code: 'sign-in', detail: '[AUTHENTICATIONFAILED] Authentication failed.' },
      nextTryAt: expect.any(String),
    })
    expect(JSON.stringify(await shown())).not.toContain('wrong')
    await dovecot.setPassword(user, 'wrong')
    await eventually(async () => expect(await stored()).toEqual(['Waits']))
    await shows({ state: 'listening', fault: null, nextTryAt: null })
    const { rows } = await desk.pool.query(
      `select name, data from event where name like 'mailbox.%' and data->>'mailbox' = $1 order by id`,
      [user],
    )
    expect(rows).toEqual([
      { name: 'mailbox.failing', data: { mailbox: user, fault: 'sign-in' } },
      { name: 'mailbox.connected', data: { mailbox: user } },
    ])
  })

  test('with tokens is signed in to by XOAUTH2; one that is refused is got anew once', async () => {
    const oauth2 = { token_url: `${tokenUrl}/token`, client_id: 'firstline', scope: 'imap' }
    desk.env.REFRESH = 'refresh of olga'
    const { password: _, ...wish } = { password: '' }
    const { deliver, stored, declare } = await someMailbox({ user: 'olga', ...wish })
    await declare({ password: undefined, oauth2: { ...oauth2, refresh_token: 'env:REFRESH' } })
    await deliver(mailOf('By token'))
    desk.startFetching()
    await eventually(async () => expect(await stored()).toEqual(['By token']))
    expect(granted.asked).toEqual([
      'grant_type=refresh_token&refresh_token=refresh+of+olga&scope=imap&client_id=firstline',
    ])
    await shows({ state: 'listening' })
    // the token ends before its time, and the connection is lost
    await dovecot.kill()
    granted.token = 'token 2'
    await dovecot.start()
    await deliver(mailOf('By the next'))
    await eventually(async () => expect(await stored()).toEqual(['By token', 'By the next']))
    expect(granted.asked).toHaveLength(2)
  })

  test('leaves a mail that is too large where it is, says so, and fetches the others', async () => {
    const { user, deliver, stored } = await someMailbox()
    const line = `${'x'.repeat(70)}\r\n`
    const large = mailOf('Large', line.repeat(Math.ceil(mailLimitBytes / line.length)))
    await deliver(mailOf('Before'), large, mailOf('After'))
    desk.startFetching()
    await shows({ state: 'listening', tooLarge: 1, waiting: 0 })
    expect((await stored()).toSorted(byName)).toEqual(['After', 'Before'])
    expect(await dovecot.mailsIn(user)).toHaveLength(1)
  })

  test('whose mails stay begins with what comes, and goes on after days where it was', async () => {
    const { user, deliver, stored } = await someMailbox({ moved_to: null })
    await deliver(mailOf('Long ago'))
    desk.startFetching()
    await shows({ state: 'listening' })
    await deliver(mailOf('One'))
    await eventually(async () => expect(await stored()).toEqual(['One']))
    await desk.stopFetching()
    await shows({ state: 'off' })
    await deliver(mailOf('Two'), mailOf('Three'))
    desk.startFetching()
    await eventually(async () => expect(await stored()).toHaveLength(3))
    await shows({ state: 'listening' })
    expect((await stored()).toSorted(byName)).toEqual(['One', 'Three', 'Two'])
    expect(await dovecot.mailsIn(user)).toHaveLength(4)
  })

  test.each([{ moved_to: null }, {}])(
    'that counts anew is fetched without loss or doubles (%o)',
    async (wish) => {
      const { user, deliver, stored } = await someMailbox(wish)
      await deliver(mailOf('Long ago'))
      desk.startFetching()
      await shows({ state: 'listening', waiting: 0 })
      await deliver(...some(5, 'Known'))
      const isMoving = !('moved_to' in wish)
      const known = isMoving ? 6 : 5
      await eventually(async () => expect(await stored()).toHaveLength(known))
      await dovecot.stop()
      await dovecot.makeOld(user, 'Long ago')
      await dovecot.countAnew(user, 1_999)
      await deliver(...some(3, 'New'))
      await dovecot.start()
      await eventually(async () => expect(await stored()).toHaveLength(known + 3))
      await shows({ state: 'listening', waiting: 0 })
      const all = await stored()
      expect(new Set(all).size).toBe(known + 3)
      expect(all.includes('Long ago')).toBe(isMoving)
      // mails are in no order here: the numbers that began anew are those of other mails again
      const counts = new Set((await mailsOf(desk, user)).map((mail) => mail.uid_validity))
      expect(counts.size).toBe(2)
      expect(counts).toContain('1999')
      const row = await mailboxRow(desk, user)
      expect(row?.uid_validity ?? null).toBe(isMoving ? null : '1999')
    },
  )

  test('is said to be in order before anything is fetched', async () => {
    const { deliver } = await someMailbox()
    const needs = {
      place: { env: desk.env, folder: desk.sources.project.folder },
      tokens: createTokens(),
    }
    await deliver(mailOf('There'))
    const [mailbox] = desk.sources.project.current().mailboxes
    // Dovecot looks for new passwords once a second
    const check = () => checkMailbox(mailbox!, needs, 20_000)
    await eventually(async () =>
      expect(await check()).toBe(
        'signed in; 1 mails in INBOX are fetched and moved to Firstline, which will be made; IDLE',
      ),
    )
    const nowhere = { ...mailbox!, folder: 'Nowhere' }
    await expect(checkMailbox(nowhere, needs, 20_000)).rejects.toMatchObject({ code: 'folder' })
  })
})

describe('five thousand mails', () => {
  test('are fetched by one of two workers, none lost and none twice', { timeout }, async () => {
    const { user, deliver, stored, howMany, isEmptied } = await someMailbox()
    await deliver(...some(5_000, 'Mail'))
    desk.startFetching()
    desk.startFetching()
    for (let least = 250; least <= 5_000; least += 250) {
      await until(async () => (await howMany()) >= least)
    }
    await isEmptied()
    const all = await stored()
    expect(all).toHaveLength(5_000)
    expect(new Set(all).size).toBe(5_000)
    expect(await dovecot.mailsIn(user, 'Firstline')).toHaveLength(5_000)
  })

  test(
    'survive a desk that is killed again and again, and a Dovecot that is',
    { timeout },
    async () => {
      const { user, deliver, stored, howMany, isEmptied } = await someMailbox()
      await deliver(...some(2_000, 'Mail'))
      const script = fileURLToPath(new URL('../testing/doomed-fetching.ts', import.meta.url))
      const { folder } = desk.sources.project
      const doom = { url: desk.url, folder, env: desk.env, now: desk.clock.now().toISOString() }
      for (const [round, least] of [100, 300, 600, 900].entries()) {
        const child = spawn(process.execPath, [script, JSON.stringify(doom)], { stdio: 'inherit' })
        const exit = once(child, 'exit')
        await until(async () => (await howMany()) >= least)
        child.kill('SIGKILL')
        expect(await exit).toEqual([null, 'SIGKILL'])
        // what the dead worker held would be free in a while
        await desk.pool.query(`update mailbox set held_until = now() - interval '1 second'`)
        if (round === 1) {
          await dovecot.stop()
          await dovecot.start()
        }
      }
      desk.startFetching()
      await until(async () => (await howMany()) >= 1_200)
      await dovecot.kill()
      await dovecot.start()
      await until(async () => (await howMany()) >= 1_600)
      await until(async () => (await howMany()) >= 2_000)
      await isEmptied()
      const all = await stored()
      expect(all).toHaveLength(2_000)
      expect(new Set(all).size).toBe(2_000)
      expect(await dovecot.mailsIn(user, 'Firstline')).toHaveLength(2_000)
      await shows({ state: 'listening', waiting: 0, fault: null })
    },
  )
})
