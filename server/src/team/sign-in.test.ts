import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { anonymous, system } from '#server/core/actor.ts'
import { readConfig } from '#server/core/config.ts'
import { minutes, seconds } from '#server/core/clock.ts'
import { createApp } from '#server/create-app.ts'
import type { App } from '#server/app.ts'
import { createHttpOf } from '#server/serve.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { totpOf } from '#server/testing/totp.ts'
import { addPerson } from './add-person.ts'
import { authenticate } from './authenticate.ts'
import { answerReset } from './mail-password-link.ts'
import type { LinkMail } from './compose-link-mail.ts'
import { invitePerson } from './invite-person.ts'
import { makePasswordLink } from './make-password-link.ts'
import { disablePerson } from './disable-person.ts'
import { takeChallenge } from './passkey-challenge.ts'
import { compileSignIn } from './sign-in-section.ts'
import { countTry, forgetTries } from './slow-down.ts'
import { usePasswordLink } from './use-password-link.ts'

const publicUrl = 'http://localhost:3999'
const desk = await createTestDesk()
const app = await createApp(
  readConfig({ PUBLIC_URL: publicUrl, LOG_LEVEL: 'silent', FIRSTLINE_HOME: '/nowhere' }),
  desk.url,
)
const http = await createHttpOf(app)
afterAll(async () => {
  await http.close()
  await app.close()
})

const good = 'tangerine-kettle-voltage-42'
const other = 'harbour lantern of seventeen owls'
let made = 0

async function person(role: 'agent' | 'lead' | 'admin' = 'agent') {
  made += 1
  const email = `person${made}@desk.example`
  const wish = { email, name: `Person ${made}`, role, line: 'L1', password: good } as const
  const { id } = await addPerson(app, system('test'), wish)
  return { id, email, actor: { kind: 'person', id, name: wish.name, role, line: 'L1' } as const }
}

/** A browser: it keeps its cookies. Each has an address of its own. */
function browser() {
  const jar = new Map<string, string>()
  const remoteAddress = `10.1.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}`
  return {
    jar,
    async send(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      const answer = await http.inject({
        method,
        url,
        remoteAddress,
        headers: { origin: publicUrl, ...(cookie ? { cookie } : {}) },
        ...(method === 'GET' ? {} : { payload: payload ?? {} }),
      })
      for (const { name, value, maxAge } of answer.cookies) {
        if (maxAge === 0 || value === '') jar.delete(name)
        else jar.set(name, value)
      }
      return answer
    },
    signIn(email: string, password: string) {
      return this.send('POST', '/api/auth/sign-in/email', { email, password })
    },
    async isIn() {
      return (await this.send('GET', '/api/me')).statusCode === 200
    },
  }
}

async function eventsOf(personId: string) {
  const rows = await app.db
    .selectFrom('event')
    .select(['name', 'data', 'actor_kind'])
    .where('name', 'like', 'person.%')
    .orderBy('id')
    .execute()
  return rows.filter(({ data }) => (data as { person?: string }).person === personId)
}
const namesOf = async (personId: string) => (await eventsOf(personId)).map(({ name }) => name)

function outbox() {
  const sent: LinkMail[] = []
  const mailer = {
    isConnected: true,
    send: (mail: LinkMail) => Promise.resolve(void sent.push(mail)),
  }
  return { sent, mailing: { ...app, mailer } as App }
}

const tokenIn = (text: string) => /set-password#([\w-]{43})/.exec(text)![1]!

