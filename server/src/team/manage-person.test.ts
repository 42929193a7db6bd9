import { expect, test } from 'vitest'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { createApiKey } from './create-api-key.ts'
import { changeRole, disablePerson, enablePerson } from './manage-person.ts'
import { getTeam } from './queries.ts'
import { revokeApiKey } from './revoke-api-key.ts'

const desk = await createTestDesk()
const lead = await createPerson(desk, { role: 'lead' })
const eventNames = async () =>
  (await desk.db.selectFrom('event').select('name').orderBy('id').execute()).map(({ name }) => name)

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
  await expect(disablePerson(desk, lead, { personId: ada.id })).rejects.toMatchObject({
    reason: 'person.disabled',
  })
  await enablePerson(desk, lead, { personId: ada.id })
  const { people } = await getTeam(desk, lead, {})
  expect(people.find(({ id }) => id === ada.id)?.disabledAt).toBeNull()
  expect(await eventNames()).toEqual(['person.disabled', 'person.enabled'])
})

test('nobody changes their own standing; a role given to somebody else counts', async () => {
  const kim = await createPerson(desk)
  const own = { personId: lead.id, role: 'admin', line: 'L1' } as const
  await expect(changeRole(desk, lead, own)).rejects.toMatchObject({ reason: 'person.oneself' })
  await expect(disablePerson(desk, lead, own)).rejects.toMatchObject({ reason: 'person.oneself' })
  await changeRole(desk, lead, { personId: kim.id, role: 'engineer', line: 'L2' })
  const { people } = await getTeam(desk, lead, {})
  expect(people.find(({ id }) => id === kim.id)).toMatchObject({ role: 'engineer', line: 'L2' })
  await expect(disablePerson(desk, kim, { personId: lead.id })).rejects.toMatchObject({
    kind: 'forbidden',
  })
})

test('a revoked key stays on the list, without its secret, and is revoked once', async () => {
  const { id, key } = await createApiKey(desk, lead, {
    name: 'collector',
    permissions: ['telemetry:write'],
  })
  await revokeApiKey(desk, lead, { keyId: id })
  await expect(revokeApiKey(desk, lead, { keyId: id })).rejects.toMatchObject({
    reason: 'api-key.not-found',
  })
  const team = await getTeam(desk, lead, {})
  expect(team.keys).toMatchObject([{ id, revokedAt: desk.clock.now().toISOString() }])
  expect(JSON.stringify(team)).not.toContain(key)
})
