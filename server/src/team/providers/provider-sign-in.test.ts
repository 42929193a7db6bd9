import type { Team } from '@firstline/contract/team'
import { afterEach, describe, expect, test } from 'vitest'
import { system } from '#server/core/actor.ts'
import { hours, minutes } from '#server/core/clock.ts'
import { createPerson } from '#server/testing/people.ts'
import { addPerson } from '../add-person.ts'
import { actorOfSession } from '../authenticate.ts'
import { disablePerson } from '../disable-person.ts'
import { invitePerson } from '../invite-person.ts'
import { makePasswordLink } from '../make-password-link.ts'
import { whyNotSecond } from '../second-person.ts'
import { releaseIdentity } from './release-identity.ts'
import { createProviderDesk, refusedIn } from './testing/provider-desk.ts'

const acmeRoles = [
  'unknown_people: added',
  'roles:',
  '  - { group: desk-admins, role: admin }',
  '  - { group: leads, role: lead }',
  '  - { group: engineers, role: engineer }',
  '  - { group: support, role: agent }',
]
const world = await createProviderDesk([
  { id: 'acme', domains: ['acme.example'], more: acmeRoles },
  { id: 'partner', domains: ['partner.example'], isTokenFull: true },
])
const { app, desk } = world
const acme = world.providers.get('acme')!
const partner = world.providers.get('partner')!
const admin = await createPerson(desk, { role: 'admin', name: 'Olga' })

afterEach(() => {
  acme.tamper = null
  partner.tamper = null
})

let made = 0
/** Somebody in the directory of Acme. @returns the provider’s name for them */
function employee(groups = ['support'], said: object = {}) {
  made += 1
  const sub = `employee-${made}`
  const email = `e${made}@acme.example`
  acme.directory.set(sub, { email, email_verified: true, name: `E. ${made}`, groups, ...said })
  return { sub, email }
}

const password = 'tangerine-kettle-voltage-42'
async function invited(email: string, role: 'agent' | 'lead' | 'admin' = 'agent') {
  const wish = { email, name: 'Invited Ines', role, line: 'L1', password } as const
  return addPerson(app, system('test'), wish)
}

async function eventsOf(personId: string) {
  const rows = await app.db
    .selectFrom('event')
    .select(['name', 'data', 'actor_kind', 'actor_id'])
    .where('name', 'like', 'person.%')
    .orderBy('id')
    .execute()
  return rows.filter(({ data }) => (data as { person?: string }).person === personId)
}

test('who is unknown comes in with the role of their group, on record, where they wanted to go', async () => {
  const { sub, email } = employee(['engineers', 'support'])
  const browser = world.newBrowser()
  expect(await browser.signIn('acme', sub, '/tickets/7?tab=runs#last')).toBe(
    '/tickets/7?tab=runs#last',
  )
  const me = await browser.me()
  expect(me).toMatchObject({ email, role: 'engineer', line: 'L2' })
  const events = await eventsOf(me!.id)
  expect(events.map(({ name }) => name).toSorted()).toEqual([
    'person.identity_bound',
    'person.joined',
    'person.signed_in',
  ])
  expect(events.find(({ name }) => name === 'person.signed_in')).toMatchObject({
    actor_kind: 'person',
    actor_id: me!.id,
    data: { method: 'provider', provider: 'acme' },
  })
})

test('who comes again is the same person, whatever their address is now, with the role of today’s groups', async () => {
  const { sub } = employee(['leads'])
  const first = world.newBrowser()
  await first.signIn('acme', sub)
  const before = await first.me()
  acme.directory.set(sub, { email: 'married@other.example', groups: ['support'] })
  const second = world.newBrowser()
  await second.signIn('acme', sub)
  expect(await second.me()).toMatchObject({ id: before!.id, role: 'agent' })
  // an open session of theirs has no more than the groups say now
  expect(await first.me()).toMatchObject({ role: 'agent' })
  expect((await eventsOf(before!.id)).at(-1)).toMatchObject({
    name: 'person.role_changed',
    actor_kind: 'system',
    data: { role: 'agent', was: { role: 'lead', line: 'L1' }, provider: 'acme' },
  })
})

test('an invited person is bound once by their address, and their other ways in are gone', async () => {
  const { sub, email } = employee(['leads'])
  const { id } = await invited(email)
  const old = world.newBrowser()
  await old.send('POST', '/api/auth/sign-in/email', { email, password })
  expect(await old.me()).toMatchObject({ role: 'agent' })
  const browser = world.newBrowser()
  await browser.signIn('acme', sub)
  expect(await browser.me()).toMatchObject({ id, role: 'lead' })
  // who knew the password of an agent is not a lead now
  expect(await old.me()).toBeNull()
  const again = await old.send('POST', '/api/auth/sign-in/email', { email, password })
  expect(again.statusCode).toBe(401)
})

