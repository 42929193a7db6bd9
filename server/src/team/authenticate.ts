import type { Permission, Role } from '@firstline/contract/permissions'
import type { Line } from '@firstline/contract/common'
import { fromNodeHeaders } from 'better-auth/node'
import type { FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import { anonymous } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import type { DB } from '#server/core/db-types.ts'
import { headerOf } from '#server/core/header-of.ts'
import { Unauthenticated } from '#server/core/problem.ts'
import type { Auth } from './auth.ts'
import { hashOfKey } from './create-api-key.ts'

/** Who is asking: a machine by its key, a person by their session, else nobody. */
export async function authenticate(
  { db, auth }: { db: Kysely<DB>; auth: Auth },
  request: FastifyRequest,
): Promise<Actor> {
  const bearer = /^Bearer (.+)$/i.exec(headerOf(request.headers, 'authorization') ?? '')?.[1]
  if (bearer) return actorOfKey(db, bearer)
  if (!headerOf(request.headers, 'cookie')) return anonymous
  const session = await auth.api.getSession({ headers: fromNodeHeaders(request.headers) })
  return session ? actorOfUser(db, session.user.id) : anonymous
}

async function actorOfKey(db: Kysely<DB>, key: string): Promise<Actor> {
  const row = await db
    .selectFrom('api_key')
    .select(['id', 'name', 'permissions'])
    .where('hash', '=', hashOfKey(key))
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new Unauthenticated('This API key is not known or was revoked')
  const permissions = row.permissions as Permission[]
  return { kind: 'integration', id: row.id, name: row.name, permissions }
}

async function actorOfUser(db: Kysely<DB>, userId: string): Promise<Actor> {
  const row = await db
    .selectFrom('person')
    .select(['id', 'name', 'role', 'line'])
    .where('user_id', '=', userId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (!row) return anonymous
  return {
    kind: 'person',
    id: row.id,
    name: row.name,
    role: row.role as Role,
    line: row.line as Line,
  }
}
