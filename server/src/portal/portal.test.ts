import { randomUUID } from 'node:crypto'
import { routes } from '@firstline/contract/routes'
import { expect, test } from 'vitest'
import { upsertContact } from '#server/accounts/upsert-contact.ts'
import { days, hours, minutes, seconds } from '#server/core/clock.ts'
import { inTransaction } from '#server/core/in-transaction.ts'
import { Invalid } from '#server/core/errors.ts'
import { createPerson } from '#server/testing/people.ts'
import { addNote } from '#server/tickets/add-note.ts'
import { continueTicket, openTicket } from '#server/tickets/receive-message.ts'
import { replyToTicket } from '#server/tickets/reply-to-ticket.ts'
import { resolveTicket } from '#server/tickets/resolve-ticket.ts'
import { voidTicket } from '#server/tickets/void-ticket.ts'
import { listOwnTickets } from './list-own-tickets.ts'
import { mailPortalLink } from './mail-portal-link.ts'
import { makePortalLink } from './portal-link.ts'
import { forgetPortalSignIns } from './sign-out-of-portal.ts'
import { createBrowser, createPortalDesk } from './testing/portal-desk.ts'
import { signInContact } from './testing/sign-in-contact.ts'
import type { Browser } from './testing/portal-desk.ts'

const world = await createPortalDesk()
const { app, desk, http, sent } = world
const { clock } = desk
const off = await createPortalDesk('')
const agent = await createPerson(desk, { name: 'Ada Lovelace' })

let people = 0
const nextAddress = () => `person${++people}@customer${people}.example`

async function contactOf(email: string, name: string | null = null): Promise<string> {
  const known = { email, name, accountId: null }
  const { id } = await inTransaction(desk.db, (tx) => upsertContact(tx, known, clock.now()))
  return id
}

async function newContact() {
  const email = nextAddress()
  return { id: await contactOf(email), email }
}

async function signedIn(
  email = nextAddress(),
  language?: string,
): Promise<Browser & { email: string }> {
  const browser = createBrowser(world, language)
  const { session } = await signInContact(app, email)
  browser.jar.set('firstline_help', session)
  return Object.assign(browser, { email })
}

async function jobs(): Promise<Parameters<typeof mailPortalLink>[1][]> {
  const { rows } = await desk.pool.query(
    `delete from graphile_worker._private_jobs job using graphile_worker._private_tasks task
     where task.id = job.task_id and task.identifier = 'mail_portal_link' returning job.payload`,
  )
  return rows.map(({ payload }) => payload)
}

async function runJobs(): Promise<void> {
  for (const job of await jobs()) await mailPortalLink(app, job)
}

function linkIn(text: unknown): string {
  return /https?:\/\/\S+(\/help\/sign-in\/\S+)/.exec(String(text))?.[1] ?? ''
}

/** As a browser does: on to where the link sends it. */
async function follow(browser: Browser, link: string) {
  const sentOn = await browser.get(link)
  expect(sentOn.headers.location).toBe('/help/link')
  return browser.get('/help/link')
}

/** A browser that has followed a link, whatever it was answered. */
function followed(link: string): Browser {
  const browser = createBrowser(world)
  browser.jar.set('firstline_help_link', link.slice(link.lastIndexOf('/') + 1))
  return browser
}

async function linkFor(email: string): Promise<string> {
  const { link } = await makePortalLink(
    app,
    { kind: 'system', id: 'test', name: 'Test' },
    {
      email,
      match: null,
    },
  )
  return new URL(link).pathname
}

async function write(
  browser: Browser,
  subject: string,
  text = 'It does not work',
): Promise<string> {
  const answer = await browser.post('/help/tickets', { subject, text, key: randomUUID() })
  expect(answer.statusCode, answer.body).toBe(303)
  return /\/help\/tickets\/(\d+)/.exec(String(answer.headers.location))?.[1] ?? ''
}

async function ticketOf(number: string) {
  return desk.db
    .selectFrom('ticket')
    .select(['id', 'state', 'channel', 'contact_id as contactId', 'reopen_count as reopenCount'])
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
}

