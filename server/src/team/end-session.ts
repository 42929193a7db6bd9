import { signInRoutes } from '@firstline/contract/sign-in'
import type { SignInSecurity } from '@firstline/contract/sign-in'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { requirePerson } from '#server/core/actor.ts'
import type { DB } from '#server/database/db-types.ts'
import { NotFound } from '#server/core/errors.ts'
import { defineQuery, defineVerb } from '#server/core/verb.ts'
import type { QueryContext } from '#server/core/verb.ts'
import { providerName } from './sign-in-section.ts'
import type { WithSignIn } from './sign-in-section.ts'
import { endSessions } from './store-password.ts'

export const getSignInSecurity = defineQuery({
  permission: 'self:manage',
  input: z.object({}),
  async run({ db, actor, clock, sources }: QueryContext & WithSignIn): Promise<SignInSecurity> {
    const me = requirePerson(actor)
    const { signIn } = sources.project.current()
    const user = await db
      .selectFrom('person')
      .innerJoin('auth.user', 'auth.user.id', 'person.user_id')
      .leftJoin('identity', 'identity.person_id', 'person.id')
      .select(['user_id as id', 'twoFactorEnabled as hasCodes', 'issuer'])
      .where('person.id', '=', me.id)
      .executeTakeFirstOrThrow()
    const sessions = await db
      .selectFrom('auth.session')
      .select(['id', 'userAgent', 'ipAddress', 'createdAt', 'updatedAt'])
      .where('userId', '=', user.id)
      .where('expiresAt', '>', clock.now())
      .where((is) => is.or([is('endsAt', 'is', null), is('endsAt', '>', clock.now())]))
      .orderBy('updatedAt', 'desc')
      .limit(100)
      .execute()
    const passkeys = await db
      .selectFrom('passkey')
      .select(['id', 'name', 'created_at', 'used_at'])
      .where('person_id', '=', me.id)
      .orderBy('created_at')
      .execute()
    return {
      keys: await readOwnKeys(db, me.id, clock.now()),
      isSecondFactorRequired: signIn.secondFactor.includes(me.role) && user.issuer === null,
      hasCodes: user.hasCodes ?? false,
      provider: providerName(signIn, user.issuer),
      passkeys: passkeys.map(({ id, name, created_at: createdAt, used_at: usedAt }) => ({
        id,
        name,
        createdAt: createdAt.toISOString(),
        usedAt: usedAt?.toISOString() ?? null,
      })),
      sessions: sessions.map(({ id, userAgent, ipAddress, createdAt, updatedAt }) => ({
        id,
        isThis: id === me.sessionId,
        device: userAgent || null,
        address: ipAddress || null,
        createdAt: createdAt.toISOString(),
        seenAt: updatedAt.toISOString(),
      })),
    }
  },
})

async function readOwnKeys(
  db: Kysely<DB>,
  personId: string,
  now: Date,
): Promise<SignInSecurity['keys']> {
  const ofTable = (table: 'api_key' | 'ai_agent') =>
    db
      .selectFrom(table)
      .select(['id', 'name', 'expires_at as expiresAt'])
      .where('owner_id', '=', personId)
      .where('revoked_at', 'is', null)
      .where('asleep_at', 'is', null)
      .where('expires_at', '>', now)
      .orderBy('expires_at')
      .limit(100)
      .execute()
  const kinds = [
    ['key', await ofTable('api_key')],
    ['ai_agent', await ofTable('ai_agent')],
  ] as const
  return kinds
    .flatMap(([kind, rows]) => rows.map((row) => ({ ...row, kind })))
    .toSorted((a, b) => a.expiresAt.getTime() - b.expiresAt.getTime())
    .map((row) => ({ ...row, expiresAt: row.expiresAt.toISOString() }))
}

export const endSession = defineVerb({
  permission: 'self:manage',
  input: signInRoutes.endSession.params,
  async run({ tx, actor }, { sessionId }) {
    const { id } = requirePerson(actor)
    const { numDeletedRows } = await tx
      .deleteFrom('auth.session')
      .where('id', '=', sessionId)
      .where('userId', '=', (query) =>
        query.selectFrom('person').select('user_id').where('id', '=', id),
      )
      .executeTakeFirst()
    if (numDeletedRows === 0n) {
      throw new NotFound('session.not-found', 'You have no such session, or it has ended already')
    }
    return {
      result: {},
      events: [{ name: 'person.session_ended', data: { person: id, sessions: 1 } }],
    }
  },
})

export const endOtherSessions = defineVerb({
  permission: 'self:manage',
  input: z.object({}),
  async run({ tx, actor }) {
    const { id, sessionId } = requirePerson(actor)
    const { user_id: userId } = await tx
      .selectFrom('person')
      .select('user_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const sessions = await endSessions(tx, userId, sessionId)
    return {
      result: {},
      events: [{ name: 'person.session_ended', data: { person: id, sessions } }],
    }
  },
})
