import { createTransport } from 'nodemailer'
import { SMTPServer } from 'smtp-server'
import { simpleParser } from 'mailparser'
import type { ParsedMail } from 'mailparser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Running } from '#acme/start-acme.ts'
import { eventually, readMailbox, startTestAcme } from '#acme/testing/running-acme.ts'

let running: Running
let desk: SMTPServer
let deskPort: number
const atDesk: ParsedMail[] = []

beforeAll(async () => {
  desk = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) =>
      simpleParser(stream, (error, mail) => {
        atDesk.push(mail)
        done(error)
      }),
  })
  desk.on('error', () => undefined) // a client that was killed says no goodbye
  const listening = desk.listen(0, '127.0.0.1')
  await new Promise((open) => listening.once('listening', open))
  deskPort = (listening.address() as { port: number }).port
  running = await startTestAcme({ SUPPORT_SMTP_URL: `smtp://127.0.0.1:${deskPort}` })
})
afterAll(async () => {
  await running.stop()
  await new Promise<void>((closed) => desk.close(closed))
})

const url = (path: string) => running.acme.address.http + path
const send = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(url('/mailbox/api/send'), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

async function deliver(mail: {
  from: string
  to: string
  subject: string
  html?: string
  text?: string
  replyTo?: string
}) {
  const smtp = createTransport({
    host: '127.0.0.1',
    port: running.acme.address.smtpPort,
    ignoreTLS: true,
  })
  await smtp.sendMail(mail)
  smtp.close()
  const stored = await eventually<{ id: string }>(
    running,
    'select id from mailbox_message where subject = $1 and $2 = any(recipients)',
    [mail.subject, mail.to],
  )
  return stored.id
}

test('any mail is taken, shown escaped, and its HTML is locked in', async () => {
  const hostile =
    '<script>alert(1)</script><img src="http://evil.example/x.png"><a href="http://127.0.0.1/rate">yes</a>'
  const id = await deliver({
    from: 'support@acme.example',
    to: 'dana@northwind.example',
    subject: '<b>Hostile</b> & co',
    html: hostile,
  })
  const page = await (await fetch(url(`/mailbox/messages/${id}`))).text()
  expect(page).toContain('&lt;b&gt;Hostile&lt;/b&gt; &amp; co')
  expect(page).not.toContain('<script>')
  expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"')
  const frame = await fetch(url(`/mailbox/messages/${id}/html`))
  const policy = frame.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain('sandbox')
  expect(policy).not.toContain('allow-scripts')
  const list = await (await fetch(url('/mailbox?address=dana@northwind.example'))).text()
  expect(list).toContain('&lt;b&gt;Hostile')
})

test('a mail to support is sent by SMTP, and a reply threads with what it answers', async () => {
  const answer = await send({
    from: 'dana@northwind.example',
    subject: 'No export',
    text: 'It never came',
  })
  expect(answer.status).toBe(201)
  const first = atDesk.find((mail) => mail.subject === 'No export')
  expect(first?.messageId).toBe((await readMailbox(answer)).message_id)

  const id = await deliver({
    from: 'Acme Support <support@acme.example>',
    replyTo: 'support+token123@acme.example',
    to: 'dana@northwind.example',
    subject: 'Re: No export',
    text: 'We are on it',
  })
  const stored = await readMailbox(await fetch(url(`/mailbox/api/messages/${id}`)))
  await send({
    from: 'dana@northwind.example',
    subject: 'Re: No export',
    text: 'Thanks',
    reply_to: id,
  })
  const reply = atDesk.find((mail) => mail.text?.startsWith('Thanks'))
  expect(reply?.inReplyTo).toBe(stored.message_id)
  expect([reply?.references].flat()).toContain(stored.message_id)
  expect([reply?.to].flat()[0]?.value[0]?.address).toBe('support+token123@acme.example')
})

test('another site may not send, and no header can be smuggled in', async () => {
  const mail = { from: 'dana@northwind.example', subject: 'x', text: 'y' }
  expect((await send(mail, { origin: 'https://evil.example' })).status).toBe(403)
  expect((await send(mail, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await send({ ...mail, subject: 'x\r\nBcc: all@x.example' })).status).toBe(400)
  expect((await send({ ...mail, from: 'a@b.example\r\nBcc: c@d.example' })).status).toBe(400)
  expect((await send({ ...mail, text: 'x'.repeat(300_000) })).status).toBe(413)
  expect(atDesk.some((received) => received.subject === 'x')).toBe(false)
})

test('when support cannot be reached the writer is told and the mail goes out later', async () => {
  running.acme.config.supportSmtpUrl = 'smtp://127.0.0.1:1'
  const answer = await send({ from: 'dana@northwind.example', subject: 'Patience', text: 'Hello?' })
  expect(answer.status).toBe(502)
  expect((await readMailbox(answer)).detail).toContain('kept')
  running.acme.config.supportSmtpUrl = `smtp://127.0.0.1:${deskPort}`
  await running.acme.pool.query(
    `update customer_mail set next_attempt_at = now() where subject = 'Patience'`,
  )
  running.acme.nudge()
  await eventually(
    running,
    `select 1 from customer_mail where subject = 'Patience' and state = 'sent'`,
  )
  expect(atDesk.filter((mail) => mail.subject === 'Patience')).toHaveLength(1)
})

test('the tour: break something on the home page, send the complaint, it is at support', async () => {
  const broken = await fetch(url('/cases'), {
    method: 'POST',
    body: new URLSearchParams({ fault: 'export_failed' }),
    redirect: 'manual',
  })
  expect(broken.status).toBe(303)
  const path = broken.headers.get('location') ?? ''
  expect(await (await fetch(url(path))).text()).toContain('An export fails')
  const sent = await fetch(url(`${path}/complaint`), {
    method: 'POST',
    body: new URLSearchParams({ subject: 'Tour complaint', text: 'Where is it?' }),
    redirect: 'manual',
  })
  expect(sent.status).toBe(303)
  expect(atDesk.some((mail) => mail.subject === 'Tour complaint')).toBe(true)
})

test('what is not there is said plainly, for people and for machines', async () => {
  expect((await fetch(url('/mailbox/messages/msg_zzzzzzzz'))).status).toBe(404)
  expect((await fetch(url('/nothing'), { headers: { accept: 'text/html' } })).status).toBe(404)
  expect((await fetch(url('/mailbox?address=%00'))).status).toBe(400)
})