async function eventsOf(ticketId: string) {
  const rows = await desk.db
    .selectFrom('event')
    .select(['name', 'actor_kind as kind', 'actor_id as by', 'data'])
    .where('ticket_id', '=', ticketId)
    .orderBy('event.id')
    .execute()
  return rows
}

async function resolve(number: string): Promise<void> {
  const { id: ticketId } = await ticketOf(number)
  await resolveTicket(app, agent, { ticketId, summary: 'Done', reply: 'It works now.' })
  clock.advance(11 * seconds)
}

test('who asks for a link is answered the same, and only whom we know is sent one', async () => {
  const { email } = await newContact()
  const stranger = nextAddress()
  const answers = [email, stranger].map(async (address) => {
    const answer = await createBrowser(world).post('/help/sign-in', { email: address })
    return { status: answer.statusCode, body: answer.body.replaceAll(address, 'ADDRESS') }
  })
  const [known, unknown] = await Promise.all(answers)
  expect(known).toEqual(unknown)
  expect(known?.status).toBe(200)
  const before = sent.length
  await runJobs()
  expect(sent.slice(before).map(({ to }) => to)).toEqual([{ name: '', address: email }])
})

test('a link signs in once, by its button: opening it uses nothing up', async () => {
  const { id, email } = await newContact()
  await createBrowser(world).post('/help/sign-in', { email })
  await runJobs()
  const link = linkIn(sent.at(-1)?.text)
  for (const scanner of [createBrowser(world), createBrowser(world)]) {
    const opened = await follow(scanner, link)
    expect(opened.statusCode).toBe(200)
    expect(opened.body).toContain(email)
    expect(scanner.jar.has('firstline_help')).toBe(false)
  }
  const browser = createBrowser(world)
  const late = createBrowser(world)
  for (const each of [browser, late]) await follow(each, link)
  const used = await browser.post('/help/link', { do: 'sign-in' })
  expect(used.statusCode).toBe(303)
  const [session, followed] = [used.headers['set-cookie']].flat()
  expect(session).toMatch(
    /^firstline_help=[\w-]{43}; Path=\/help; Max-Age=604800; HttpOnly; SameSite=Lax$/,
  )
  expect(followed).toMatch(/^firstline_help_link=; Path=\/help\/link; Max-Age=0;/)
  expect((await browser.get('/help')).body).toContain(`Signed in as ${email}`)
  const again = await late.post('/help/link', { do: 'sign-in' })
  expect(again.statusCode).toBe(404)
  expect(again.cookies).toEqual([])
  const reopened = await createBrowser(world).get(link)
  expect(reopened.statusCode).toBe(404)
  expect(reopened.cookies).toEqual([])
  const names = await desk.db
    .selectFrom('event')
    .select(['name', 'actor_kind as kind', 'actor_id as by'])
    .where('data', '=', JSON.stringify({ contact: id }))
    .orderBy('event.id')
    .execute()
  expect(names).toEqual([
    { name: 'portal.link_mailed', kind: 'system', by: 'portal' },
    { name: 'portal.signed_in', kind: 'customer', by: id },
  ])
})

test('the token of a link is in no page, and in no address after the first', async () => {
  const { email } = await newContact()
  const link = await linkFor(email)
  const token = link.slice(link.lastIndexOf('/') + 1)
  const browser = createBrowser(world)
  const opened = await browser.get(link)
  expect(opened.statusCode).toBe(303)
  expect(opened.headers).toMatchObject({
    location: '/help/link',
    'referrer-policy': 'same-origin',
    'cache-control': 'no-store',
    'set-cookie': [
      `firstline_help_link=${token}; Path=/help/link; Max-Age=3600; HttpOnly; SameSite=Lax`,
    ],
  })
  expect(opened.body).not.toContain(token)
  const button = await browser.get('/help/link')
  expect(button.body).toContain('action="/help/link"')
  expect(button.body).not.toContain(token)
  // with “no-referrer” a browser would not say either where the button's form is from
  expect(button.headers['referrer-policy']).toBe('same-origin')
})

