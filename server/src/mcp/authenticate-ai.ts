import type { FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import type { AiActor } from '#server/core/actor.ts'
import type { Clock } from '#server/core/clock.ts'
import type { DB } from '#server/core/db-types.ts'
import { Forbidden } from '#server/core/errors.ts'
import { headerOf } from '#server/core/header-of.ts'
import { Unauthenticated } from '#server/core/problem.ts'
import { admitAiActor } from '#server/team/ai-actor.ts'

/** Tells an AI agent's key from an integration's: neither opens the other's doors. */
export const aiKeyPrefix = 'flai_'

const door = '/mcp'

/** The AI agent's key that a request carries, if it carries one. */
export function aiKeyOf({ headers }: FastifyRequest): string | null {
  const bearer = /^Bearer (.+)$/i.exec(headerOf(headers, 'authorization') ?? '')?.[1]
  return bearer?.startsWith(aiKeyPrefix) ? bearer : null
}

/**
 * An AI agent comes in by one door, where its limits are looked at; everywhere else its key is
 * refused, whatever its permissions.
 * @throws Unauthenticated, Forbidden, Limited
 */
export async function authenticateAi(
  { db, clock }: { db: Kysely<DB>; clock: Clock },
  request: FastifyRequest,
  key: string,
): Promise<AiActor> {
  if (request.routeOptions.url !== door) {
    throw new Forbidden('permission.missing', `An AI agent's key opens ${door} only`)
  }
  const actor = await admitAiActor(db, key, clock.now())
  if (actor) return actor
  throw new Unauthenticated('This key is not known, was revoked or has expired')
}
