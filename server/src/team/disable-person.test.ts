import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { permissions } from '@firstline/contract/permissions'
import type { Permission, Role } from '@firstline/contract/permissions'
import { describe, expect, test } from 'vitest'
import { system } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import { days } from '#server/core/clock.ts'
import { Refusal } from '#server/core/errors.ts'
import { createAiAgent } from '#server/mcp/create-ai-agent.ts'
import { handOverAiAgent } from '#server/mcp/hand-over-ai-agent.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { readAiActor } from './ai-actor.ts'
import { createApiKey } from './create-api-key.ts'
import { findActor } from './find-actor.ts'
import { handOverApiKey } from './hand-over-api-key.ts'
import { changeRole, disablePerson, enablePerson } from './disable-person.ts'
import { getTeam } from './queries.ts'
import { revokeApiKey } from './revoke-api-key.ts'
import { withSignIn } from './testing/with-sign-in.ts'
import { opensNothing, opensWayIn } from './second-person.ts'

const desk = await createTestDesk()
const signIns = { ...desk, ...withSignIn() }
const lead = await createPerson(desk, { role: 'lead' })
const admin = await createPerson(desk, { role: 'admin' })
const eventNames = async () =>
  (await desk.db.selectFrom('event').select('name').orderBy('id').execute()).map(({ name }) => name)

async function refusalOf(doing: Promise<unknown>): Promise<string> {
  return doing.then(
    () => 'nothing refused it',
    (error: unknown) => {
      if (error instanceof Refusal) return error.reason
      throw error
    },
  )
}

const personOf = async (id: string) =>
  (await getTeam(signIns, lead, {})).people.find((person) => person.id === id)
const keyOf = async (id: string) =>
  (await getTeam(signIns, lead, {})).keys.find((key) => key.id === id)
const given = (name: string, ...list: Permission[]) => ({ name, permissions: list as never })
const noProject = { ...desk, sources: { project: { current: () => ({ types: [] }) } } as never }

test('a disabled person has no session any more, and can be let in again', async () => {
  const ada = await createPerson(desk)
  const { user_id: userId } = await desk.db
    .selectFrom('person')
    .select('user_id')
    .where('id', '=', ada.id)
    .executeTakeFirstOrThrow()
  const now = desk.clock.now()
  await desk.db
    .insertInto('auth.session')
    .values({ id: 's1', token: 't1', userId, expiresAt: now, createdAt: now, updatedAt: now })
    .execute()
  await disablePerson(desk, lead, { personId: ada.id })
  expect(await desk.db.selectFrom('auth.session').selectAll().execute()).toEqual([])
  expect(await refusalOf(disablePerson(desk, lead, { personId: ada.id }))).toBe('person.disabled')
  await enablePerson(desk, lead, { personId: ada.id })
  expect((await personOf(ada.id))?.disabledAt).toBeNull()
  expect(await eventNames()).toEqual(['person.disabled', 'person.enabled'])
})

test('nobody changes their own standing; a role given to somebody else counts', async () => {
  const kim = await createPerson(desk)
  const own = { personId: lead.id, role: 'engineer', line: 'L1' } as const
  expect(await refusalOf(changeRole(desk, lead, own))).toBe('person.oneself')
  expect(await refusalOf(disablePerson(desk, lead, own))).toBe('person.oneself')
  await changeRole(desk, lead, { personId: kim.id, role: 'engineer', line: 'L2' })
  expect(await personOf(kim.id)).toMatchObject({ role: 'engineer', line: 'L2' })
  expect(await refusalOf(disablePerson(desk, kim, { personId: lead.id }))).toBe(
    'permission.missing',
  )
})