test('who has followed no link is told to have one sent', async () => {
  const nobody = createBrowser(world)
  const answers = [
    await nobody.get('/help/link'),
    await nobody.post('/help/link', { do: 'sign-in' }),
  ]
  for (const { statusCode, body } of answers) {
    expect(statusCode).toBe(404)
    expect(body).toContain('href="/help"')
  }
})

test('of two who use one link at once, one is signed in', async () => {
  const { email } = await newContact()
  const link = await linkFor(email)
  const answers = await Promise.all(
    [1, 2, 3].map(() => followed(link).post('/help/link', { do: 'sign-in' })),
  )
  const statuses = answers.map(({ statusCode }) => statusCode)
  expect(statuses.toSorted((a, b) => a - b)).toEqual([303, 404, 404])
})

test('a link ends after an hour, or when another one of the contact is used', async () => {
  const { email } = await newContact()
  const [first, second] = [await linkFor(email), await linkFor(email)]
  expect((await followed(second).post('/help/link', { do: 'sign-in' })).statusCode).toBe(303)
  expect((await followed(first).post('/help/link', { do: 'sign-in' })).statusCode).toBe(404)
  const third = await linkFor(email)
  clock.advance(hours + seconds)
  expect((await createBrowser(world).get(third)).statusCode).toBe(404)
  expect((await followed(third).get('/help/link')).statusCode).toBe(404)
  expect((await followed(third).post('/help/link', { do: 'sign-in' })).statusCode).toBe(404)
})

test('neither a link nor a session lies in the database as it is', async () => {
  const { email } = await newContact()
  const link = await linkFor(email)
  const browser = await signedIn(email)
  const token = link.slice(link.lastIndexOf('/') + 1)
  const { rows } = await desk.pool.query(
    `select t::text as line from portal_link t union all select t::text from portal_session t`,
  )
  const all = rows.map(({ line }) => line).join('\n')
  expect(rows.length).toBeGreaterThan(0)
  for (const secret of [token, browser.jar.get('firstline_help')]) expect(all).not.toContain(secret)
})

test('links are slowed down by address, whoever asks, and by network, whatever for', async () => {
  const { email } = await newContact()
  for (const _ of [1, 2, 3]) {
    expect((await createBrowser(world).post('/help/sign-in', { email })).statusCode).toBe(200)
  }
  const fourth = await createBrowser(world).post('/help/sign-in', { email: email.toUpperCase() })
  expect(fourth.statusCode).toBe(429)
  expect(fourth.body).toContain('Wait an hour')
  const stranger = nextAddress()
  for (const _ of [1, 2, 3]) {
    await createBrowser(world).post('/help/sign-in', { email: stranger })
  }
  const same = await createBrowser(world).post('/help/sign-in', { email: stranger })
  expect(same.body).toBe(fourth.body)
  const office = createBrowser(world)
  for (let n = 0; n < 30; n++) {
    expect((await office.post('/help/sign-in', { email: nextAddress() })).statusCode).toBe(200)
  }
  expect((await office.post('/help/sign-in', { email: nextAddress() })).statusCode).toBe(429)
  clock.advance(2 * hours)
  expect((await office.post('/help/sign-in', { email })).statusCode).toBe(200)
  await jobs()
})

test('a link that is sent late, or to ourselves, is not sent', async () => {
  const { email } = await newContact()
  await contactOf('support@acme.example')
  const before = sent.length
  const askedAt = clock.now().toISOString()
  await mailPortalLink(app, { email: 'support@acme.example', language: 'en', askedAt })
  clock.advance(hours + seconds)
  await mailPortalLink(app, { email, language: 'en', askedAt })
  expect(sent.length).toBe(before)
})

test('what is no address is said beside the field, and asked for again', async () => {
  const answer = await createBrowser(world).post('/help/sign-in', { email: 'mara at home' })
  expect(answer.statusCode).toBe(400)
  expect(answer.body).toContain('aria-describedby="email-fault"')
  expect(answer.body).toContain('value="mara at home"')
  expect(await jobs()).toEqual([])
})