test('an invited person sets their own password by the link, once, and comes in', async () => {
  const wish = {
    email: 'New@Desk.example',
    name: 'Newton Berg',
    role: 'agent',
    line: 'L1',
  } as const
  const lead = await person('lead')
  const invited = await invitePerson(app, lead.actor, wish)
  expect(invited).toMatchObject({ email: 'new@desk.example', link: expect.any(String) })
  const token = tokenIn(invited.link!)
  const guest = browser()
  const read = await guest.send('POST', '/api/password-link/reading', { token })
  expect(read.json()).toMatchObject({ name: 'Newton Berg', purpose: 'first' })
  const use = (password: string) =>
    guest.send('POST', '/api/password-link/use', { token, password })
  expect((await use('aaaaaaaaaaaa')).json()).toMatchObject({ reason: 'password.guessable' })
  expect((await use('newton-berg-1')).json()).toMatchObject({ reason: 'password.personal' })
  expect((await use(good)).statusCode).toBe(200)
  expect((await use(other)).json()).toMatchObject({ status: 404, reason: 'password-link.ended' })
  expect((await guest.signIn('new@desk.example', good)).statusCode).toBe(200)
  expect(await guest.isIn()).toBe(true)
  const events = await eventsOf(invited.id)
  expect(events.map(({ name }) => name)).toEqual([
    'person.invited',
    'person.password_link_shown',
    'person.password_set',
    'person.signed_in',
  ])
  const everything = JSON.stringify(await app.db.selectFrom('event').selectAll().execute())
  for (const secret of [token, good]) expect(everything).not.toContain(secret)
})

test('where mail goes out the link is in nobody’s answer and in no queue', async () => {
  const { mailing } = outbox()
  const wish = { email: 'mail@desk.example', name: 'Mai', role: 'agent', line: 'L1' } as const
  const { link } = await invitePerson(mailing, system('test'), wish)
  expect(link).toBeNull()
  expect(await app.db.selectFrom('password_link').selectAll().execute()).not.toContainEqual(
    expect.objectContaining({ purpose: 'first', shown_to: null, ended_at: null }),
  )
})

test('a link is too old after its time, and ends when a newer one is made', async () => {
  const { id, email } = await person()
  const { sent, mailing } = outbox()
  await answerReset(mailing, { email, language: 'en' })
  await answerReset(mailing, { email, language: 'de' })
  const [first, second] = sent.map(({ text }) => tokenIn(text))
  const use = (token: string, now = new Date()) =>
    usePasswordLink({ ...app, clock: { now: () => now } }, anonymous, { token, password: other })
  await expect(use(first!)).rejects.toMatchObject({ reason: 'password-link.ended' })
  const late = new Date(Date.now() + 61 * minutes)
  await expect(use(second!, late)).rejects.toMatchObject({ reason: 'password-link.ended' })
  await use(second!)
  expect(sent.map(({ subject }) => subject)).toEqual([
    expect.stringContaining('Set a new password'),
    expect.stringContaining('Neues Passwort'),
  ])
  expect(await namesOf(id)).toContain('person.password_set')
})

test('asking for a reset answers the same for an address nobody has, and mails only people', async () => {
  const { email } = await person()
  const { sent, mailing } = outbox()
  await answerReset(mailing, { email: 'nobody@desk.example', language: 'en' })
  expect(sent).toEqual([])
  await answerReset(mailing, { email, language: 'en' })
  expect(sent).toHaveLength(1)
  const guest = browser()
  const ask = (address: string) =>
    guest.send('POST', '/api/password-reset', { email: address, language: 'en' })
  const [known, unknown] = [await ask(email), await ask('nobody@desk.example')]
  expect([unknown.statusCode, unknown.body.replace(/"instance":"[^"]*"/, '')]).toEqual([
    known.statusCode,
    known.body.replace(/"instance":"[^"]*"/, ''),
  ])
})

test('a reset and a change of the password end all other sessions', async () => {
  const { id, email } = await person()
  const [here, there] = [browser(), browser()]
  await here.signIn(email, good)
  await there.signIn(email, good)
  const change = (current: string, next: string) =>
    here.send('PUT', '/api/me/password', { current, next })
  expect((await change('not-it-at-all', other)).json()).toMatchObject({ reason: 'password.wrong' })
  expect((await change(good, 'password12345')).json()).toMatchObject({ reason: 'password.common' })
  expect(await there.isIn()).toBe(true)
  expect((await change(good, other)).statusCode).toBe(200)
  expect([await here.isIn(), await there.isIn()]).toEqual([true, false])
  const { sent, mailing } = outbox()
  await answerReset(mailing, { email, language: 'en' })
  const token = tokenIn(sent[0]!.text)
  await here.send('POST', '/api/password-link/use', { token, password: good })
  expect(await here.isIn()).toBe(false)
  expect(await namesOf(id)).toEqual(
    expect.arrayContaining(['person.password_changed', 'person.password_set']),
  )
})