describe('nobody gives more than they have, nor takes it from who has more', () => {
  test.each<[string, (other: string) => Promise<unknown>]>([
    [
      'make an administrator',
      (id) => changeRole(desk, lead, { personId: id, role: 'admin', line: 'L1' }),
    ],
    ['demote one', () => changeRole(desk, lead, { personId: admin.id, role: 'agent', line: 'L1' })],
    [
      'change the line of one',
      () => changeRole(desk, lead, { personId: admin.id, role: 'admin', line: 'L2' }),
    ],
    ['disable one', () => disablePerson(desk, lead, { personId: admin.id })],
    ['let one in again', () => enablePerson(desk, lead, { personId: admin.id })],
  ])('a lead cannot %s; an administrator can', async (_what, doing) => {
    const { id } = await createPerson(desk)
    expect(await refusalOf(doing(id))).toBe('permission.not-yours')
  })

  test('an administrator manages administrators, but not the last one away', async () => {
    const second = await createPerson(desk, { role: 'admin' })
    const { id } = await createPerson(desk)
    await changeRole(desk, admin, { personId: id, role: 'admin', line: 'L1' })
    await changeRole(desk, second, { personId: id, role: 'lead', line: 'L1' })
    await disablePerson(desk, admin, { personId: second.id })
    const setup = system('setup')
    for (const doing of [
      () => disablePerson(desk, setup, { personId: admin.id }),
      () => changeRole(desk, setup, { personId: admin.id, role: 'lead', line: 'L1' }),
    ]) {
      expect(await refusalOf(doing())).toBe('person.last-admin')
    }
  })

  test('of two who disable each other at once one stays', async () => {
    for (let round = 0; round < 5; round++) {
      const one = await createPerson(desk, { role: 'admin' })
      const other = await createPerson(desk, { role: 'admin' })
      const answers = await Promise.all([
        refusalOf(disablePerson(desk, one, { personId: other.id })),
        refusalOf(disablePerson(desk, other, { personId: one.id })),
      ])
      expect(answers.toSorted()).toEqual(['nothing refused it', 'permission.missing'])
    }
  })

  test('who lost the role a moment ago manages nobody', async () => {
    const before = await createPerson(desk, { role: 'lead' })
    const { id } = await createPerson(desk)
    await changeRole(desk, lead, { personId: before.id, role: 'engineer', line: 'L1' })
    expect(await refusalOf(disablePerson(desk, before, { personId: id }))).toBe(
      'permission.missing',
    )
    expect(await refusalOf(createApiKey(desk, before, given('k', 'ticket:read')))).toBe(
      'permission.missing',
    )
  })

  test('a key takes what its maker has, and what only machines do; nothing that manages people', async () => {
    await createApiKey(desk, lead, given('all', 'audit:read', 'telemetry:write', 'mail:receive'))
    for (const each of ['person:manage', 'admin:manage', 'mcp:call'] as const) {
      expect(await refusalOf(createApiKey(desk, admin, given('k', each)))).toBe('input.invalid')
    }
  })
})

test('a key manages neither people nor keys, whatever it was given before', async () => {
  const key: Actor = { kind: 'integration', id: crypto.randomUUID(), name: 'old', permissions }
  const { id } = await createPerson(desk)
  for (const doing of [
    () => disablePerson(desk, key, { personId: id }),
    () => enablePerson(desk, key, { personId: id }),
    () => changeRole(desk, key, { personId: id, role: 'lead', line: 'L1' }),
    () => createApiKey(desk, key, given('next', 'ticket:read')),
    () => revokeApiKey(desk, key, { keyId: id }),
    () => handOverApiKey(desk, key, { keyId: id, personId: id }),
    () => createAiAgent(noProject, key, { name: 'Robo' }),
    () => handOverAiAgent(desk, key, { aiAgentId: id, personId: id }),
    () => getTeam(signIns, key, {}),
  ]) {
    expect(await refusalOf(doing())).toBe('permission.missing')
  }
})