test('who signs out is out, and so is whose week is over', async () => {
  const browser = await signedIn()
  const cookie = browser.jar.get('firstline_help') ?? ''
  const out = await browser.post('/help/sign-out', { do: 'sign-out' })
  expect(out.statusCode).toBe(303)
  expect([out.headers['set-cookie']].flat()[0]).toMatch(/^firstline_help=; Path=\/help; Max-Age=0;/)
  browser.jar.set('firstline_help', cookie)
  expect((await browser.get('/help')).body).toContain('Send me a link')
  expect((await browser.post('/help/sign-out', { do: 'sign-out' })).statusCode).toBe(303)
  const other = await signedIn()
  expect((await other.get('/help')).body).toContain('Sign out')
  clock.advance(7 * days + seconds)
  expect((await other.get('/help')).body).toContain('Send me a link')
  await forgetPortalSignIns(app)
  const left = await desk.db.selectFrom('portal_session').select('hash').execute()
  expect(left).toEqual([])
})

test('no form is taken from another site, nor from nowhere, with a session or without', async () => {
  const { email } = await newContact()
  const link = await linkFor(email)
  const browser = await signedIn()
  const number = await write(browser, 'Mine')
  const { id } = await ticketOf(number)
  const before = await eventsOf(id)
  for (const origin of ['https://evil.example', 'null']) {
    const foreign = { origin }
    const signIn = followed(link).post('/help/link', { do: 'sign-in' }, foreign)
    expect((await signIn).statusCode).toBe(403)
    const form = { text: 'x', key: randomUUID() }
    expect((await browser.post(`/help/tickets/${number}`, form, foreign)).statusCode).toBe(403)
  }
  const nowhere = await http.inject({
    method: 'POST',
    url: '/help/link',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      cookie: `firstline_help_link=${link.slice(link.lastIndexOf('/') + 1)}`,
    },
    payload: 'do=sign-in',
  })
  expect(nowhere.statusCode).toBe(403)
  expect(await eventsOf(id)).toEqual(before)
  expect((await followed(link).post('/help/link', { do: 'sign-in' })).statusCode).toBe(303)
})

test('a session of the portal is none of the desk, and cannot be sent to it', async () => {
  const browser = await signedIn()
  expect((await browser.get('/api/tickets')).statusCode).toBe(401)
})

test('a new ticket goes the way of a mail: of its contact, proven, on record as theirs', async () => {
  const browser = await signedIn()
  const number = await write(
    browser,
    'Export <b>missing</b>',
    'Since Monday.\r\n\r\nNothing comes.',
  )
  const { id, channel, contactId, state } = await ticketOf(number)
  expect({ channel, state }).toEqual({ channel: 'portal', state: 'open' })
  expect(await eventsOf(id)).toMatchObject([
    { name: 'ticket.received', kind: 'customer', by: contactId, data: { channel: 'portal' } },
  ])
  const message = await desk.db
    .selectFrom('message')
    .select(['text', 'sender_verified', 'contact_id'])
    .where('ticket_id', '=', id)
    .executeTakeFirstOrThrow()
  expect(message).toEqual({
    text: 'Since Monday.\n\nNothing comes.',
    sender_verified: true,
    contact_id: contactId,
  })
  const page = await browser.get(`/help/tickets/${number}`)
  expect(page.body).toContain('Export &lt;b&gt;missing&lt;/b&gt;')
  expect(page.body).not.toContain('<b>')
  expect(page.body).toContain('We have it')
})

test('a form that is sent twice is taken once', async () => {
  const browser = await signedIn()
  const form = { subject: 'Once', text: 'Only once', key: randomUUID() }
  const [first, second] = await Promise.all([
    browser.post('/help/tickets', form),
    browser.post('/help/tickets', form),
  ])
  expect(first.statusCode).toBe(303)
  expect(second.headers.location).toBe(first.headers.location)
  const third = await browser.post('/help/tickets', { ...form, text: 'changed' })
  expect(third.headers.location).toBe(first.headers.location)
  expect((await browser.get('/help')).body.match(/>Once</g)).toHaveLength(1)
  // the key of somebody else's form is no way to what they wrote
  const other = await (await signedIn()).post('/help/tickets', form)
  expect(other.headers.location).not.toBe(first.headers.location)
})