describe('nobody comes in', () => {
  test.each([
    ['whose address the provider does not vouch for', { email_verified: false }, 'unverified'],
    ['who has no address', { email: undefined }, 'unverified'],
    [
      'with an address of a domain it does not answer for',
      { email: 'a@partner.example' },
      'foreign-domain',
    ],
    ['with an address below its domain', { email: 'a@x.acme.example' }, 'foreign-domain'],
    ['with two domains in the address', { email: 'a@evil.example@acme.example' }, 'unverified'],
    ['in no group of the map', { groups: ['cooks'] }, 'no-group'],
    ['without groups', { groups: undefined }, 'no-group'],
  ])('%s', async (_who, said, refusal) => {
    const { sub } = employee(['support'], said)
    const browser = world.newBrowser()
    expect(refusedIn(await browser.signIn('acme', sub))).toBe(refusal)
    expect(await browser.me()).toBeNull()
    const bound = await app.db
      .selectFrom('identity')
      .select('id')
      .where('subject', '=', sub)
      .execute()
    expect(bound).toEqual([])
  })

  test('whom nobody has invited, where the provider adds nobody', async () => {
    partner.directory.set('p1', { email: 'p1@partner.example', email_verified: true })
    const browser = world.newBrowser()
    expect(refusedIn(await browser.signIn('partner', 'p1'))).toBe('uninvited')
  })

  test('who was disabled, and what they tried is on record', async () => {
    const { sub } = employee()
    const browser = world.newBrowser()
    await browser.signIn('acme', sub)
    const me = await browser.me()
    await disablePerson(app, admin, { personId: me!.id })
    expect(await browser.me()).toBeNull()
    expect(refusedIn(await browser.signIn('acme', sub))).toBe('disabled')
    expect((await eventsOf(me!.id)).at(-1)).toMatchObject({
      name: 'person.sign_in_failed',
      actor_kind: 'system',
      data: { method: 'provider', provider: 'acme', refusal: 'disabled' },
    })
  })

  test('as who has the same address but is another account of the provider', async () => {
    const { sub, email } = employee()
    await world.newBrowser().signIn('acme', sub)
    acme.directory.set('successor', { email, email_verified: true, groups: ['desk-admins'] })
    const browser = world.newBrowser()
    expect(refusedIn(await browser.signIn('acme', 'successor'))).toBe('bound-elsewhere')
    expect(await browser.me()).toBeNull()
  })

  test('who would leave the desk without an administrator', async () => {
    const lonely = await createProviderDesk([
      { id: 'acme', domains: ['acme.example'], more: acmeRoles },
    ])
    const its = lonely.providers.get('acme')!
    its.directory.set('o', {
      email: 'o@acme.example',
      email_verified: true,
      groups: ['desk-admins'],
    })
    const browser = lonely.newBrowser()
    await browser.signIn('acme', 'o')
    expect(await browser.me()).toMatchObject({ role: 'admin' })
    its.directory.set('o', { groups: ['support'] })
    expect(refusedIn(await browser.signIn('acme', 'o'))).toBe('last-admin')
    expect(await browser.me()).toMatchObject({ role: 'admin' })
  })
})

