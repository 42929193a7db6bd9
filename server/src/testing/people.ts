import type { Line } from '@firstline/contract/common'
import type { Role } from '@firstline/contract/permissions'
import type { PersonActor } from '#server/core/actor.ts'
import type { TestDesk } from './desk.ts'

/** A person of the team with a row of their own. */
export async function createPerson(
  desk: Pick<TestDesk, 'db' | 'clock'>,
  {
    role = 'agent',
    line = 'L1',
    name = 'Ada Agent',
  }: { role?: Role; line?: Line; name?: string } = {},
): Promise<PersonActor> {
  const userId = crypto.randomUUID()
  const email = `${userId}@desk.example`
  await desk.db
    .insertInto('auth.user')
    .values({ id: userId, name, email, emailVerified: true, updatedAt: desk.clock.now() })
    .execute()
  const { id } = await desk.db
    .insertInto('person')
    .values({ user_id: userId, name, email, role, line })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { kind: 'person', id, name, role, line }
}
