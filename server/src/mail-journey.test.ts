import { createServer } from 'node:net'
import { simpleParser } from 'mailparser'
import { afterAll, expect, test } from 'vitest'
import { customerServer, mailProgram } from './channels/testing/mail-servers.ts'
import { system } from './core/actor.ts'
import { readConfig } from './core/config.ts'
import { createApp } from './create-app.ts'
import { serve } from './serve.ts'
import { createApiKey } from './team/create-api-key.ts'
import { addPerson } from './team/add-person.ts'
import { createTestDesk } from './testing/desk.ts'
import { createPerson } from './testing/people.ts'
import { listTickets } from './tickets/list-tickets.ts'
import { getTicket } from './tickets/queries.ts'
import { resolveTicket } from './tickets/resolve-ticket.ts'
import { eventually } from '#server/testing/eventually.ts'

/** A whole node at work: its listener, its jobs, its HTTP server, and a customer's mail server. */
const desk = await createTestDesk()
const server = await customerServer()
const [port, smtpPort] = [await freePort(), await freePort()]
const app = await createApp(
  readConfig({
    PORT: String(port),
    SMTP_IN_PORT: String(smtpPort),
    SMTP_URL: server.url,
    LOG_LEVEL: 'silent',
    FIRSTLINE_HOME: '/nowhere',
  }),
  desk.url,
)
const node = await serve(app)
const site = `http://127.0.0.1:${port}`
afterAll(async () => {
  await node.stop()
  await app.close()
})
const agent = await createPerson(desk)
const customer = mailProgram(smtpPort)
const from = 'Dana Kim <dana@northwind.example>'
// the address of a desk whose project folder names none
const to = 'support@localhost'

test('a mail in, a resolution by mail, a rating, and a reply that reopens', async () => {
  await customer.send({ from, to, subject: 'Export missing', text: 'Where is my export?' })
  const ticket = await eventually(async () => {
    const { items } = await listTickets(app, agent, { view: 'new' })
    expect(items).toMatchObject([{ subject: 'Export missing' }])
    return items[0]!
  })

  await resolveTicket(app, agent, {
    ticketId: ticket.id,
    summary: 'Requeued the export',
    reply: 'It is on its way.',
  })
  const mail = await eventually(() => {
    expect(server.taken).toHaveLength(1)
    return simpleParser(server.taken[0]!.raw)
  })
  expect(mail).toMatchObject({ subject: 'Re: Export missing' })
  expect(server.taken[0]!.to).toEqual(['dana@northwind.example'])

  const token = /\/rate\?value=up#([\w.-]+)/.exec(mail.text!)![1]
  const ask = (method: 'POST' | 'PUT', path: string, body: object) =>
    fetch(`${site}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const looked = await ask('POST', '/api/rating/reading', { token })
  expect(await looked.json()).toMatchObject({ value: null, isOpen: true })
  const given = await ask('PUT', '/api/rating', { token, value: 'up' })
  expect(await given.json()).toMatchObject({ value: 'up' })

  await customer.send({
    from,
    to: mail.replyTo!.value[0]!.address!,
    subject: 'Re: Export missing',
    text: 'It is still not here.',
    inReplyTo: mail.messageId!,
  })
  await eventually(async () => {
    const after = await getTicket(app, agent, { ticketId: ticket.id })
    expect(after).toMatchObject({ state: 'open', reopenCount: 1 })
    expect(after.resolutions).toMatchObject([{ standing: 'broken', rating: 'up' }])
  })
})

test('a mail by HTTP becomes a ticket, and can be downloaded as it came, never shown', async () => {
  const { key } = await createApiKey(app, system('test'), {
    name: 'forwarder',
    permissions: ['mail:receive'],
  })
  const send = (body: string, type = 'message/rfc822') =>
    fetch(`${site}/inbound/email`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': type },
      body,
    })
  const raw = 'From: eve@evil.example\r\nSubject: By HTTP\r\n\r\n<script>alert(1)</script>'
  const { id } = (await (await send(raw)).json()) as { id: string }
  await eventually(async () => {
    const { items } = await listTickets(app, agent, { q: 'By HTTP' })
    expect(items).toHaveLength(1)
  })
  expect((await send('')).status).toBe(400)
  expect((await send('{}', 'text/html')).status).toBe(415)

  const download = await fetch(`${site}/api/inbound-mails/${id}/raw`, {
    headers: { cookie: await signedIn() },
  })
  expect(await download.text()).toBe(raw)
  expect(Object.fromEntries(download.headers)).toMatchObject({
    'content-type': 'message/rfc822',
    'content-disposition': `attachment; filename="${id}.eml"`,
    'x-content-type-options': 'nosniff',
  })
})

async function signedIn(): Promise<string> {
  const sign = { email: 'ada@desk.example', password: 'a long password' }
  await addPerson(app, system('test'), { ...sign, name: 'Ada', role: 'agent', line: 'L1' })
  const answer = await fetch(`${site}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: app.config.publicUrl },
    body: JSON.stringify(sign),
  })
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', () => resolve()))
  const { port: free } = probe.address() as { port: number }
  await new Promise<void>((resolve) => probe.close(() => resolve()))
  return free
}
