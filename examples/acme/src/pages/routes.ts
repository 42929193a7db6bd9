import { readFile } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import type { Acme } from '#acme/acme.ts'
import { row } from '#acme/database/connect.ts'
import { findExportFile } from '#acme/exports/queries.ts'
import { faultNames } from '#acme/faults/kinds.ts'
import type { Fault } from '#acme/faults/kinds.ts'
import { makeFault } from '#acme/faults/make-fault.ts'
import { getCase, listCases } from '#acme/faults/queries.ts'
import { writeToSupport } from '#acme/mailbox/write-to-support.ts'
import { casePage } from '#acme/pages/case.ts'
import { messageToVisitor, releasesPage, statusPage, verifyPage } from '#acme/pages/company.ts'
import { homePage } from '#acme/pages/home.ts'
import { Refused } from '#acme/refused.ts'
import { listReleases } from '#acme/releases/queries.ts'
import { readStatus } from '#acme/status/queries.ts'
import { verifyUser } from '#acme/users/verify-user.ts'
import { receiveWebhook } from '#acme/webhooks/receive-webhook.ts'

export function pageRoutes(app: FastifyInstance, acme: Acme): void {
  companyPages(app, acme)
  casePages(app, acme)
  customerLinks(app, acme)
  asset(app, '/assets/acme.css', 'text/css')
  asset(app, '/assets/acme.svg', 'image/svg+xml')
}

function companyPages(app: FastifyInstance, acme: Acme): void {
  app.get('/', async (_request, reply) => {
    const [{ components }, cases, count] = await Promise.all([
      readStatus(acme.pool),
      listCases(acme.pool, 12),
      row<{ accounts: number }>(acme.pool, 'select count(*)::int as accounts from account'),
    ])
    return reply
      .type('text/html')
      .send(homePage({ components, cases, accounts: count?.accounts ?? 0 }))
  })
  app.get('/status', async (_request, reply) =>
    reply.type('text/html').send(statusPage((await readStatus(acme.pool)).components)),
  )
  app.get('/status.json', () => readStatus(acme.pool))
  app.get('/releases', async (_request, reply) =>
    reply.type('text/html').send(releasesPage(await listReleases(acme.pool))),
  )
}

function casePages(app: FastifyInstance, acme: Acme): void {
  app.post<{ Body: { fault: Fault } }>(
    '/cases',
    {
      schema: {
        body: { type: 'object', required: ['fault'], properties: { fault: { enum: faultNames } } },
      },
    },
    async ({ body }, reply) => {
      const made = await makeFault(acme, body.fault)
      return reply.redirect(`/cases/${made.id}`, 303)
    },
  )
  app.get<{ Params: { id: string }; Querystring: { sent?: string } }>(
    '/cases/:id',
    async ({ params, query }, reply) => {
      const said = query.sent
        ? ({ kind: 'good', text: 'Support has taken the mail.' } as const)
        : null
      return reply.type('text/html').send(casePage(await getCase(acme.pool, params.id), said))
    },
  )
  app.post<{ Params: { id: string }; Body: { subject: string; text: string } }>(
    '/cases/:id/complaint',
    { schema: { body: complaintBody } },
    async ({ params, body }, reply) => {
      const one = await getCase(acme.pool, params.id)
      try {
        await writeToSupport(acme, {
          from: `"${one.contact.name}" <${one.contact.email}>`,
          ...body,
        })
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        const said = { kind: 'bad', text: `${error.title}: ${error.message}.` } as const
        return reply
          .code(error.status)
          .type('text/html')
          .send(casePage(one, said, body))
      }
      return reply.redirect(`/cases/${one.id}?sent=yes`, 303)
    },
  )
}

const complaintBody = {
  type: 'object',
  required: ['subject', 'text'],
  properties: {
    subject: { type: 'string', minLength: 1, maxLength: 300 },
    text: { type: 'string', minLength: 1, maxLength: 20_000 },
  },
}

/** Where the links in Acme's mails lead, and the customers' own systems. */
function customerLinks(app: FastifyInstance, acme: Acme): void {
  app.get<{ Params: { id: string }; Querystring: { token?: string } }>(
    '/exports/:id/file',
    async ({ params, query }, reply) => {
      const file = await findExportFile(acme.pool, params.id, query.token ?? '')
      if (!file) {
        const text =
          'The link is older than seven days or not complete. Please start the export again.'
        return reply
          .code(410)
          .type('text/html')
          .send(messageToVisitor('No file here any more', text))
      }
      return reply
        .type('text/csv')
        .header('content-disposition', `attachment; filename="${params.id}.csv"`)
        .send(file.csv)
    },
  )
  // A mail scanner opens links too: looking verifies nothing, the button does.
  app.get<{ Params: { id: string }; Querystring: { mail?: string } }>(
    '/verify/:id',
    async (request, reply) =>
      reply.type('text/html').send(verifyPage(request.params.id, request.query.mail ?? '')),
  )
  app.post<{ Params: { id: string }; Body: { mail?: string } }>(
    '/verify/:id',
    async ({ params, body }, reply) => {
      const isVerified = await verifyUser(acme.pool, params.id, body?.mail ?? '')
      const [title, text] = isVerified
        ? ['Your address is verified', 'You can sign in now.']
        : ['This link has expired', 'Please ask for a new verification email.']
      return reply
        .code(isVerified ? 200 : 410)
        .type('text/html')
        .send(messageToVisitor(title, text))
    },
  )
  app.post<{ Params: { id: string } }>('/hooks/:id', async (request, reply) => {
    const deliveryId = String(request.headers['x-acme-delivery'] ?? '')
    return reply
      .code(await receiveWebhook(acme.pool, request.params.id, deliveryId, request.body))
      .send()
  })
}

function asset(app: FastifyInstance, path: string, type: string): void {
  const file = new URL(`.${path.replace('/assets', '')}`, import.meta.url)
  app.get(path, async (_request, reply) =>
    reply
      .type(type)
      .header('cache-control', 'max-age=300')
      .send(await readFile(file)),
  )
}
