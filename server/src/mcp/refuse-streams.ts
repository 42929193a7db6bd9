import type { FastifyInstance } from 'fastify'

/** Without sessions there is nothing to listen to and nothing to end: clients ask, and go on. */
export function refuseStreams(http: FastifyInstance): void {
  http.route({
    method: ['GET', 'DELETE'],
    url: '/mcp',
    schema: { hide: true } as never,
    exposeHeadRoute: false,
    handler: (_request, reply) => reply.code(405).header('allow', 'POST').send(),
  })
}