test('what is empty or too long is said, and what was written is kept', async () => {
  const browser = await signedIn()
  const key = randomUUID()
  const long = await browser.post('/help/tickets', { subject: 'S', text: 'x'.repeat(20_001), key })
  expect(long.statusCode).toBe(400)
  expect(long.body).toContain('up to 20,000 characters')
  expect(long.body).toContain('value="S"')
  expect(long.body).toContain('xxx')
  const empty = await browser.post('/help/tickets', { subject: ' ', text: ' ', key })
  expect(empty.body).toContain('href="#subject"')
  expect(empty.body).toContain('href="#text"')
  const lines = await browser.post('/help/tickets', { subject: 'a\nb', text: 'x', key })
  expect(lines.statusCode).toBe(400)
  const number = await write(browser, 'Then')
  const answer = await browser.post(`/help/tickets/${number}`, { text: '', key: randomUUID() })
  expect(answer.statusCode).toBe(400)
  const noKey = await browser.post(`/help/tickets/${number}`, { text: 'kept words' })
  expect(noKey.statusCode).toBe(400)
  expect(noKey.body).toContain('kept words')
  const nul = await browser.post(`/help/tickets/${number}`, { text: 'a\u0000b', key })
  expect(nul.statusCode).toBe(400)
  expect((await eventsOf((await ticketOf(number)).id)).length).toBe(1)
})

test('who writes too fast is slowed down, and keeps their words', async () => {
  const browser = await signedIn()
  const number = await write(browser, 'Flood')
  const url = `/help/tickets/${number}`
  for (let n = 1; n < 20; n++) {
    const answer = await browser.post(url, { text: `More ${n}`, key: randomUUID() })
    expect(answer.statusCode).toBe(303)
  }
  const much = await browser.post(url, { text: 'Too much', key: randomUUID() })
  expect(much.statusCode).toBe(429)
  expect(much.body).toContain('Too much')
  expect(much.body).toContain('Wait some minutes')
  clock.advance(10 * minutes + seconds)
  expect((await browser.post(url, { text: 'Later', key: randomUUID() })).statusCode).toBe(303)
})

test('a ticket of others is not there, in whatever way it is asked for', async () => {
  const owner = await signedIn()
  const number = await write(owner, 'A secret')
  await resolve(number)
  const { id } = await ticketOf(number)
  const { id: resolution } = await desk.db
    .selectFrom('resolution')
    .select('id')
    .where('ticket_id', '=', id)
    .executeTakeFirstOrThrow()
  const before = await eventsOf(id)
  const other = await signedIn()
  const key = randomUUID()
  const missing = await other.get('/help/tickets/99999999')
  expect(missing.statusCode).toBe(404)
  const answers = [
    await other.get(`/help/tickets/${number}`),
    await other.post(`/help/tickets/${number}`, { text: 'Me too', key }),
    await other.post(`/help/tickets/${number}`, { text: '', key }),
    await other.post(`/help/tickets/${number}/rating`, { resolution, value: 'down', comment: '' }),
    await other.post(`/help/tickets/${number}/rating`, {}),
  ]
  for (const { statusCode, body } of answers) {
    expect(statusCode).toBe(404)
    expect(body).toBe(missing.body)
  }
  expect((await other.get('/help')).body).not.toContain('A secret')
  for (const url of ['0', '-1', '1e3', '9'.repeat(19), `${number}%20`, 'x']) {
    expect((await owner.get(`/help/tickets/${url}`)).statusCode).toBe(404)
  }
  expect(await eventsOf(id)).toEqual(before)
})

test('a scope that was made by hand is refused', async () => {
  const { scope } = await signInContact(app, nextAddress())
  const forged = { contact: { ...scope.contact } }
  await expect(listOwnTickets(app, scope.actor, { scope: forged as typeof scope })).rejects.toThrow(
    Invalid,
  )
  expect(Reflect.set(scope, 'contact', {})).toBe(false)
  expect(Reflect.set(scope.contact, 'id', 'x')).toBe(false)
})