test('one sees one’s own sessions and ends one, or all others; never somebody else’s', async () => {
  const [ada, kim] = [await person(), await person()]
  const browsers = [browser(), browser(), browser()] as const
  for (const each of browsers) await each.signIn(ada.email, good)
  const stranger = browser()
  await stranger.signIn(kim.email, good)
  type Sessions = { sessions: { id: string; isThis: boolean }[] }
  const read = async () =>
    (await browsers[0].send('GET', '/api/me/sign-in')).json<Sessions>().sessions
  const sessions = await read()
  expect(sessions.filter(({ isThis }) => isThis)).toHaveLength(1)
  expect(sessions).toHaveLength(3)
  const one = sessions.find(({ isThis }) => !isThis)!
  const end = (who: typeof stranger) => who.send('DELETE', `/api/me/sessions/${one.id}`)
  expect((await end(stranger)).json()).toMatchObject({ reason: 'session.not-found' })
  expect((await end(browsers[0])).statusCode).toBe(200)
  expect(await read()).toHaveLength(2)
  await browsers[0].send('POST', '/api/me/sessions/ending')
  expect(await Promise.all(browsers.map((each) => each.isIn()))).toEqual([true, false, false])
  expect(await stranger.isIn()).toBe(true)
  await browsers[0].send('POST', '/api/auth/sign-out')
  expect(await namesOf(ada.id)).toEqual(
    expect.arrayContaining(['person.session_ended', 'person.signed_out']),
  )
})

test('a session that is used lasts longer, in its browser as well', async () => {
  const { email } = await person()
  const own = browser()
  await own.signIn(email, good)
  const kept = own.jar.get('firstline.session_token')
  const given = async () => {
    const { cookies } = await own.send('GET', '/api/me')
    return cookies.map(({ name, value, maxAge }) => ({ name, value, maxAge }))
  }
  expect(await given()).toEqual([])
  await sql`update auth.session set "expiresAt" = "expiresAt" - interval '1 day'
    where "userId" = (select user_id from person where email = ${email})`.execute(app.db)
  expect(await given()).toEqual([
    { name: 'firstline.session_token', value: kept, maxAge: 7 * 24 * 3600 },
  ])
  expect(await given()).toEqual([])
})

test('guesses at one account are slowed from wherever they come; its owner’s device is not', async () => {
  const { id, email } = await person()
  const own = browser()
  await own.signIn(email, good)
  const guess = () => browser().signIn(email, 'wrong-wrong-wrong')
  const statuses = await Promise.all(
    Array.from({ length: 12 }, async () => (await guess()).statusCode),
  )
  expect(statuses.filter((status) => status === 401)).toHaveLength(5)
  const right = await browser().signIn(email, good)
  expect(right.statusCode).toBe(429)
  expect(Number(right.headers['retry-after'])).toBeGreaterThan(0)
  expect(await own.isIn()).toBe(true)
  expect((await own.signIn(email, good)).statusCode).toBe(200)
  const failed = (await eventsOf(id)).filter(({ name }) => name === 'person.sign_in_failed')
  expect(failed).toHaveLength(5)
  expect(failed[0]).toMatchObject({ actor_kind: 'system', data: { method: 'password' } })
})

test('each further try waits twice as long, at most a quarter of an hour, and a day forgets', async () => {
  const key = 'account:slow@desk.example'
  const tries = async () => {
    const waits: number[] = []
    for (let n = 0; n < 16; n += 1) {
      await countTry(desk, key)
      const again = await countTry(desk, key).then(
        () => 0,
        (error: unknown) =>
          (error as { extra: { retryAfterSeconds: number } }).extra.retryAfterSeconds,
      )
      waits.push(Math.round(again))
      desk.clock.advance(again * seconds + 1)
    }
    return waits.filter((wait) => wait > 0)
  }
  expect((await tries()).slice(0, 8)).toEqual([15, 30, 60, 120, 240, 480, 900, 900])
  await forgetTries(desk, key)
  await countTry(desk, key)
})

