import type { Role } from '@firstline/contract/permissions'
import type { Line } from '@firstline/contract/common'
import { fromNodeHeaders } from 'better-auth/node'
import type { FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import { anonymous } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import type { DB } from '#server/core/db-types.ts'
import { headerOf } from '#server/core/header-of.ts'
import type { Desk } from '#server/core/verb.ts'
import { admitKey } from './admit-key.ts'
import type { Auth } from './auth.ts'

/** Who is asking: a machine by its key, a person by their session, else nobody. */
export async function authenticate(
  desk: Desk & { auth: Auth },
  request: FastifyRequest,
): Promise<Actor> {
  const { db, auth } = desk
  const bearer = /^Bearer (.+)$/i.exec(headerOf(request.headers, 'authorization') ?? '')?.[1]
  if (bearer) return admitKey(desk, bearer, request)
  if (!headerOf(request.headers, 'cookie')) return anonymous
  const session = await auth.api.getSession({ headers: fromNodeHeaders(request.headers) })
  return session ? actorOfUser(db, session.user.id) : anonymous
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
