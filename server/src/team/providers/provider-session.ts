import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { present } from '@firstline/contract/present'
import { z } from 'zod'

/**
 * A session for whom a provider has let in, as a plugin, because better-auth alone makes sessions and
 * their cookies. Called by the product only: no address of the desk leads here.
 */
export function providerSession() {
  return {
    id: 'firstline-provider',
    endpoints: {
      signInByProvider: createAuthEndpoint(
        '/sign-in/provider-session',
        {
          method: 'POST',
          metadata: { SERVER_ONLY: true },
          body: z.object({ userId: z.string(), endsAt: z.date() }),
        },
        async (ctx) => {
          const { userId, endsAt } = ctx.body
          const { internalAdapter } = ctx.context
          // just read in the transaction that has let them in, and nobody is deleted
          const user = present(await internalAdapter.findUserById(userId))
          const session = await internalAdapter.createSession(userId, false, {
            proof: 'provider',
            endsAt,
          })
          await setSessionCookie(ctx, { session, user })
          return ctx.json({ sessionId: session.id })
        },
      ),
    },
  }
}