test('tries of two nodes, one with a clock that is behind, are not in each other’s way', async () => {
  const key = 'account:clocks@desk.example'
  const behind = new Date(desk.clock.now().getTime() - 2 * seconds)
  const late = { ...desk, clock: { now: () => behind } }
  await countTry(desk, key)
  await expect(countTry(late, key)).resolves.toBeUndefined()
  await expect(countTry(desk, key)).resolves.toBeUndefined()
})

test('codes: set up, asked for at sign-in, refused when wrong, a backup code works once', async () => {
  const { id, email } = await person()
  const [own, old] = [browser(), browser()]
  await own.signIn(email, good)
  await old.signIn(email, good)
  const enable = (password: string) => own.send('POST', '/api/auth/two-factor/enable', { password })
  expect((await enable('wrong-wrong')).statusCode).toBe(400)
  const { totpURI, backupCodes } = (await enable(good)).json<{
    totpURI: string
    backupCodes: string[]
  }>()
  const key = new URL(totpURI).searchParams.get('secret')!
  const give = (who: typeof own, code: string) =>
    who.send('POST', '/api/auth/two-factor/verify-totp', { code, trustDevice: true })
  expect((await give(own, totpOf(key, new Date()))).statusCode).toBe(200)
  expect([await own.isIn(), await old.isIn()]).toEqual([true, false])

  const again = browser()
  expect((await again.signIn(email, good)).json()).toMatchObject({ twoFactorRedirect: true })
  expect(await again.isIn()).toBe(false)
  expect((await give(again, '000000')).statusCode).toBe(401)
  expect((await give(again, nextCode(key))).statusCode).toBe(200)
  expect(await again.isIn()).toBe(true)
  expect([...again.jar.keys()].join(' ')).not.toContain('trust')

  const backup = async () => {
    const away = browser()
    await away.signIn(email, good)
    const code = backupCodes[0]
    return (await away.send('POST', '/api/auth/two-factor/verify-backup-code', { code })).statusCode
  }
  expect([await backup(), await backup()]).toEqual([200, 401])
  await own.send('POST', '/api/auth/two-factor/disable', { password: good })
  const events = await eventsOf(id)
  expect(events.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'person.codes_set',
      'person.signed_in',
      'person.sign_in_failed',
      'person.codes_removed',
    ]),
  )
  const methods = events.map(({ data }) => (data as { method?: string }).method)
  expect(methods).toEqual(expect.arrayContaining(['password', 'code', 'backup_code']))
  expect(JSON.stringify(events)).not.toContain(backupCodes[0])
})

/** As long as it is not yet its time it is another one than that of now, and right as well. */
const nextCode = (key: string) => totpOf(key, new Date(Date.now() + 30 * seconds))

/** Of a person who has codes, in a browser where the password was right. */
async function withCodes() {
  const { id, email } = await person()
  const own = browser()
  await own.signIn(email, good)
  const enabled = await own.send('POST', '/api/auth/two-factor/enable', { password: good })
  const key = new URL(enabled.json<{ totpURI: string }>().totpURI).searchParams.get('secret')!
  const set = totpOf(key, new Date())
  expect((await own.send('POST', verifyTotp, { code: set })).statusCode).toBe(200)
  return { id, email, key, set }
}
const verifyTotp = '/api/auth/two-factor/verify-totp'

test('a code lets in once, also of many who have it at once', async () => {
  const { id, email, key, set } = await withCodes()
  const code = nextCode(key)
  const thieves = Array.from({ length: 25 }, () => browser())
  for (const thief of thieves) await thief.signIn(email, good)
  const answers = await Promise.all(
    // four who guess are free
    thieves.slice(0, 4).map((thief) => thief.send('POST', verifyTotp, { code })),
  )
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
  expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(3)
  expect(answers.find(({ statusCode }) => statusCode === 401)!.json()).toMatchObject({
    code: 'INVALID_CODE',
  })
  const late = thieves[4]!
  for (const used of [code, set]) {
    expect((await late.send('POST', verifyTotp, { code: used })).statusCode).toBe(401)
  }
  const names = await namesOf(id)
  expect(names.filter((name) => name === 'person.sign_in_failed')).toHaveLength(5)
})

