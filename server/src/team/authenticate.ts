import type { Role } from '@firstline/contract/permissions'
import type { Line } from '@firstline/contract/common'
import { fromNodeHeaders } from 'better-auth/node'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { anonymous } from '#server/core/actor.ts'
import type { Actor, PersonActor } from '#server/core/actor.ts'
import { headerOf } from '#server/core/header-of.ts'
import type { Desk } from '#server/core/verb.ts'
import { admitKey } from './admit-key.ts'
import type { WithAuth } from './auth.ts'
import { confinementOf } from './second-factor.ts'
import { mayUsePassword } from './sign-in-section.ts'
import type { WithSignIn } from './sign-in-section.ts'
import { planKept } from '#server/database/keep-plan.ts'

/**
 * Who is asking: a machine by its key, a person by their session, else nobody.
 * @param reply a session that is used lasts longer, and so does the cookie its browser has
 */
export async function authenticate(
  desk: Desk & WithAuth & WithSignIn,
  request: FastifyRequest,
  reply?: FastifyReply,
): Promise<Actor> {
  const { auth } = desk
  const bearer = /^Bearer (.+)$/i.exec(headerOf(request.headers, 'authorization') ?? '')?.[1]
  if (bearer) return admitKey(desk, bearer, request)
  if (!headerOf(request.headers, 'cookie')) return anonymous
  const { headers: given, response: session } = await auth.api.getSession({
    headers: fromNodeHeaders(request.headers),
    returnHeaders: true,
  })
  if (!session) return anonymous
  for (const cookie of given.getSetCookie()) reply?.header('set-cookie', cookie)
  return actorOfSession(desk, session.session)
}

type Session = {
  id: string
  userId: string
  proof?: string | null | undefined
  endsAt?: Date | null | undefined
}

export async function actorOfSession(
  { db, clock, sources }: Pick<Desk, 'db' | 'clock'> & WithSignIn,
  { id: sessionId, userId, proof = null, endsAt = null }: Session,
): Promise<Actor> {
  if (endsAt && endsAt <= clock.now()) return anonymous
  const row = await db
    .selectFrom('person')
    .innerJoin('auth.user', 'auth.user.id', 'person.user_id')
    .select(['person.id', 'person.name', 'person.email', 'role', 'line'])
    .select('twoFactorEnabled as hasCodes')
    .where('user_id', '=', userId)
    .where('disabled_at', 'is', null)
    .modifyEnd(planKept)
    .executeTakeFirst()
  if (!row) return anonymous
  const { signIn } = sources.project.current()
  if (proof !== 'provider' && !mayUsePassword(signIn, row.email)) return anonymous
  const person = personActorOf(row)
  const shown = { personId: row.id, role: person.role, hasCodes: row.hasCodes ?? false, proof }
  const confined = await confinementOf(db, signIn, shown)
  return { ...person, sessionId, ...(confined ? { confined } : {}) }
}

/** @param row of the table `person` */
export function personActorOf(row: {
  id: string
  name: string
  role: Role
  line: Line
}): PersonActor {
  const { id, name } = row
  return { kind: 'person', id, name, role: row.role, line: row.line }
}
