import { fromNodeHeaders } from 'better-auth/node'
import type { FastifyInstance } from 'fastify'
import type { Auth } from './auth.ts'

/** better-auth's own routes under /api/auth; it checks origin and rate itself. */
export async function mountAuth(http: FastifyInstance, auth: Auth, publicUrl: string): Promise<void> {
  await http.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 64 * 1024 }, (_r, body, done) =>
      done(null, body),
    )
    scope.route({
      method: ['GET', 'POST'],
      url: '/api/auth/*',
      schema: { hide: true } as never,
      async handler(request, reply) {
        const headers = fromNodeHeaders(request.headers)
        headers.set('x-firstline-ip', request.ip)
        const body = Buffer.isBuffer(request.body) ? new Uint8Array(request.body) : null
        const response = await auth.handler(
          new Request(new URL(request.url, publicUrl), { method: request.method, headers, body }),
        )
        reply.code(response.status)
        response.headers.forEach((value, name) => {
          if (name !== 'set-cookie') reply.header(name, value)
        })
        for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie)
        return reply.send(Buffer.from(await response.arrayBuffer()))
      },
    })
  })
}