test('a code that let nobody in is no used one', async () => {
  const { email, key } = await withCodes()
  const [mistaken, own] = [browser(), browser()]
  const code = nextCode(key)
  await own.signIn(email, good)
  await mistaken.signIn(email, good)
  const cookie = mistaken.jar.get('firstline.two_factor')!
  mistaken.jar.set('firstline.two_factor', `${cookie.slice(0, -6)}AAAA%3D`)
  expect((await mistaken.send('POST', verifyTotp, { code })).statusCode).toBe(401)
  expect((await own.send('POST', verifyTotp, { code })).statusCode).toBe(200)
})

test.each([
  ['an empty one before it', (cookie: string) => `firstline.two_factor=; ${cookie}`],
  [
    'one of another prefix before it',
    (cookie: string) => `__Secure-firstline.two_factor=x; ${cookie}`,
  ],
  ['a space before the sign', (cookie: string) => cookie.replace('=', ' =')],
  ['quotes', (cookie: string) => cookie.replace(/=(.*)/, '="$1"')],
  ['an escape in the name', (cookie: string) => cookie.replace('2fa-', '2fa%2D')],
  ['nothing else', (cookie: string) => cookie],
])('guesses at a code count however the cookie is written: %s', async (_how, write) => {
  const { id, email } = await withCodes()
  const tried: number[] = []
  for (let n = 0; n < 7; n += 1) {
    const thief = browser()
    await thief.signIn(email, good)
    const cookie = write(`firstline.two_factor=${thief.jar.get('firstline.two_factor')}`)
    const answer = await http.inject({
      method: 'POST',
      url: verifyTotp,
      headers: { origin: publicUrl, cookie },
      remoteAddress: `10.2.0.${n}`,
      payload: { code: '000000' },
    })
    tried.push(answer.statusCode)
    // better-auth saw no guess, or we counted it
    const isGuess = answer.json<{ code?: string }>().code === 'INVALID_CODE'
    const failed = (await namesOf(id)).filter((name) => name === 'person.sign_in_failed')
    if (isGuess) expect(failed).toHaveLength(n + 1)
  }
  expect(tried.every((status) => status === 401) || tried.includes(429)).toBe(true)
})

test('the guesses of one sign-in are not counted as those of another', async () => {
  const [own, victim] = [await withCodes(), await withCodes()]
  for (let n = 0; n < 2; n += 1) {
    const [mine, theirs] = [browser(), browser()]
    await mine.signIn(own.email, good)
    await theirs.signIn(victim.email, good)
    const both = `firstline.two_factor=${mine.jar.get('firstline.two_factor')}; firstline.two_factor=${theirs.jar.get('firstline.two_factor')}`
    await http.inject({
      method: 'POST',
      url: verifyTotp,
      headers: { origin: publicUrl, cookie: both },
      payload: { code: '000000' },
    })
  }
  const failures = async (id: string) =>
    (await namesOf(id)).filter((name) => name === 'person.sign_in_failed').length
  expect([await failures(own.id), await failures(victim.id)]).toEqual([2, 0])
})

test.each([
  ['sign-in/email', { email: 'a\u0000b@desk.example', password: good }, 400],
  ['sign-in/email', { email: 'ada@desk.example', password: 'x\ud800' }, 400],
  ['sign-in/email', { email: ['ada@desk.example'], password: good }, 400],
  ['sign-in/email', { email: { toString: 1 }, password: good }, 400],
  ['sign-in/passkey', { answer: { id: 'x\u0000' } }, 400],
  ['sign-in/passkey', { answer: { id: { toString: 1 } } }, 401],
  ['sign-in/passkey', { answer: { id: ['x'] } }, 401],
  ['two-factor/verify-totp', { code: '12\u00003456' }, 400],
  ['two-factor/verify-backup-code', { code: null }, 400],
] as const)('%s refuses what nobody sends: %j', async (path, body, status) => {
  const answer = await browser().send('POST', `/api/auth/${path}`, body)
  expect([answer.statusCode, answer.body]).toEqual([status, expect.any(String)])
})

