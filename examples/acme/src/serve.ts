import Fastify from 'fastify'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Acme } from '#acme/acme.ts'
import { adminRoutes } from '#acme/admin/routes.ts'
import { deskEventRoutes } from '#acme/desk-events/routes.ts'
import { mailboxRoutes } from '#acme/mailbox/routes.ts'
import { messageToVisitor } from '#acme/pages/company.ts'
import { pageRoutes } from '#acme/pages/routes.ts'
import { Refused } from '#acme/refused.ts'

const pagePolicy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; frame-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

export async function createServer(acme: Acme): Promise<FastifyInstance> {
  const app = Fastify({ bodyLimit: 256 * 1024, forceCloseConnections: true })
  readBodies(app)
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'content-security-policy': pagePolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    })
    refuseOtherOrigins(request)
    // PostgreSQL's text cannot hold NUL; nothing of ours is named by it.
    if (/%00/.test(request.url))
      throw new Refused(400, 'Not understood', 'The address has a NUL in it')
  })
  app.setErrorHandler(answerError)
  app.setNotFoundHandler((request) => {
    throw new Refused(404, 'Not found', `There is nothing at ${request.url.split('?')[0]}`)
  })
  await adminRoutes(app, acme)
  mailboxRoutes(app, acme)
  deskEventRoutes(app)
  pageRoutes(app, acme)
  return app
}

function readBodies(app: FastifyInstance): void {
  const readJson = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  // Many clients name JSON and send nothing when there is nothing to say.
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) =>
    text === '' ? done(null, undefined) : readJson(request, text as string, done),
  )
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: FastifyRequest, text: string) => Object.fromEntries(new URLSearchParams(text)),
  )
}

/** Browsers say where a request comes from; another site may not press our buttons. */
function refuseOtherOrigins(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const site = request.headers['sec-fetch-site']
  const origin = request.headers.origin
  const isOurs =
    site === undefined
      ? origin === undefined || URL.parse(origin)?.host === request.headers.host
      : site === 'same-origin'
  if (!isOurs) throw new Refused(403, 'Not from here', 'This request comes from another site')
}

function answerError(error: FastifyError | Refused, request: FastifyRequest, reply: FastifyReply) {
  const { status, title, detail } = problemOf(error)
  if (status >= 500 && !(error instanceof Refused)) {
    const line = { level: 'error', method: request.method, url: request.url, error: error.message }
    process.stderr.write(`${JSON.stringify(line)}\n`)
  }
  reply.code(status)
  if (request.headers.accept?.includes('text/html')) {
    return reply.type('text/html').send(messageToVisitor(title, detail))
  }
  return reply
    .header('content-type', 'application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title, status, detail }))
}

function problemOf(error: FastifyError | Refused) {
  if (error instanceof Refused) {
    return { status: error.status, title: error.title, detail: error.message }
  }
  const status = error.statusCode ?? 500
  if (status < 500) return { status, title: 'Not understood', detail: error.message }
  return { status: 500, title: 'Something broke', detail: 'The request was not carried out' }
}
