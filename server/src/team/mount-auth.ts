import { fromNodeHeaders } from 'better-auth/node'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Auth } from './auth.ts'

/** Of better-auth's many routes those that are used: the others would be ways in nobody watches. */
const served = ['sign-in/email', 'sign-out', 'change-password']

/** better-auth checks origin and rate itself. */
export async function mountAuth(
  http: FastifyInstance,
  auth: Auth,
  publicUrl: string,
): Promise<void> {
  await http.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 64 * 1024 }, (_r, body, done) =>
      done(null, body),
    )
    for (const path of served) {
      scope.post(`/api/auth/${path}`, { schema: { hide: true } as never }, (request, reply) =>
        pass(request, reply, auth, publicUrl),
      )
    }
  })
}

async function pass(
  request: FastifyRequest,
  reply: FastifyReply,
  auth: Auth,
  publicUrl: string,
): Promise<FastifyReply> {
  const headers = fromNodeHeaders(request.headers)
  headers.set('x-firstline-ip', request.ip)
  const body = Buffer.isBuffer(request.body) ? new Uint8Array(request.body) : null
  const response = await auth.handler(
    new Request(new URL(request.url, publicUrl), { method: 'POST', headers, body }),
  )
  reply.code(response.status).header('cache-control', 'no-store')
  response.headers.forEach((value, name) => {
    if (name !== 'set-cookie') reply.header(name, value)
  })
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie)
  return reply.send(Buffer.from(await response.arrayBuffer()))
}