test.each([
  ['a form', 'application/x-www-form-urlencoded', asForm],
  ['a mark before the JSON', 'application/json', (body: object) => `\ufeff${JSON.stringify(body)}`],
])('what is read otherwise than here signs nobody in: %s', async (_how, type, write) => {
  const { id, email, key } = await withCodes()
  const send = (path: string, body: object, cookie?: string) =>
    http.inject({
      method: 'POST',
      url: `/api/auth/${path}`,
      headers: { origin: publicUrl, 'content-type': type, ...(cookie ? { cookie } : {}) },
      payload: write(body),
    })
  const password = await send('sign-in/email', { email, password: good })
  expect([password.statusCode, password.cookies]).toEqual([400, []])
  const own = browser()
  await own.signIn(email, good)
  const cookie = `firstline.two_factor=${own.jar.get('firstline.two_factor')}`
  const given = { code: nextCode(key), trustDevice: true }
  const code = await send('two-factor/verify-totp', given, cookie)
  expect([400, 415]).toContain(code.statusCode)
  expect(code.cookies).toEqual([])
  expect((await namesOf(id)).filter((name) => name === 'person.signed_in')).toHaveLength(1)
})

function asForm(body: object): string {
  return new URLSearchParams(
    Object.entries(body).map(([name, value]): [string, string] => [name, String(value)]),
  ).toString()
}

test('what is nested without end is refused', async () => {
  const answer = await http.inject({
    method: 'POST',
    url: '/api/auth/sign-in/passkey',
    headers: { origin: publicUrl, 'content-type': 'application/json' },
    payload: `{"answer":{"id":${'['.repeat(30_000)}${']'.repeat(30_000)}}}`,
  })
  expect(answer.json()).toMatchObject({ status: 400, reason: 'input.invalid' })
})

test('a cookie that nobody set is refused, not stumbled over', async () => {
  const { email } = await withCodes()
  const thief = browser()
  await thief.signIn(email, good)
  const [identifier] = thief.jar.get('firstline.two_factor')!.split('.')
  for (const value of ['%', '%E0%A4%A', '.', `2fa-attempts-${identifier}.x`, '2fa-x']) {
    const answer = await http.inject({
      method: 'POST',
      url: verifyTotp,
      headers: { origin: publicUrl, cookie: `firstline.two_factor=${value}` },
      payload: { code: '000000' },
    })
    expect([value, answer.statusCode]).toEqual([value, 401])
  }
})

test('guesses at a code are slowed over all sign-ins of the person', async () => {
  const { email } = await person()
  const own = browser()
  await own.signIn(email, good)
  const enabled = await own.send('POST', '/api/auth/two-factor/enable', { password: good })
  const key = new URL(enabled.json<{ totpURI: string }>().totpURI).searchParams.get('secret')!
  const verify = verifyTotp
  await own.send('POST', verify, { code: totpOf(key, new Date()) })
  const statuses: number[] = []
  for (let n = 0; n < 7; n += 1) {
    const thief = browser()
    await thief.signIn(email, good)
    statuses.push((await thief.send('POST', verify, { code: '000000' })).statusCode)
  }
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429])
  expect(await own.isIn()).toBe(true)
})