test('who wrote and belongs takes part; a stranger, or a mail that may be forged, does not', async () => {
  const owner = await newContact()
  const [colleague, stranger, forger] = [await newContact(), await newContact(), await newContact()]
  const ticketId = await inTransaction(desk.db, async (tx) => {
    const contact = { id: owner.id, accountId: null }
    const arrival = { channel: 'email', contact, subject: 'Shared', text: 'Hello' } as const
    const { ticketId } = await openTicket(tx, clock.now(), arrival)
    const say = async (who: { id: string }, text: string, more: object) => {
      clock.advance(seconds)
      const from = {
        channel: 'email',
        contact: { id: who.id, accountId: null },
        subject: 'Re',
      } as const
      await continueTicket(tx, clock.now(), ticketId, { ...from, text, ...more })
    }
    const proven = { isVerified: true, proof: 'DKIM' }
    await say(colleague, 'From the colleague', { sender: proven })
    await say(stranger, 'From a stranger', { sender: proven, isStranger: true })
    await say(forger, 'From nobody knows', { sender: { isVerified: false, proof: '' } })
    return ticketId
  })
  const { number } = await desk.db
    .selectFrom('ticket')
    .select('number')
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow()
  for (const { email } of [owner, colleague]) {
    const browser = await signedIn(email)
    expect((await browser.get('/help')).body).toContain('Shared')
    const { body } = await browser.get(`/help/tickets/${number}`)
    expect(body).toContain('From the colleague')
    expect(body).not.toContain('From a stranger')
  }
  for (const { email } of [stranger, forger]) {
    const browser = await signedIn(email)
    expect((await browser.get('/help')).body).not.toContain('Shared')
    expect((await browser.get(`/help/tickets/${number}`)).statusCode).toBe(404)
  }
})

test('of a ticket its customer reads what was said to them and nothing else', async () => {
  const browser = await signedIn()
  const number = await write(browser, 'What is public')
  const { id: ticketId } = await ticketOf(number)
  await addNote(app, agent, { ticketId, text: 'Our own thoughts' })
  await replyToTicket(app, agent, { ticketId, text: 'Which browser is it?', wait: true })
  const held = await browser.get(`/help/tickets/${number}`)
  expect(held.body).not.toContain('Which browser')
  clock.advance(11 * seconds)
  const { body } = await browser.get(`/help/tickets/${number}`)
  expect(body).toContain('Which browser is it?')
  expect(body).toContain('Ada, Acme Support')
  expect(body).toContain('We wait for your answer')
  for (const ours of ['Lovelace', 'Our own thoughts', ticketId, agent.id]) {
    expect(body).not.toContain(ours)
  }
})

test('an answer is judged as one by mail: thanks leave a ticket solved, other words open it again', async () => {
  const browser = await signedIn()
  const number = await write(browser, 'To be judged')
  await resolve(number)
  expect((await browser.get(`/help/tickets/${number}`)).body).toContain('Solved')
  const thanks = { text: 'Thank you very much!', key: randomUUID() }
  await browser.post(`/help/tickets/${number}`, thanks)
  expect((await ticketOf(number)).state).toBe('resolved')
  const back = await browser.post(`/help/tickets/${number}`, {
    text: 'It is broken again, the export fails.',
    key: randomUUID(),
  })
  expect(back.statusCode).toBe(303)
  const { id, state, contactId, reopenCount } = await ticketOf(number)
  expect({ state, reopenCount }).toEqual({ state: 'open', reopenCount: 1 })
  const events = await eventsOf(id)
  expect(events.slice(-3)).toMatchObject([
    { name: 'message.received', kind: 'customer', by: contactId, data: { judged: 'courtesy' } },
    { name: 'message.received', kind: 'customer', by: contactId },
    { name: 'ticket.reopened', kind: 'customer', by: contactId, data: { is_broken: true } },
  ])
  const page = await browser.get(String(back.headers.location))
  expect(page.body).toContain('We have your message')
  expect(page.body).toContain('We have it')
})

