import type { FastifyInstance } from 'fastify'

/**
 * What Acme's support desk tells by webhook. It is counted, and nothing is done because of it; who acts on
 * one verifies its signature first (docs/webhooks.md).
 */
export function deskEventRoutes(app: FastifyInstance): void {
  const seen = new Map<string, number>()
  app.post<{ Body: { type: string } }>(
    '/desk-events',
    { schema: { body: told } },
    async ({ body: { type } }, reply) => {
      if (seen.size < mostTypes || seen.has(type)) seen.set(type, (seen.get(type) ?? 0) + 1)
      return reply.code(202).send({ taken: type })
    },
  )
  app.get('/desk-events', async () => ({ seen: Object.fromEntries(seen) }))
}

const mostTypes = 200
const told = {
  type: 'object',
  required: ['type'],
  properties: { type: { type: 'string', maxLength: 80 } },
}
