import type { FastifyInstance } from 'fastify'
import type { Acme } from '#acme/acme.ts'
import { findMessages, getMessage, listMessages, listSent } from '#acme/mailbox/queries.ts'
import type { Message, MessageLine } from '#acme/mailbox/queries.ts'
import { writeToSupport } from '#acme/mailbox/write-to-support.ts'
import type { CustomerMail } from '#acme/mailbox/write-to-support.ts'
import type { Said } from '#acme/pages/case.ts'
import { mailboxPage, messagePage } from '#acme/pages/mailbox.ts'
import type { Draft } from '#acme/pages/mailbox.ts'
import { Refused } from '#acme/refused.ts'

type SendBody = { from: string; subject: string; text: string; reply_to?: string }

export function mailboxRoutes(app: FastifyInstance, acme: Acme): void {
  mailboxApi(app, acme)
  mailboxPages(app, acme)
}

function mailboxApi(app: FastifyInstance, acme: Acme): void {
  app.get<{ Querystring: { to?: string; limit: number } }>(
    '/mailbox/api/messages',
    { schema: { querystring: listQuery } },
    async ({ query }) => ({ messages: (await listMessages(acme.pool, query)).map(lineOut) }),
  )
  app.get<{ Params: { id: string } }>('/mailbox/api/messages/:id', async ({ params }) =>
    messageOut(await getMessage(acme.pool, params.id)),
  )
  app.post<{ Body: SendBody }>(
    '/mailbox/api/send',
    { schema: { body: sendBody } },
    async ({ body }, reply) => reply.code(201).send(await writeToSupport(acme, toMail(body))),
  )
}

function mailboxPages(app: FastifyInstance, acme: Acme): void {
  const mailbox = async (address: string, said: Said, draft: Draft) =>
    mailboxPage({
      address,
      messages: await findMessages(acme.pool, address, 100),
      sent: await listSent(acme.pool, 8),
      said,
      draft,
    })

  app.get<{ Querystring: { address?: string; sent?: string } }>(
    '/mailbox',
    async ({ query }, reply) => {
      const address = query.address ?? ''
      const said = query.sent
        ? ({ kind: 'good', text: 'Support has taken the mail.' } as const)
        : null
      const draft = { from: address.includes('@') ? address : '', subject: '', text: '' }
      return reply.type('text/html').send(await mailbox(address, said, draft))
    },
  )
  app.get<{ Params: { id: string } }>('/mailbox/messages/:id', async ({ params }, reply) =>
    reply.type('text/html').send(messagePage(await getMessage(acme.pool, params.id), null)),
  )
  app.get<{ Params: { id: string } }>('/mailbox/messages/:id/html', async ({ params }, reply) => {
    const message = await getMessage(acme.pool, params.id)
    return reply
      .type('text/html')
      .header('content-security-policy', foreignHtml)
      .send(foreignHtmlHead + (message.html_body ?? ''))
  })
  app.post<{ Body: SendBody }>(
    '/mailbox/send',
    { schema: { body: sendBody } },
    async ({ body }, reply) => {
      try {
        await writeToSupport(acme, toMail(body))
      } catch (error) {
        if (!(error instanceof Refused) || error.status !== 502) throw error
        const said = { kind: 'bad', text: `${error.title}: ${error.message}.` } as const
        const shown = body.reply_to
          ? messagePage(await getMessage(acme.pool, body.reply_to), said, body)
          : await mailbox('', said, body)
        return reply.code(502).type('text/html').send(shown)
      }
      return reply.redirect('/mailbox?sent=yes', 303)
    },
  )
}

/** Somebody else's HTML: no script, no request, no form; links open in a window of their own. */
const foreignHtml =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; " +
  "frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox"

const foreignHtmlHead =
  '<!doctype html><meta charset="utf-8"><base target="_blank">' +
  '<style>body { font: 15px/1.5 system-ui, sans-serif; margin: 16px }</style>'

const listQuery = {
  type: 'object',
  properties: {
    to: { type: 'string', maxLength: 254 },
    limit: { type: 'integer', minimum: 1, maximum: 500, default: 50 },
  },
}

const sendBody = {
  type: 'object',
  required: ['from', 'subject', 'text'],
  properties: {
    // A line break in a header would be a header of its own.
    from: { type: 'string', pattern: '^[^\\r\\n]*[^\\s@<>]+@[^\\s@<>]+>?$', maxLength: 254 },
    subject: { type: 'string', pattern: '^[^\\r\\n]+$', maxLength: 300 },
    text: { type: 'string', minLength: 1, maxLength: 20_000 },
    reply_to: { type: 'string', pattern: '^msg_[a-z0-9]{8}$' },
  },
}

const toMail = (body: SendBody): CustomerMail => ({
  from: body.from,
  subject: body.subject,
  text: body.text,
  replyTo: body.reply_to,
})

function lineOut(line: MessageLine) {
  return {
    id: line.id,
    message_id: line.message_id,
    from: line.sender,
    to: line.recipients,
    subject: line.subject,
    received_at: line.received_at,
  }
}

function messageOut(message: Message) {
  return {
    ...lineOut(message),
    in_reply_to: message.in_reply_to,
    references: message.reference_ids,
    reply_to: message.reply_to,
    headers: message.headers.map((line) => {
      const at = line.indexOf(':')
      return { name: line.slice(0, at), value: line.slice(at + 1).trim() }
    }),
    text: message.text_body,
    html: message.html_body,
    raw: message.raw.toString('utf8'),
  }
}
