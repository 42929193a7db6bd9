import { confinedPermissions, permissionsOf } from '@firstline/contract/permissions'
import type { Me, Person, Team } from '@firstline/contract/team'
import { z } from 'zod'
import { requirePerson } from '#server/core/actor.ts'
import { defineQuery } from '#server/core/verb.ts'
import type { QueryContext } from '#server/core/verb.ts'
import { joined } from '#server/database/joined.ts'
import { keyStateOf } from './key-state.ts'
import { providerName } from './sign-in-section.ts'
import type { WithSignIn } from './sign-in-section.ts'

export const getMe = defineQuery({
  permission: 'self:manage',
  input: z.object({}),
  async run({ db, actor }): Promise<Me> {
    const { id, name, role, line, confined = null } = requirePerson(actor)
    const { email } = await db
      .selectFrom('person')
      .select('email')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const permissions = [...(confined ? confinedPermissions : permissionsOf[role])]
    return { id, name, email, role, line, permissions, confined }
  },
})

export const listPeople = defineQuery({
  permission: 'person:read',
  input: z.object({}),
  async run({ db }): Promise<{ items: Person[] }> {
    const rows = await db
      .selectFrom('person')
      .select(['id', 'name', 'email', 'role', 'line'])
      .where('disabled_at', 'is', null)
      .orderBy('name')
      .limit(500)
      .execute()
    return {
      items: rows.map((row) => ({ ...row, role: row.role, line: row.line })),
    }
  },
})

export const getTeam = defineQuery({
  permission: 'person:manage',
  input: z.object({}),
  async run({ db, clock, sources }: QueryContext & WithSignIn): Promise<Team> {
    const people = await db
      .selectFrom('person')
      .innerJoin('auth.user', 'auth.user.id', 'person.user_id')
      .leftJoin('identity', 'identity.person_id', 'person.id')
      .select(['person.id', 'person.name', 'person.email', 'role', 'line', 'issuer'])
      .select(['disabled_at as disabledAt', 'twoFactorEnabled as hasCodes'])
      .select(({ exists, selectFrom }) => [
        exists(
          selectFrom('auth.account')
            .select('auth.account.id')
            .whereRef('auth.account.userId', '=', 'person.user_id')
            .where('password', 'is not', null),
        ).as('hasPassword'),
        exists(
          selectFrom('passkey').select('passkey.id').whereRef('person_id', '=', 'person.id'),
        ).as('hasPasskey'),
      ])
      .orderBy('person.name')
      .execute()
    const { signIn } = sources.project.current()
    const keys = await db
      .selectFrom('api_key')
      .leftJoin('person as owner', 'owner.id', 'api_key.owner_id')
      .select(['api_key.id', 'api_key.name', 'permissions', 'api_key.created_at', 'revoked_at'])
      .select(['expires_at', 'asleep_at', 'last_used_at', 'last_used_from'])
      .select(['owner.id as ownerId', 'owner.name as ownerName'])
      .select('owner.disabled_at as ownerDisabledAt')
      .orderBy('api_key.created_at', 'desc')
      .execute()
    return {
      people: people.map(({ issuer, hasCodes, hasPassword, hasPasskey, ...person }) => ({
        ...person,
        disabledAt: person.disabledAt?.toISOString() ?? null,
        signIn: {
          provider: providerName(signIn, issuer),
          hasPassword: Boolean(hasPassword),
          hasCodes: hasCodes ?? false,
          hasPasskey: Boolean(hasPasskey),
        },
      })),
      keys: keys.map((row) => ({
        id: row.id,
        name: row.name,
        permissions: row.permissions,
        state: keyStateOf(row, clock.now()),
        owner: joined(row.ownerId, row.ownerName),
        createdAt: row.created_at.toISOString(),
        expiresAt: row.expires_at.toISOString(),
        lastUsedAt: row.last_used_at?.toISOString() ?? null,
        lastUsedFrom: row.last_used_from,
      })),
    }
  },
})
