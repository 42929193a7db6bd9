import type { FastifyRequest } from 'fastify'
import type { AiActor } from '#server/core/actor.ts'
import { Forbidden } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { headerOf } from '#server/core/header-of.ts'
import type { Unauthenticated } from '#server/core/problem.ts'
import type { Desk } from '#server/core/verb.ts'
import { admitAiActor } from '#server/team/ai-actor.ts'
import { hashOfKey } from '#server/team/create-api-key.ts'
import { noteKeyUse } from '#server/team/note-key-use.ts'
import { keyAsleep, keyExpired, keyUnknown } from '#server/team/key-refusals.ts'

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
  desk: Desk,
  request: FastifyRequest,
  key: string,
): Promise<AiActor> {
  if (request.routeOptions.url !== door) {
    throw new Forbidden('permission.missing', sentence`An AI agent's key opens ${door} only`)
  }
  const actor = await admitAiActor(desk.db, key, desk.clock.now())
  if (!actor) throw await whyRefused(desk, key)
  await noteKeyUse(desk, actor, request)
  return actor
}

/** Only who has the key learns what became of it. */
async function whyRefused({ db, clock }: Desk, key: string): Promise<Unauthenticated> {
  const row = await db
    .selectFrom('ai_agent')
    .select('expires_at')
    .where('hash', '=', hashOfKey(key))
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (!row) return keyUnknown()
  return row.expires_at <= clock.now() ? keyExpired(row.expires_at) : keyAsleep()
}
