import { isDeepStrictEqual } from 'node:util'
import type { FastifyRequest } from 'fastify'
import type { Actor } from '#server/core/actor.ts'
import { Unauthenticated } from '#server/core/problem.ts'
import type { Desk } from '#server/core/verb.ts'
import type { WithAuth } from './auth.ts'
import { authenticate } from './authenticate.ts'
import type { WithSignIn } from './sign-in-section.ts'

/**
 * Whether a request that goes on for long is still from the same one, with the same standing: their
 * session or key holds, and their role is what it was. With another they begin anew.
 */
export async function isStillThere(
  desk: Desk & WithAuth & WithSignIn,
  request: FastifyRequest,
  actor: Actor,
): Promise<boolean> {
  try {
    return isDeepStrictEqual(await authenticate(desk, request), actor)
  } catch (error) {
    if (error instanceof Unauthenticated) return false
    throw error
  }
}