describe('an answer is worth nothing', () => {
  test('twice', async () => {
    const { sub } = employee()
    const browser = world.newBrowser()
    const back = await browser.atProvider(await browser.begin('acme'), sub)
    expect(await browser.comeBack(back)).toBe('/')
    const { tokenAnswers } = acme
    expect(refusedIn(await browser.comeBack(back))).toBe('expired')
    // the provider was not even asked
    expect(acme.tokenAnswers).toBe(tokenAnswers)
  })

  test('in another browser than it was begun in', async () => {
    const { sub } = employee()
    const [mallory, victim] = [world.newBrowser(), world.newBrowser()]
    const back = await mallory.atProvider(await mallory.begin('acme'), sub)
    await victim.begin('acme')
    expect(refusedIn(await victim.comeBack(back))).toBe('expired')
    expect(refusedIn(await world.newBrowser().comeBack(back))).toBe('expired')
    expect(await victim.me()).toBeNull()
  })

  test('after ten minutes', async () => {
    const { sub } = employee()
    const browser = world.newBrowser()
    const back = await browser.atProvider(await browser.begin('acme'), sub)
    desk.clock.advance(10 * minutes)
    expect(refusedIn(await browser.comeBack(back))).toBe('expired')
  })

  test('with a code of another sign-in', async () => {
    const mallory = world.newBrowser()
    const theirs = new URL(await mallory.atProvider(await mallory.begin('acme'), employee().sub))
    const victim = world.newBrowser()
    const back = new URL(await victim.atProvider(await victim.begin('acme'), employee().sub))
    back.searchParams.set('code', theirs.searchParams.get('code')!)
    expect(refusedIn(await victim.comeBack(back.href))).toBe('expired')
    expect(await victim.me()).toBeNull()
  })

  test('at the address of another provider', async () => {
    const { sub } = employee()
    const browser = world.newBrowser()
    const back = await browser.atProvider(await browser.begin('acme'), sub)
    const mixed = back.replace('/callback/acme', '/callback/partner')
    expect(refusedIn(await browser.comeBack(mixed))).toBe('expired')
  })

  test.each([
    [
      'that says it comes from another issuer',
      (url: URL) => url.searchParams.set('iss', partner.issuer),
    ],
    ['that does not say which issuer it comes from', (url: URL) => url.searchParams.delete('iss')],
  ])('%s (RFC 9207)', async (_what, change) => {
    const { sub } = employee()
    const browser = world.newBrowser()
    const back = new URL(await browser.atProvider(await browser.begin('acme'), sub))
    const { tokenAnswers } = acme
    change(back)
    expect(refusedIn(await browser.comeBack(back.href))).toBe('untrusted')
    // the code was shown to nobody
    expect(acme.tokenAnswers).toBe(tokenAnswers)
  })

  const hour = 3600
  test.each<[string, object, string]>([
    ['for another sign-in', { nonce: 'of another' }, 'untrusted'],
    ['for nobody’s sign-in', { nonce: undefined }, 'untrusted'],
    ['for another desk', { aud: 'another-desk' }, 'untrusted'],
    [
      'for several, by another desk',
      { aud: ['firstline', 'another'], azp: 'another' },
      'untrusted',
    ],
    ['of another issuer', { iss: 'https://other.example' }, 'untrusted'],
    ['without a person', { sub: undefined }, 'untrusted'],
    ['that has ended', { exp: Math.floor(Date.now() / 1000) - hour }, 'clock'],
    ['of the future', { nbf: Math.floor(Date.now() / 1000) + hour }, 'clock'],
  ])('with a token %s', async (_what, claims, refusal) => {
    const { sub } = employee()
    acme.tamper = (said, signed) => signed({ ...said, ...claims })
    const browser = world.newBrowser()
    expect(refusedIn(await browser.signIn('acme', sub))).toBe(refusal)
    expect(await browser.me()).toBeNull()
  })

  /** All that is asked of a token, so that the provider is not asked for more. */
  const wished = { email: 'e@acme.example', email_verified: true, groups: ['desk-admins'] }
  test.each<[string, NonNullable<typeof acme.tamper>]>([
    ['signed by nobody', (said, signed) => signed(said, 'none')],
    [
      'that says more than what was signed',
      (said, signed) => {
        const [head, , signature] = signed(said).split('.')
        const other = Buffer.from(JSON.stringify({ ...said, ...wished })).toString('base64url')
        return `${head}.${other}.${signature}`
      },
    ],
    ['that is said to be signed in another way', (said, signed) => signed(said, 'HS256')],
    ['that is none', () => 'no token'],
  ])('with a token %s', async (_what, tamper) => {
    const { sub } = employee()
    acme.tamper = tamper
    const browser = world.newBrowser()
    expect(refusedIn(await browser.signIn('acme', sub))).toBe('untrusted')
    expect(await browser.me()).toBeNull()
  })
})

test('who gives up at the provider is told so, and nothing is left', async () => {
  const left = async () => {
    const count = app.db.selectFrom('provider_sign_in').select((of) => of.fn.countAll().as('rows'))
    return Number((await count.executeTakeFirstOrThrow()).rows)
  }
  const before = await left()
  const browser = world.newBrowser()
  const back = await browser.giveUp(await browser.begin('acme'))
  expect(await left()).toBe(before + 1)
  expect(refusedIn(await browser.comeBack(back))).toBe('denied')
  expect(await left()).toBe(before)
})

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  '/\t/evil.example',
  '/..//evil.example',
  '/api/auth/sign-out',
  '',
])('nobody is led to “%s”', async (returnTo) => {
  const browser = world.newBrowser()
  expect(await browser.signIn('acme', employee().sub, returnTo)).toBe('/')
})

