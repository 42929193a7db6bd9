import { permissionsOf } from '@firstline/contract/permissions'
import type { Role } from '@firstline/contract/permissions'
import type { Me, Person, Team } from '@firstline/contract/team'
import type { Line } from '@firstline/contract/common'
import { z } from 'zod'
import { requirePerson } from '#server/core/actor.ts'
import { defineQuery } from '#server/core/verb.ts'

export const getMe = defineQuery({
  permission: 'person:read',
  input: z.object({}),
  async run({ db, actor }): Promise<Me> {
    const { id, name, role, line } = requirePerson(actor)
    const { email } = await db
      .selectFrom('person')
      .select('email')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return { id, name, email, role, line, permissions: [...permissionsOf[role]] }
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
      items: rows.map((row) => ({ ...row, role: row.role as Role, line: row.line as Line })),
    }
  },
})

export const getTeam = defineQuery({
  permission: 'person:manage',
  input: z.object({}),
  async run({ db }): Promise<Team> {
    const people = await db
      .selectFrom('person')
      .select(['id', 'name', 'email', 'role', 'line', 'disabled_at as disabledAt'])
      .orderBy('name')
      .execute()
    const keys = await db
      .selectFrom('api_key')
      .select(['id', 'name', 'permissions', 'created_at as createdAt', 'revoked_at as revokedAt'])
      .orderBy('created_at', 'desc')
      .execute()
    return {
      people: people.map((row) => ({
        ...row,
        role: row.role as Role,
        line: row.line as Line,
        disabledAt: row.disabledAt?.toISOString() ?? null,
      })),
      keys: keys.map((row) => ({
        ...row,
        createdAt: row.createdAt.toISOString(),
        revokedAt: row.revokedAt?.toISOString() ?? null,
      })),
    }
  },
})