test('an answer to what we asked, and one to a ticket that is closed', async () => {
  const browser = await signedIn()
  const number = await write(browser, 'Asked')
  const { id: ticketId } = await ticketOf(number)
  await replyToTicket(app, agent, { ticketId, text: 'Which one?', wait: true })
  await browser.post(`/help/tickets/${number}`, { text: 'The second.', key: randomUUID() })
  expect((await ticketOf(number)).state).toBe('open')
  await voidTicket(app, agent, { ticketId, reason: 'withdrawn' })
  expect((await browser.get(`/help/tickets/${number}`)).body).toContain('This ticket is closed')
})

test('a solved ticket is rated where its mail could be, until its window ends', async () => {
  const browser = await signedIn()
  const number = await write(browser, 'To be rated')
  const url = `/help/tickets/${number}/rating`
  await resolve(number)
  const { body } = await browser.get(`/help/tickets/${number}`)
  const resolution = /name="resolution" value="([^"]+)"/.exec(body)?.[1] ?? ''
  const wrong = await browser.post(url, { resolution, comment: 'kept comment' })
  expect(wrong.statusCode).toBe(400)
  expect(wrong.body).toContain('Choose yes or no')
  expect(wrong.body).toContain('kept comment')
  const given = await browser.post(url, { resolution, value: 'up', comment: 'Quick!' })
  expect(given.statusCode).toBe(303)
  const after = await browser.get(String(given.headers.location))
  expect(after.body).toContain('we have your rating')
  expect(after.body).toMatch(/value="up"\s+required\s+checked/)
  await browser.post(url, { resolution, value: 'down', comment: '' })
  const rating = await desk.db
    .selectFrom('rating')
    .select(['value', 'comment'])
    .where('resolution_id', '=', resolution)
    .executeTakeFirstOrThrow()
  expect(rating).toEqual({ value: 'down', comment: null })
  const { id, contactId } = await ticketOf(number)
  expect((await eventsOf(id)).at(-1)).toMatchObject({ name: 'rating.given', by: contactId })
  const another = { resolution: randomUUID(), value: 'up', comment: '' }
  expect((await browser.post(url, another)).statusCode).toBe(409)
  clock.advance(6 * days)
  await desk.db.updateTable('resolution').set({ window_ends_at: clock.now() }).execute()
  clock.advance(seconds)
  expect((await browser.get(`/help/tickets/${number}`)).body).not.toContain('name="resolution"')
  expect((await browser.post(url, { resolution, value: 'up', comment: '' })).statusCode).toBe(409)
})

test('tickets are listed newest first, a page at a time, each once', async () => {
  const browser = await signedIn()
  for (let n = 1; n <= 30; n++) {
    clock.advance(hours)
    await write(browser, `Question ${n}.`)
  }
  const first = await browser.get('/help')
  const next = /href="(\/help\?cursor=[^"]+)"/.exec(first.body)?.[1] ?? ''
  const second = await browser.get(next)
  const numbers = [first, second].flatMap(({ body }) =>
    [...body.matchAll(/Question (\d+)\./g)].map(([, n]) => Number(n)),
  )
  expect(numbers).toEqual(Array.from({ length: 30 }, (_, n) => 30 - n))
  expect(second.body).not.toContain('cursor=')
  expect((await browser.get('/help?cursor=nonsense')).statusCode).toBe(400)
})

test('a long conversation is read a page at a time', async () => {
  const browser = await signedIn()
  const number = await write(browser, 'Long', 'Word 0.')
  for (let n = 1; n <= 60; n++) {
    clock.advance(hours)
    await browser.post(`/help/tickets/${number}`, { text: `Word ${n}.`, key: randomUUID() })
    if (n % 100 === 0) clock.advance(days)
  }
  if ((await browser.get('/help')).body.includes('Send me a link')) {
    const { session } = await signInContact(app, browser.email)
    browser.jar.set('firstline_help', session)
  }
  const newest = await browser.get(`/help/tickets/${number}`)
  const earlier = /href="([^"]+\?before=[^"]+)"/.exec(newest.body)?.[1] ?? ''
  const oldest = await browser.get(earlier)
  const said = [oldest, newest].flatMap(({ body }) =>
    [...body.matchAll(/Word (\d+)\./g)].map(([, n]) => Number(n)),
  )
  expect(said).toEqual(Array.from({ length: 61 }, (_, n) => n))
  expect(oldest.body).not.toContain('<textarea')
})

