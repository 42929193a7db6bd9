import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Limited } from './errors.ts'
import { sentence } from './sentence.ts'

/**
 * What anybody may ask without being signed in, and what costs something: a row, a mail, a call to
 * another system. Counted by each node for itself, for one address (of IPv6: its network).
 * @returns called before the answer @throws Limited `rate.limited`
 */
export function limitTries(http: FastifyInstance, aMinute: number) {
  const count = http.createRateLimit({ max: aMinute, timeWindow: '1 minute' })
  return async (request: FastifyRequest): Promise<void> => {
    const counted = await count(request)
    if (counted.isAllowed || !counted.isExceeded) return
    throw new Limited(
      'rate.limited',
      sentence`More than ${aMinute} tries a minute from your address: wait a moment, then try again`,
      counted.ttlInSeconds,
    )
  }
}