test('another site begins no sign-in in somebody’s browser', async () => {
  const answer = await world.http.inject({
    method: 'POST',
    url: '/api/auth/sign-in/provider',
    headers: { origin: 'https://evil.example' },
    payload: { provider: 'acme' },
  })
  expect(answer.json()).toMatchObject({ status: 403, reason: 'origin.foreign' })
})

test('from one address no more than thirty a minute are sent to a provider', async () => {
  const begin = async (remoteAddress: string) =>
    world.http.inject({
      method: 'POST',
      url: '/api/auth/sign-in/provider',
      headers: { origin: 'http://localhost:3999' },
      remoteAddress,
      payload: { provider: 'acme' },
    })
  const kept = async () => {
    const counted = app.db.selectFrom('provider_sign_in').select(({ fn }) => fn.countAll().as('n'))
    return Number((await counted.executeTakeFirstOrThrow()).n)
  }
  const before = await kept()
  const statuses: number[] = []
  for (let n = 0; n < 32; n += 1) statuses.push((await begin('198.51.100.7')).statusCode)
  expect(statuses.filter((status) => status === 200)).toHaveLength(30)
  expect(statuses.slice(30)).toEqual([429, 429])
  expect((await kept()) - before).toBe(30)
  expect((await begin('198.51.100.8')).statusCode).toBe(200)
})

test('a session of a provider ends by itself after the hours that are declared, however it is used', async () => {
  const browser = world.newBrowser()
  await browser.signIn('acme', employee().sub)
  desk.clock.advance(11 * hours)
  expect(await browser.me()).not.toBeNull()
  desk.clock.advance(1 * hours)
  expect(await browser.me()).toBeNull()
})

test('who signs out is led to sign out at the provider too', async () => {
  const browser = world.newBrowser()
  await browser.signIn('acme', employee().sub)
  const me = await browser.me()
  const answer = await browser.send('POST', '/api/auth/sign-out')
  const leaving = new URL(answer.json<{ leaving: string }>().leaving)
  expect(leaving.origin).toBe(acme.issuer)
  expect(leaving.searchParams.get('post_logout_redirect_uri')).toBe('http://localhost:3999/sign-in')
  expect((await fetch(leaving)).status).toBe(200)
  expect(await browser.me()).toBeNull()
  expect((await eventsOf(me!.id)).at(-1)?.name).toBe('person.signed_out')
})

test('a provider that is away is said so, and who is in stays in', async () => {
  const browser = world.newBrowser()
  await browser.signIn('partner', 'p1')
  const away = await createProviderDesk([{ id: 'acme', domains: ['acme.example'] }])
  await away.providers.get('acme')!.stop()
  const answer = await away
    .newBrowser()
    .send('POST', '/api/auth/sign-in/provider', { provider: 'acme' })
  expect([answer.statusCode, answer.json()]).toEqual([503, { refusal: 'unavailable' }])
})

test('what a provider names elsewhere in the network is not called', async () => {
  const says = { token_endpoint: `${partner.issuer}/token` }
  const sent = await createProviderDesk([{ id: 'acme', domains: ['acme.example'], says }])
  sent.providers.get('acme')!.directory.set('a', { email: 'a@acme.example' })
  const { tokenAnswers } = partner
  expect(refusedIn(await sent.newBrowser().signIn('acme', 'a'))).toBe('unavailable')
  expect(partner.tokenAnswers).toBe(tokenAnswers)
})

test.each(['authorization_endpoint', 'end_session_endpoint'])(
  'a provider leads browsers to pages only: %s',
  async (name) => {
    const says = { [name]: 'javascript:alert(document.domain)//' }
    const lying = await createProviderDesk([{ id: 'acme', domains: ['acme.example'], says }])
    const answer = await lying
      .newBrowser()
      .send('POST', '/api/auth/sign-in/provider', { provider: 'acme' })
    expect([answer.statusCode, answer.json()]).toEqual([503, { refusal: 'untrusted' }])
  },
)