test('who lacks the second factor their role needs can set it up and do nothing else', async () => {
  const { email } = await person('lead')
  const own = browser()
  await own.signIn(email, good)
  const request = {
    headers: { cookie: [...own.jar].map(([name, value]) => `${name}=${value}`).join('; ') },
  } as unknown as Parameters<typeof authenticate>[1]
  const settings = {
    ...app.sources.project.current(),
    signIn: compileSignIn({ second_factor: ['lead'] }),
  }
  const strict = { ...app, sources: { project: { current: () => settings } } } as unknown as App
  const actor = await authenticate(strict, request)
  expect(actor).toMatchObject({ kind: 'person', confined: 'set-up' })
  await expect(disablePerson(app, actor, { personId: crypto.randomUUID() })).rejects.toMatchObject({
    reason: 'second-factor.missing',
  })
  const enabled = await own.send('POST', '/api/auth/two-factor/enable', { password: good })
  const key = new URL(enabled.json<{ totpURI: string }>().totpURI).searchParams.get('secret')!
  await own.send('POST', '/api/auth/two-factor/verify-totp', { code: totpOf(key, new Date()) })
  const cookie = [...own.jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const free = await authenticate(strict, { headers: { cookie } } as unknown as typeof request)
  expect(free).not.toHaveProperty('confined')
  expect(
    await authenticate(app, { headers: { cookie } } as unknown as typeof request),
  ).toMatchObject({ kind: 'person' })
})

test('a disabled person is told so, after the right password only', async () => {
  const { id, email } = await person()
  const lead = await person('lead')
  await disablePerson(app, lead.actor, { personId: id })
  expect((await browser().signIn(email, 'wrong-wrong-wrong')).statusCode).toBe(401)
  const right = await browser().signIn(email, good)
  expect([right.statusCode, right.json()]).toMatchObject([403, { code: 'PERSON_DISABLED' }])
  expect(right.cookies.map(({ name }) => name)).not.toContain('firstline.session_token')
})

test('a lead gives no link for an administrator, nobody one for themselves; a lost device is reset', async () => {
  const [lead, admin, agent] = [await person('lead'), await person('admin'), await person()]
  const wish = { language: 'en', isSecondFactorRemoved: true } as const
  const make = (by: typeof lead, personId: string) =>
    makePasswordLink(app, by.actor, { personId, ...wish })
  await expect(make(lead, admin.id)).rejects.toMatchObject({ reason: 'permission.not-yours' })
  await expect(make(lead, lead.id)).rejects.toMatchObject({ reason: 'person.oneself' })
  await expect(make(agent, lead.id)).rejects.toMatchObject({ reason: 'permission.missing' })
  const own = browser()
  await own.signIn(agent.email, good)
  const enabled = await own.send('POST', '/api/auth/two-factor/enable', { password: good })
  const key = new URL(enabled.json<{ totpURI: string }>().totpURI).searchParams.get('secret')!
  await own.send('POST', '/api/auth/two-factor/verify-totp', { code: totpOf(key, new Date()) })
  const { link } = await make(lead, agent.id)
  await own.send('POST', '/api/password-link/use', { token: tokenIn(link!), password: other })
  const back = browser()
  expect((await back.signIn(agent.email, other)).json()).not.toHaveProperty('twoFactorRedirect')
  expect(await back.isIn()).toBe(true)
  expect(await namesOf(agent.id)).toEqual(
    expect.arrayContaining(['person.second_factor_reset', 'person.password_link_asked']),
  )
})

test('nobody sets the password of somebody else', async () => {
  const admin = await person('admin')
  const wish = {
    email: 'x@desk.example',
    name: 'X',
    role: 'agent',
    line: 'L1',
    password: good,
  } as const
  await expect(addPerson(app, admin.actor, wish)).rejects.toMatchObject({ reason: 'password.own' })
})

test('a passkey needs the password, an honest answer, and a challenge that is used once', async () => {
  const { id, email } = await person()
  const own = browser()
  await own.signIn(email, good)
  const start = (password: string) => own.send('POST', '/api/me/passkeys/options', { password })
  expect((await start('wrong-wrong')).json()).toMatchObject({ reason: 'password.wrong' })
  const { challenge } = (await start(good)).json<{ options: { challenge: string } }>().options
  const forged = {
    name: 'Phone',
    answer: { id: 'x', rawId: 'x', type: 'public-key', response: {} },
  }
  expect((await own.send('POST', '/api/me/passkeys', forged)).json()).toMatchObject({
    reason: 'passkey.refused',
  })
  expect(await takeChallenge(app, challenge, null)).toBe(false)
  expect(await takeChallenge(app, challenge, id)).toBe(true)
  expect(await takeChallenge(app, challenge, id)).toBe(false)
  const guest = browser()
  expect((await guest.send('POST', '/api/passkey-sign-in/options')).statusCode).toBe(200)
  const answer = { id: 'unknown', response: {} }
  expect((await guest.send('POST', '/api/auth/sign-in/passkey', { answer })).statusCode).toBe(401)
})
