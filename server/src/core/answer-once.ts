import type { Route } from '@firstline/contract/route'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { headerOf } from './header-of.ts'
import { findAnswer, fingerprintOf, isRunning, readKey } from './request-key.ts'
import type { KeyedRequest } from './request-key.ts'

export type RequestKeys = { db: Kysely<DB>; secret: Buffer }

type Asked = { name: string; route: Route; input: object; request: FastifyRequest }

/**
 * What a request asks is done by `handle`; what was asked before under the same key is answered as it
 * was then, and marked so. Without a key nothing is looked up.
 */
export async function answerOnce(
  keys: RequestKeys | undefined,
  asked: Asked,
  reply: FastifyReply,
  handle: (keyed: KeyedRequest | undefined) => Promise<unknown>,
): Promise<unknown> {
  const keyed = keys && keyedOf(keys, asked)
  if (!keyed) return handle(undefined)
  const before = await findAnswer(keys.db, keyed)
  if (before !== null) return repeat(reply, before)
  try {
    return await handle(keyed)
  } catch (error) {
    const meanwhile = isRunning(error) ? await findAnswer(keys.db, keyed) : null
    if (meanwhile === null) throw error
    return repeat(reply, meanwhile)
  }
}

/** Those who are nobody share no key, and what is harmless to do again needs none. */
function keyedOf(keys: RequestKeys, { name, route, input, request }: Asked) {
  const header = headerOf(request.headers, 'idempotency-key')
  if (header === undefined || route.method === 'GET') return undefined
  const key = readKey(header)
  const { actor } = request
  if (actor.kind === 'anonymous' || route.repeated?.is === 'anew') return undefined
  return {
    actor: `${actor.kind} ${actor.id}`,
    route: name,
    key,
    fingerprint: fingerprintOf(keys.secret, input),
    isAnswerSecret: route.repeated?.is === 'refused',
  }
}

function repeat(reply: FastifyReply, answer: string): FastifyReply {
  return reply
    .header('idempotency-replayed', 'true')
    .type('application/json; charset=utf-8')
    .serializer(String)
    .send(answer)
}
