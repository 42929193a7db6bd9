import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'
import type { Desk } from '#server/core/verb.ts'
import { takeChallenge } from './passkey-challenge.ts'
import type { Site } from './passkey-challenge.ts'

type Reading = Pick<Desk, 'db' | 'clock'> & { config: Site }

/** `POST /sign-in/passkey`, as a plugin, because better-auth alone makes sessions and their cookies. */
export function passkeySignIn(desk: Reading) {
  return {
    id: 'firstline-passkey',
    endpoints: {
      signInPasskey: createAuthEndpoint(
        '/sign-in/passkey',
        { method: 'POST', body: z.object({ answer: z.record(z.string(), z.unknown()) }) },
        async (ctx) => {
          const userId = await userOf(desk, ctx.body.answer)
          const user = userId ? await ctx.context.internalAdapter.findUserById(userId) : null
          if (!user) throw new APIError('UNAUTHORIZED', { code: 'PASSKEY_REFUSED' })
          const proof = { proof: 'passkey' }
          const session = await ctx.context.internalAdapter.createSession(user.id, false, proof)
          await setSessionCookie(ctx, { session, user })
          return ctx.json({ user: { id: user.id } })
        },
      ),
    },
  }
}

/** Null for whatever is wrong with the answer: who is asked to prove themselves learns no more. */
async function userOf(desk: Reading, given: Record<string, unknown>): Promise<string | null> {
  const { db, clock, config } = desk
  if (typeof given.id !== 'string') return null
  const passkey = await db
    .selectFrom('passkey')
    .innerJoin('person', 'person.id', 'passkey.person_id')
    .select(['passkey.id', 'credential_id', 'public_key', 'counter', 'user_id'])
    .where('credential_id', '=', given.id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (!passkey) return null
  const checked = await verifyAuthenticationResponse({
    // the library checks what came, field by field
    response: given as unknown as AuthenticationResponseJSON,
    expectedChallenge: (challenge) => takeChallenge({ db, clock }, challenge, null),
    expectedOrigin: config.origins,
    expectedRPID: new URL(config.publicUrl).hostname,
    credential: {
      id: passkey.credential_id,
      publicKey: new Uint8Array(passkey.public_key),
      counter: Number(passkey.counter),
    },
    requireUserVerification: true,
  }).catch(() => null)
  if (!checked?.verified) return null
  const { newCounter } = checked.authenticationInfo
  const { numUpdatedRows } = await db
    .updateTable('passkey')
    .set({ counter: newCounter, used_at: clock.now() })
    .where('id', '=', passkey.id)
    // a copy of the key that answered meanwhile has moved it on
    .where('counter', '=', passkey.counter)
    .executeTakeFirst()
  return numUpdatedRows > 0n ? passkey.user_id : null
}