describe('where a password is for some only', () => {
  async function createClosedDesk() {
    const closed = await createProviderDesk(
      [{ id: 'acme', domains: ['acme.example'], more: acmeRoles }],
      ['password_only_for: [Emergency@acme.example]'],
    )
    const add = (email: string) =>
      addPerson(closed.app, system('test'), {
        email,
        name: 'Q',
        role: 'lead',
        line: 'L1',
        password,
      })
    return { closed, add }
  }

  test('the right password of others opens nothing, and the emergency address goes on', async () => {
    const { closed, add } = await createClosedDesk()
    await add('emergency@acme.example')
    const { id } = await add('other@acme.example')
    const browser = closed.newBrowser()
    const give = (email: string, given = password) =>
      browser.send('POST', '/api/auth/sign-in/email', { email, password: given })
    const refused = await give('other@acme.example')
    expect([refused.statusCode, refused.json()]).toMatchObject([403, { code: 'PASSWORD_OFF' }])
    // a wrong one learns nothing
    expect((await give('other@acme.example', 'wrong')).statusCode).toBe(401)
    expect(await browser.me()).toBeNull()
    expect((await give('emergency@acme.example')).statusCode).toBe(200)
    expect(await browser.me()).toMatchObject({ email: 'emergency@acme.example' })
    const wish = { personId: id, language: 'en', isSecondFactorRemoved: false } as const
    await expect(makePasswordLink(closed.app, system('setup'), wish)).rejects.toMatchObject({
      reason: 'password.off',
    })
  })

  test('who is invited gets no link, and comes in by the provider', async () => {
    const { closed } = await createClosedDesk()
    const wish = { email: 'new@acme.example', name: 'New', role: 'agent', line: 'L1' } as const
    const invited = await invitePerson(closed.app, system('setup'), wish)
    expect(invited).toMatchObject({ link: null, expiresAt: null })
    const its = closed.providers.get('acme')!
    its.directory.set('n', { email: 'new@acme.example', email_verified: true, groups: ['support'] })
    const browser = closed.newBrowser()
    await browser.signIn('acme', 'n')
    expect(await browser.me()).toMatchObject({ id: invited.id })
  })

  test('sessions by a password that were open before are none', async () => {
    const { closed, add } = await createClosedDesk()
    const { id } = await add('before@acme.example')
    const session = { id: 's', userId: await userOf(closed.app, id) }
    expect(await actorOfSession(closed.app, session)).toMatchObject({ kind: 'anonymous' })
    expect(await actorOfSession(closed.app, { ...session, proof: 'provider' })).toMatchObject({
      id,
    })
  })
})

test('who is bound is let in by no link, until somebody else releases them; that opens a way in', async () => {
  const { sub, email } = employee()
  await world.newBrowser().signIn('acme', sub)
  const { id } = await app.db
    .selectFrom('person')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  const wish = { personId: id, language: 'en', isSecondFactorRemoved: false } as const
  await expect(makePasswordLink(app, admin, wish)).rejects.toMatchObject({
    reason: 'person.by-provider',
  })
  const browser = world.newBrowser()
  await browser.signIn('acme', sub)
  const lead = await createPerson(desk, { role: 'lead' })
  expect(await whyNotSecond(app.db, id, lead, desk.clock.now())).toBeNull()
  await releaseIdentity(app, lead, { personId: id })
  expect(await browser.me()).toBeNull()
  expect(await whyNotSecond(app.db, id, lead, desk.clock.now())).toBe('opened')
  await expect(releaseIdentity(app, lead, { personId: id })).rejects.toMatchObject({
    reason: 'person.not-bound',
  })
  acme.directory.set('their-new-account', { email, email_verified: true, groups: ['support'] })
  await browser.signIn('acme', 'their-new-account')
  expect(await browser.me()).toMatchObject({ id })
})

test('of whom a provider vouches for, the provider asks for the second factor, and Team says who it is', async () => {
  const { closed } = await createStrictDesk()
  const its = closed.providers.get('acme')!
  its.directory.set('l', { email: 'l@acme.example', email_verified: true, groups: ['leads'] })
  const browser = closed.newBrowser()
  await browser.signIn('acme', 'l')
  const me = await browser.send('GET', '/api/me')
  expect(me.json()).toMatchObject({ role: 'lead', confined: null })
  const security = await browser.send('GET', '/api/me/sign-in')
  expect(security.json()).toMatchObject({
    provider: 'Account of acme',
    isSecondFactorRequired: false,
  })
  const team = await browser.send('GET', '/api/team')
  expect(team.json<Team>().people.map(({ signIn }) => signIn)).toEqual([
    { provider: 'Account of acme', hasPassword: false, hasCodes: false, hasPasskey: false },
  ])
})

async function createStrictDesk() {
  const closed = await createProviderDesk(
    [{ id: 'acme', domains: ['acme.example'], more: acmeRoles }],
    ['second_factor: [lead]'],
  )
  return { closed }
}

async function userOf({ db }: typeof app, personId: string): Promise<string> {
  const row = db.selectFrom('person').select('user_id').where('id', '=', personId)
  return (await row.executeTakeFirstOrThrow()).user_id
}