describe('keys and AI agents', () => {
  test('a revoked key stays on the list, without its secret, and is revoked once', async () => {
    const { id, key } = await createApiKey(desk, lead, given('collector', 'telemetry:write'))
    await revokeApiKey(desk, lead, { keyId: id })
    expect(await refusalOf(revokeApiKey(desk, lead, { keyId: id }))).toBe('api-key.not-found')
    expect(await keyOf(id)).toMatchObject({ id, state: 'revoked', owner: { id: lead.id } })
    expect(JSON.stringify(await getTeam(signIns, lead, {}))).not.toContain(key)
  })

  test('what somebody answers for sleeps when they are disabled, and is named; letting them in again wakes nothing', async () => {
    const leaver = await createPerson(desk, { role: 'lead', name: 'Leo' })
    const key = await createApiKey(desk, leaver, given('script', 'ticket:read'))
    const revoked = await createApiKey(desk, leaver, given('gone', 'ticket:read'))
    await revokeApiKey(desk, leaver, { keyId: revoked.id })
    const { agent } = await createAiAgent(noProject, leaver, { name: 'Robo' })
    expect(await disablePerson(desk, lead, { personId: leaver.id })).toEqual({
      keys: [{ id: key.id, name: 'script' }],
      aiAgents: [{ id: agent.id, name: 'Robo' }],
    })
    const isAwake = async () => {
      const now = desk.clock.now()
      const integration = await findActor(desk.db, { kind: 'integration', id: key.id }, now)
      return [integration !== null, (await readAiActor(desk.db, agent.id, now)) !== null]
    }
    expect(await isAwake()).toEqual([false, false])
    expect(await keyOf(key.id)).toMatchObject({ state: 'asleep', owner: { name: 'Leo' } })
    await enablePerson(desk, lead, { personId: leaver.id })
    expect(await isAwake()).toEqual([false, false])

    await handOverApiKey(desk, lead, { keyId: key.id, personId: lead.id })
    const woken = await handOverAiAgent(desk, lead, { aiAgentId: agent.id, personId: leaver.id })
    expect(woken).toMatchObject({ state: 'active', owner: { id: leaver.id } })
    expect(await isAwake()).toEqual([true, true])
    expect((await eventNames()).slice(-3)).toEqual([
      'person.enabled',
      'api_key.handed_over',
      'ai_agent.handed_over',
    ])
  })

  test('a key that is made while its owner is being disabled works no more than the others', async () => {
    const leaver = await createPerson(desk, { role: 'lead' })
    const { id } = await createApiKey(desk, leaver, given('late', 'ticket:read'))
    const out = { disabled_at: desk.clock.now() }
    await desk.db.updateTable('person').set(out).where('id', '=', leaver.id).execute()
    expect(await findActor(desk.db, { kind: 'integration', id }, desk.clock.now())).toBeNull()
    expect(await keyOf(id)).toMatchObject({ state: 'asleep' })
  })

  test('a key does no more than its owner may today', async () => {
    const owner = await createPerson(desk, { role: 'lead' })
    const list = ['audit:read', 'ticket:read', 'telemetry:write'] as const
    const { id } = await createApiKey(desk, owner, given('reader', ...list))
    const { agent } = await createAiAgent(noProject, owner, { name: 'Robo' })
    const after = async (role: Role) => {
      await changeRole(desk, lead, { personId: owner.id, role, line: 'L1' })
      const found = await findActor(desk.db, { kind: 'integration', id }, desk.clock.now())
      const isLetIn = (await readAiActor(desk.db, agent.id, desk.clock.now())) !== null
      return [found?.kind === 'integration' && found.permissions, isLetIn]
    }
    expect(await after('agent')).toEqual([['ticket:read', 'telemetry:write'], true])
    expect(await after('auditor')).toEqual([[...list], false])
  })

  test('whom a key is handed to may come in, and do themselves what it does', async () => {
    const { id: keyId } = await createApiKey(desk, lead, given('reader', 'audit:read'))
    const agent = await createPerson(desk)
    const out = await createPerson(desk, { role: 'lead' })
    await disablePerson(desk, lead, { personId: out.id })
    const to = (personId: string) => refusalOf(handOverApiKey(desk, lead, { keyId, personId }))
    expect(await to(agent.id)).toBe('permission.not-theirs')
    expect(await to(out.id)).toBe('person.disabled')
    expect(await to(crypto.randomUUID())).toBe('person.not-found')
    const ofAdmin = await createApiKey(desk, admin, given('theirs', 'ticket:read'))
    const taking = { keyId: ofAdmin.id, personId: lead.id }
    expect(await refusalOf(handOverApiKey(desk, lead, taking))).toBe('permission.not-yours')
    desk.clock.advance(90 * days)
    expect(await to(lead.id)).toBe('api-key.expired')
    expect(await keyOf(keyId)).toMatchObject({ state: 'expired' })
    expect(
      await findActor(desk.db, { kind: 'integration', id: keyId }, desk.clock.now()),
    ).toBeNull()
  })
})

test('every event about a person says whether it opens a way in', () => {
  const named = new Set<string>()
  for (const file of readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue
    const text = readFileSync(join(import.meta.dirname, file), 'utf8')
    for (const [, name] of text.matchAll(/'(person\.\w+)'[,\s]+data/g)) named.add(name!)
  }
  const judged = new Set<string>([...opensWayIn, ...opensNothing])
  expect([...named].filter((name) => !judged.has(name))).toEqual([])
  expect(named).toContain('person.invited')
})