test('who was signed out while they wrote keeps their words', async () => {
  const browser = createBrowser(world)
  const form = { subject: 'S', text: 'A long story', key: randomUUID() }
  for (const url of ['/help/tickets', '/help/tickets/1']) {
    const answer = await browser.post(url, form)
    expect(answer.statusCode).toBe(401)
    expect(answer.body).toContain('A long story')
  }
  for (const url of ['/help/new', '/help/tickets/1']) {
    expect((await browser.get(url)).headers.location).toBe('/help')
  }
  const rating = await browser.post('/help/tickets/1/rating', { value: 'up' })
  expect(rating.headers.location).toBe('/help')
})

test('a page has no script, nothing of others, and is kept by nobody; its style is', async () => {
  const browser = await signedIn()
  const page = await browser.get('/help')
  expect(page.headers).toMatchObject({
    'content-security-policy':
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    'cache-control': 'no-store',
    'content-language': 'en',
    vary: 'accept-language, cookie',
  })
  expect(page.body).not.toMatch(/<script|style=|https?:/)
  const [, address = ''] = /href="(\/help\/style\.css\?v=\w+)"/.exec(page.body) ?? []
  const style = await browser.get(address)
  expect(style.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect((await browser.get('/help/style.css?v=other')).headers['cache-control']).toBe('no-cache')
})

test('the pages and the mail are in the language that the browser asks for', async () => {
  const browser = await signedIn(nextAddress(), 'de-CH,de;q=0.9,en;q=0.8')
  const page = await browser.get('/help')
  expect(page.body).toContain('<html lang="de">')
  expect(page.body).toContain('Meine Anfragen')
  expect((await browser.get('/help', { 'accept-language': 'fr,en' })).body).toContain('My tickets')
  expect((await browser.get('/help/tickets/1')).body).toContain('keine Anfrage mit dieser Nummer')
  await browser.post('/help/sign-in', { email: browser.email })
  await runJobs()
  expect(sent.at(-1)).toMatchObject({ subject: 'Anmelden bei Acme Help' })
  expect(sent.at(-1)?.text).toContain('Der Link gilt einmal')
})

test('where a desk sends no mail, nobody waits for one', async () => {
  const { mailer } = app
  const isConnected = Object.getOwnPropertyDescriptor(mailer, 'isConnected')
  mailer.isConnected = false
  const answer = await createBrowser(world).post('/help/sign-in', { email: nextAddress() })
  expect(answer.statusCode).toBe(503)
  if (isConnected) Object.defineProperty(mailer, 'isConnected', isConnected)
})

const portal = Object.entries(routes).filter(([, { path }]) => path.startsWith('/help'))

test.each(portal)('%s: a desk that has no portal answers that there is none', async (_, route) => {
  const url = route.path.replaceAll(/\{\w+\}/g, '1')
  const browser = createBrowser(off)
  const answer = await (route.method === 'GET' ? browser.get(url) : browser.post(url, {}))
  expect(answer.statusCode).toBe(404)
  expect(answer.cookies).toEqual([])
})

test('a desk that has no portal sends no links', async () => {
  const askedAt = off.desk.clock.now().toISOString()
  await inTransaction(off.desk.db, (tx) =>
    upsertContact(tx, { email: 'mara@home.example', name: null, accountId: null }, clock.now()),
  )
  await mailPortalLink(off.app, { email: 'mara@home.example', language: 'en', askedAt })
  expect(off.sent).toEqual([])
})

test('each of the addresses was asked', () => {
  expect(portal.length).toBe(15)
})
