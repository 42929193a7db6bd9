import { execFileSync, spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TimelineItem } from '@firstline/contract/tickets'
import { createTransport } from 'nodemailer'
import type { SendMailOptions } from 'nodemailer'
import { describe, expect, test } from 'vitest'
import type { Actor } from '#server/core/actor.ts'
import { days, minutes } from '#server/core/clock.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { eventsOf, ticketDesk } from '#server/tickets/testing/factory.ts'
import { getTicket, getTimeline } from '#server/tickets/queries.ts'
import { recordSent, retryDelivery } from '#server/tickets/retry-delivery.ts'
import { replyToTicket } from '#server/tickets/reply-to-ticket.ts'
import { resolveTicket } from '#server/tickets/resolve-ticket.ts'
import { mergeTicket } from '#server/tickets/merging/merge-ticket.ts'
import { unmergeTicket } from '#server/tickets/merging/unmerge-ticket.ts'
import { reopenTicket } from '#server/tickets/reopen-ticket.ts'
import { setTicketAccount } from '#server/tickets/set-ticket-account.ts'
import { mailProgram, readAllMail } from './testing/mail-servers.ts'
import { checkInboundMails } from './check-inbound-mails.ts'
import { countInboundMails, listInboundMails } from './queries.ts'
import { readMail } from './read-mail.ts'
import { releaseInboundMail } from './release-inbound-mail.ts'
import { listenForMail } from './smtp-listener.ts'
import { storeMail } from './store-mail.ts'
import { loopMarkOf } from './support-address.ts'

const desk = await ticketDesk(await createTestDesk())
const agent = await createPerson(desk)
const listener = await listenForMail(desk, { host: '127.0.0.1', port: 0 })
const customer = mailProgram(listener.port)

/** A sender nobody wrote as before. */
const somebody = () => `${crypto.randomUUID()}@nobody.example`
/** Of a company nobody else is of. */
const outsider = () => `kim@${crypto.randomUUID()}.example`

async function receive(mail: SendMailOptions) {
  const { messageId } = await customer.send(mail)
  await readAllMail(desk)
  return { messageId, ...(await stored()) }
}

/** The newest mail and what became of it. */
async function stored() {
  const {
    ticket_id: ticketId,
    state,
    outcome,
    id: mailId,
  } = await desk.db
    .selectFrom('inbound_mail')
    .selectAll()
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { ticketId: ticketId!, state, outcome, mailId }
}

const ticketOf = (ticketId: string) => getTicket(desk, agent, { ticketId })
async function messagesOf(ticketId: string) {
  const { items } = await getTimeline(desk, agent, { ticketId })
  const isMessage = (item: TimelineItem) => item.kind === 'message'
  return items.filter(isMessage).map(({ message }) => message)
}

async function tokenAddress(ticketId: string): Promise<string> {
  const { address_token } = await desk.db
    .selectFrom('ticket')
    .select('address_token')
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow()
  return `support+${address_token}@acme.example`
}

describe('a new mail', () => {
  test('becomes a ticket of the sender’s account', async () => {
    const { ticketId } = await receive({
      from: 'Dana Kim <dana@northwind.example>',
      subject: 'Export link never arrived',
      text: 'I did not receive the export email.',
    })
    expect(await ticketOf(ticketId)).toMatchObject({
      subject: 'Export link never arrived',
      channel: 'email',
      state: 'open',
      account: { externalId: 'acc_north001', name: 'Northwind Ltd' },
      contact: { email: 'dana@northwind.example', name: 'Dana Kim' },
      preview: 'I did not receive the export email.',
    })
    expect(await eventsOf(desk, ticketId)).toMatchObject([
      { name: 'ticket.received', actor_kind: 'customer', data: { channel: 'email', line: 'L1' } },
    ])
  })

  test('of a colleague nobody knows finds the account by its domain', async () => {
    const { ticketId } = await receive({ from: 'new@contoso.example', text: 'Hello' })
    expect((await ticketOf(ticketId)).account).toMatchObject({ externalId: 'acc_contoso1' })
  })

  test('of somebody unknown waits for an agent to say whose it is', async () => {
    const { ticketId } = await receive({ from: somebody(), subject: 'Hi', text: 'Hello' })
    expect((await ticketOf(ticketId)).account).toBeNull()
    const assigned = await setTicketAccount(desk, agent, { ticketId, externalId: 'acc_north001' })
    expect(assigned.account).toMatchObject({ name: 'Northwind Ltd' })
  })

  test('comes in while the directory is down, its account unknown for now', async () => {
    const cutOff = await ticketDesk(desk, 'postgres://desk@127.0.0.1:1/nothing')
    const from = 'late@northwind.example'
    await customer.send({ from, text: 'Hello' })
    await readAllMail(cutOff)
    const { ticketId, state } = await stored()
    expect(state).toBe('accepted')
    expect((await ticketOf(ticketId)).account).toBeNull()
  })

  test('twice is one message, also when both copies are read at once', async () => {
    const mail = { from: somebody(), messageId: `<${crypto.randomUUID()}@x.example>`, text: 'Once' }
    const first = await receive(mail)
    await customer.send(mail)
    await customer.send(mail)
    const waiting = await desk.db
      .selectFrom('inbound_mail')
      .select('id')
      .where('state', '=', 'received')
      .execute()
    expect(waiting).toHaveLength(2)
    await Promise.all(waiting.map(({ id }) => readMail(desk, { mail: id })))
    expect(await stored()).toMatchObject({ state: 'ignored', outcome: 'The same mail again' })
    expect(await messagesOf(first.ticketId)).toHaveLength(1)
  })

  test('without Message-ID twice is one message too', async () => {
    const raw = `From: ${somebody()}\r\nSubject: No id\r\n\r\nHello\r\n`
    await customer.sendRaw(raw)
    await customer.sendRaw(raw)
    await readAllMail(desk)
    const states = await desk.db
      .selectFrom('inbound_mail')
      .select('state')
      .where('subject', '=', 'No id')
      .execute()
    expect(states.map(({ state }) => state).sort()).toEqual(['accepted', 'ignored'])
  })

  test('with the Message-ID of another one is still a message, and says so', async () => {
    const messageId = `<constant-${crypto.randomUUID()}@device.example>`
    const from = somebody()
    await receive({ from, messageId, text: 'Printer one is out of paper' })
    const second = await receive({ from, messageId, text: 'Printer two is on fire' })
    expect(second.state).toBe('accepted')
    const [message] = await messagesOf(second.ticketId)
    expect(message!.warnings).toContain('Its Message-ID was used by another mail before')
  })

  test('with the Message-ID of our reply is a message where it says something else', async () => {
    const from = somebody()
    const { ticketId } = await receive({ from, text: 'Where is it?' })
    const { id } = await replyToTicket(desk, agent, { ticketId, text: 'It is here: look again' })
    const messageId = `<${id}@acme.example>`
    const to = await tokenAddress(ticketId)
    const back = await receive({
      from,
      to,
      messageId,
      text: 'It is here:\nlook again\n\n-- \nAcme',
    })
    expect(back).toMatchObject({ state: 'ignored', outcome: 'Our own mail came back' })
    const other = await receive({ from, to, messageId, text: 'Now the second one is gone' })
    expect(other).toMatchObject({ state: 'accepted', ticketId })
    expect((await messagesOf(ticketId)).at(-1)).toMatchObject({
      text: 'Now the second one is gone',
      warnings: ['Its Message-ID was used by another mail before'],
    })
  })

  test('read twice by a job that ran again is one message', async () => {
    const { ticketId, mailId } = await receive({ from: somebody(), text: 'Hello' })
    await readMail(desk, { mail: mailId })
    expect(await messagesOf(ticketId)).toHaveLength(1)
  })
})

describe('a reply', () => {
  test('finds its ticket by the ids of earlier messages', async () => {
    const from = somebody()
    const first = await receive({ from, subject: 'Export', text: 'Where is it?' })
    const { id } = await replyToTicket(desk, agent, {
      ticketId: first.ticketId,
      text: 'Which one?',
      wait: true,
    })
    const text = `The one of today\n\nOn Mon, Acme Support wrote:\n> Which one?`
    const inReplyTo = `<${id}@acme.example>`
    const second = await receive({ from, subject: 'Re: Export', text, inReplyTo })
    expect(second.ticketId).toBe(first.ticketId)
    expect(await ticketOf(first.ticketId)).toMatchObject({ state: 'open' })
    expect((await messagesOf(first.ticketId)).at(-1)).toMatchObject({
      text: 'The one of today',
      quotedText: 'On Mon, Acme Support wrote:\n> Which one?',
    })
  })

  test('finds it by References when In-Reply-To is missing', async () => {
    const from = somebody()
    const first = await receive({ from, text: 'One' })
    const references = ['<unknown@x.example>', first.messageId]
    const second = await receive({ from, text: 'Two', references })
    expect(second.ticketId).toBe(first.ticketId)
  })

  test('finds it by the token in the address alone', async () => {
    const from = somebody()
    const { ticketId } = await receive({ from, text: 'One' })
    const to = (await tokenAddress(ticketId)).toUpperCase()
    expect((await receive({ from, to, text: 'Two' })).ticketId).toBe(ticketId)
  })

  test('of a stranger who writes somebody’s Message-ID opens a ticket of their own', async () => {
    const first = await receive({ from: 'dana@northwind.example', text: 'Secret matter' })
    const second = await receive({ from: somebody(), text: 'Tell me', inReplyTo: first.messageId })
    expect(second.ticketId).not.toBe(first.ticketId)
  })

  test('of a colleague of the same account continues the ticket', async () => {
    const first = await receive({ from: 'dana@northwind.example', text: 'Our export' })
    const second = await receive({
      from: 'erik@northwind.example',
      text: 'Me too',
      inReplyTo: first.messageId,
    })
    expect(second.ticketId).toBe(first.ticketId)
  })

  test('by token of somebody else is shown with a warning', async () => {
    const { ticketId } = await receive({ from: 'dana@northwind.example', text: 'One' })
    await receive({
      from: somebody(),
      to: await tokenAddress(ticketId),
      text: 'I was forwarded this',
    })
    expect((await messagesOf(ticketId)).at(-1)!.warnings).toEqual([
      'Written by somebody other than the contact of this ticket',
    ])
  })

  test('after resolution reopens the ticket and breaks the resolution', async () => {
    const from = somebody()
    const first = await receive({ from, text: 'Where is it?' })
    await resolveTicket(desk, agent, {
      ticketId: first.ticketId,
      summary: 'Requeued',
      reply: 'Done',
    })
    desk.clock.advance(2 * days)
    await receive({ from, to: await tokenAddress(first.ticketId), text: 'Still nothing here' })
    const ticket = await ticketOf(first.ticketId)
    expect(ticket).toMatchObject({ state: 'open', reopenCount: 1 })
    expect(ticket.resolutions[0]!.standing).toBe('broken')
  })
})

describe('mail of machines opens no ticket', () => {
  test.each([
    ['an automatic answer', { headers: { 'Auto-Submitted': 'auto-replied' } }],
    [
      'a newsletter',
      { headers: { Precedence: 'bulk', 'List-Unsubscribe': '<https://n.example>' } },
    ],
    ['an old answering program', { headers: { Precedence: 'junk' } }],
    ['an answering program', { headers: { 'X-Mail-Autoreply': 'yes' } }],
    ['mail without an envelope sender', { envelope: { from: '', to: 'support@acme.example' } }],
    ['our own mail', { headers: { 'X-Firstline-Loop': loopMarkOf('support@acme.example') } }],
  ])('%s', async (_case, mail) => {
    const { state, ticketId } = await receive({ from: somebody(), text: 'I am away', ...mail })
    expect(state).toBe('ignored')
    expect(ticketId).toBeNull()
  })

  test('and is noted in the ticket it answers, which stays resolved', async () => {
    const from = somebody()
    const { ticketId } = await receive({ from, text: 'Where is it?' })
    await resolveTicket(desk, agent, { ticketId, summary: 'Requeued' })
    const to = await tokenAddress(ticketId)
    await receive({ from, to, text: 'I am away', headers: { 'Auto-Submitted': 'auto-replied' } })
    expect((await ticketOf(ticketId)).state).toBe('resolved')
    expect((await eventsOf(desk, ticketId)).at(-1)).toMatchObject({
      name: 'mail.ignored',
      data: { reason: 'An automatic answer' },
    })
  })

  test('a bounce of a reply marks it as not delivered', async () => {
    const from = somebody()
    const { ticketId } = await receive({ from, text: 'Where is it?' })
    const { id } = await replyToTicket(desk, agent, { ticketId, text: 'Here' })
    const report = [
      'From: MAILER-DAEMON@mx.example',
      'Subject: Undelivered Mail',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 no such user',
      '',
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: <${id}@acme.example>`,
      '',
      '--b--',
    ].join('\r\n')
    await customer.sendRaw(report, { from: '', to: await tokenAddress(ticketId) })
    await readAllMail(desk)
    expect((await messagesOf(ticketId)).at(-1)).toMatchObject({
      delivery: 'failed',
      deliveryError: 'Returned: 550 no such user',
    })
  })

  test('what another server reports of a reply is said once: that it still tries, gives up, returns it', async () => {
    const from = somebody()
    const { ticketId } = await receive({ from, text: 'Where is it?' })
    const { id } = await replyToTicket(desk, agent, { ticketId, text: 'Here' })
    await recordSent(desk, agent, { messageId: id })
    const to = await tokenAddress(ticketId)
    const tell = async (action: string, diagnostic: string) => {
      const report = [
        'From: MAILER-DAEMON@mx.example',
        'Subject: Delivery report',
        `Date: ${new Date().toUTCString()}`,
        `Message-ID: <${crypto.randomUUID()}@mx.example>`,
        'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
        '',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Final-Recipient: rfc822; liv@x.example',
        `Action: ${action}`,
        `Status: ${diagnostic.split(' ')[1]}`,
        `Diagnostic-Code: smtp; ${diagnostic}`,
        '',
        '--b',
        'Content-Type: text/rfc822-headers',
        '',
        `Message-ID: <${id}@acme.example>`,
        '',
        '--b--',
      ].join('\r\n')
      await customer.sendRaw(report, { from: '', to })
      await readAllMail(desk)
      const { delivery, deliveryDoubt, deliveryError } = (await messagesOf(ticketId)).at(-1)!
      return [delivery, deliveryDoubt, deliveryError]
    }
    const late = '421 4.4.1 no answer'
    const delayed = ['sent', 'delayed', `Delayed by liv@x.example: ${late}`]
    expect(await tell('delayed', late)).toEqual(delayed)
    expect(await tell('delayed', late)).toEqual(delayed)
    const given = ['sent', 'given_up', 'Given up by liv@x.example: 421 4.4.7 expired']
    expect(await tell('failed', '421 4.4.7 expired')).toEqual(given)
    expect(await tell('delayed', late)).toEqual(given)

    await retryDelivery(desk, agent, { messageId: id })
    expect((await messagesOf(ticketId)).at(-1)).toMatchObject({
      delivery: 'queued',
      deliveryDoubt: null,
      deliveryError: null,
    })
    await recordSent(desk, agent, { messageId: id })
    expect(await tell('relayed', '250 2.0.0 ok')).toEqual(['sent', null, null])
    await expect(retryDelivery(desk, agent, { messageId: id })).rejects.toMatchObject({
      reason: 'message.not-failed',
    })
    expect(await tell('delayed', late)).toEqual(delayed)
    const returned = 'Returned by liv@x.example: 550 5.1.1 no such user'
    expect(await tell('failed', '550 5.1.1 no such user')).toEqual(['failed', null, returned])
    const names = (await eventsOf(desk, ticketId)).map(({ name }) => name)
    const ofDelivery = names.filter((name) => /^message\.(?!received|replied)/.test(name))
    expect(ofDelivery).toEqual([
      'message.sent',
      'message.delayed_there',
      'message.given_up',
      'message.retried',
      'message.sent',
      'message.delayed_there',
      'message.failed',
    ])
  })

  test.each([
    ['asks not to be answered automatically', { 'X-Auto-Response-Suppress': 'All' }],
    ['writes through a list', { Precedence: 'list', 'List-Id': '<help.lists.example>' }],
    ['writes through a list of old', { Precedence: 'bulk' }],
    [
      'writes through a group',
      {
        Precedence: 'list',
        'List-Post': '<mailto:g@x.example>',
        'List-Unsubscribe': '<mailto:u@x>',
      },
    ],
    ['answers from a program that says so', { 'Auto-Submitted': 'no' }],
  ])('but not mail of a person who %s', async (_case, headers) => {
    const { state } = await receive({ from: somebody(), text: 'It is broken', headers })
    expect(state).toBe('accepted')
  })

  test('our own address without anybody to answer is held for a person to decide', async () => {
    const { state, outcome } = await receive({ from: 'support@acme.example', text: 'Form' })
    expect({ state, outcome }).toEqual({
      state: 'held',
      outcome: 'It comes from our own address and names nobody to answer',
    })
  })

  test('a group that writes with our own address says who wrote in Reply-To', async () => {
    const replyTo = somebody()
    const from = '"\'Mara Lind\' via Support" <support@acme.example>'
    const { ticketId } = await receive({ from, replyTo, text: 'Hello' })
    expect((await ticketOf(ticketId)).contact).toMatchObject({ email: replyTo, name: 'Mara Lind' })
  })

  test('a person can take it as a message all the same', async () => {
    const { mailId } = await receive({
      from: somebody(),
      text: 'A real question',
      headers: { Precedence: 'junk' },
    })
    await releaseInboundMail(desk, agent, { mailId })
    await readAllMail(desk)
    const { state, ticketId } = await stored()
    expect(state).toBe('accepted')
    expect(await messagesOf(ticketId)).toMatchObject([{ text: 'A real question' }])
    await expect(releaseInboundMail(desk, agent, { mailId })).rejects.toMatchObject({
      reason: 'mail.not-held',
    })
  })
})

test('more than twenty mails in ten minutes from one sender are held, and listed', async () => {
  const from = somebody()
  for (let i = 0; i < 22; i++) await customer.send({ from, subject: `Flood ${i}`, text: `${i}` })
  await readAllMail(desk)
  const { items } = await listInboundMails(desk, agent, { state: 'held' })
  expect(items.filter(({ sender }) => sender === from)).toHaveLength(2)
  desk.clock.advance(11 * minutes)
  expect((await receive({ from, text: 'Later' })).state).toBe('accepted')
})

const hasOpenssl = spawnSync('openssl', ['version']).status === 0

describe('the listener', () => {
  test('takes mail for the support address only', async () => {
    const sending = customer.send({ from: somebody(), to: 'sales@acme.example', text: 'Hi' })
    await expect(sending).rejects.toMatchObject({ responseCode: 550 })
  })

  test('takes no more than a hundred recipients of one mail', async () => {
    const to = Array.from({ length: 101 }, (_, i) => `support+${i}@acme.example`)
    const { accepted, rejected } = await customer.sendRaw('Subject: All\r\n\r\nHi', { to })
    expect(accepted).toHaveLength(100)
    expect(rejected).toEqual(['support+100@acme.example'])
  })

  test('refuses what is larger than 25 MB with 552, announced or not', async () => {
    const before = await desk.db.selectFrom('inbound_mail').select('id').execute()
    const raw = Buffer.alloc(26 * 1024 * 1024, 'x'.repeat(70) + '\r\n')
    const mail = Buffer.concat([Buffer.from('Subject: Big\r\n\r\n'), raw])
    await expect(customer.sendRaw(mail)).rejects.toMatchObject({ responseCode: 552 })
    const announced = customer.sendRaw(mail, { size: mail.length })
    await expect(announced).rejects.toThrow('larger than allowed 26214400')
    const after = await desk.db.selectFrom('inbound_mail').select('id').execute()
    expect(after).toHaveLength(before.length)
  })

  test.skipIf(!hasOpenssl)('speaks TLS where a certificate is configured', async () => {
    const [certFile, keyFile] = [join(tmpdir(), 'desk-cert.pem'), join(tmpdir(), 'desk-key.pem')]
    const made = `req -x509 -newkey rsa:2048 -nodes -subj /CN=localhost -days 2`.split(' ')
    execFileSync('openssl', [...made, '-keyout', keyFile, '-out', certFile], { stdio: 'ignore' })
    const tls = { certFile, keyFile }
    const secured = await listenForMail(desk, { host: '127.0.0.1', port: 0, tls })
    const transport = createTransport({
      host: '127.0.0.1',
      port: secured.port,
      requireTLS: true,
      tls: { rejectUnauthorized: false },
    })
    const { accepted } = await transport.sendMail({
      from: somebody(),
      to: 'support@acme.example',
      text: 'Hi',
    })
    expect(accepted).toEqual(['support@acme.example'])
    await secured.stop()
  })

  test('asks the sender to come again while the database is down', async () => {
    const down = await createTestDesk()
    await down.pool.end()
    const closed = await listenForMail({ ...desk, db: down.db }, { host: '127.0.0.1', port: 0 })
    const sending = mailProgram(closed.port).send({ from: somebody(), text: 'Hi' })
    await expect(sending).rejects.toMatchObject({ responseCode: 451 })
    await closed.stop()
  })
})

test('a mail that cannot be read for hours is listed as failed, not lost', async () => {
  const raw = Buffer.from('From: a@b.example\r\n\r\nx')
  const { id } = await storeMail(desk, forwarder, { raw })
  const broken = {
    ...desk,
    sources: { ...desk.sources, project: { ...desk.sources.project, current } },
  }
  await expect(readMail(broken, { mail: id })).rejects.toThrow('no project')
  desk.clock.advance(days)
  await readMail(broken, { mail: id })
  const { items } = await listInboundMails(desk, agent, { state: 'failed' })
  expect(items).toMatchObject([{ id, outcome: 'It could not be read: no project' }])

  function current(): never {
    throw new Error('no project')
  }
})

const forwarder = {
  kind: 'integration',
  id: crypto.randomUUID(),
  name: 'mail forwarder',
  permissions: ['mail:receive'],
} as const

test('mail that became no ticket is counted until somebody has looked, and can still be made one', async () => {
  const before = await countInboundMails(desk, agent, {})
  const headers = { 'Auto-Submitted': 'auto-generated' }
  const { mailId } = await receive({ from: somebody(), text: 'Nightly report', headers })
  expect((await countInboundMails(desk, agent, {})).ignored).toBe(before.ignored + 1)
  await checkInboundMails(desk, agent, { mailIds: [mailId] })
  expect(await countInboundMails(desk, agent, {})).toEqual(before)
  const { items } = await listInboundMails(desk, agent, { state: 'ignored' })
  expect(items.find(({ id }) => id === mailId)).toMatchObject({ isChecked: true, ticketId: null })
  const auditor = await createPerson(desk, { role: 'auditor' })
  const checking = checkInboundMails(desk, auditor, { mailIds: [mailId] })
  await expect(checking).rejects.toMatchObject({ kind: 'forbidden' })
  const nobody = checkInboundMails(desk, agent, { mailIds: [crypto.randomUUID()] })
  await expect(nobody).rejects.toMatchObject({ reason: 'mail.not-found' })
  await releaseInboundMail(desk, agent, { mailId })
  await readAllMail(desk)
  expect((await stored()).state).toBe('accepted')
})

test('a ticket says whether all mail of customers on it is proven', async () => {
  const { ticketId } = await receive({ from: somebody(), text: 'Reset it' })
  expect((await ticketOf(ticketId)).isSenderVerified).toBe(false)
  const [message] = await messagesOf(ticketId)
  expect(message!.sender).toMatchObject({ isVerified: false })
})

describe('who is copied', () => {
  const dana = 'Dana Kim <dana@northwind.example>'
  const mail = { subject: 'Export', text: 'Please all read along.' }

  /** As if its signature had been checked; the mails of tests carry none. */
  const prove = (ticketId: string) =>
    desk.db
      .updateTable('message')
      .set({ sender_verified: true })
      .where('ticket_id', '=', ticketId)
      .execute()

  test('by a mail that may be forged is an offer, unless of the sender’s own company', async () => {
    const cc = ['agency@evil.example', 'omar@northwind.example']
    const { ticketId } = await receive({ ...mail, from: dana, cc })
    const { recipients } = await ticketOf(ticketId)
    expect(recipients).toEqual({
      to: [{ email: 'dana@northwind.example', name: 'Dana Kim' }],
      cc: [expect.objectContaining({ email: 'omar@northwind.example' })],
      offered: [expect.objectContaining({ email: 'agency@evil.example' })],
    })
    await prove(ticketId)
    const proven = await ticketOf(ticketId)
    expect(proven.recipients.offered).toEqual([])
    expect(proven.recipients.cc).toHaveLength(2)
  })

  test('later, under the name of the contact, is an offer too, and lets nobody into the thread', async () => {
    const from = somebody()
    const first = await receive({ ...mail, from, cc: 'partner@friends.example' })
    expect((await ticketOf(first.ticketId)).recipients.cc).toHaveLength(1)
    await receive({ ...mail, from, inReplyTo: first.messageId, cc: 'agency@evil.example' })
    const { recipients } = await ticketOf(first.ticketId)
    expect(recipients.offered).toMatchObject([{ email: 'agency@evil.example' }])
    const evil = { from: 'agency@evil.example', inReplyTo: first.messageId, text: 'I am in' }
    expect((await receive(evil)).ticketId).not.toBe(first.ticketId)
  })
})

describe('a mail that answers a ticket of which its sender is no part', () => {
  /** Answered, and then written to by somebody else. */
  async function answeredByAnother(text = 'It happens here too.') {
    const from = somebody()
    const first = await receive({ from, subject: 'Export', text: 'It is broken.' })
    await replyToTicket(desk, agent, { ticketId: first.ticketId, text: 'Again?', wait: true })
    const other = outsider()
    const inReplyTo = first.messageId
    const second = await receive({ from: other, subject: 'Re: Export', inReplyTo, text })
    return { from, earlier: first.ticketId, other, ticketId: second.ticketId }
  }

  /** Into the ticket it answers, unless another one is meant. */
  async function merge(ticketId: string, actor: Actor = agent, into?: string) {
    const { mayContinue } = await ticketOf(ticketId)
    return mergeTicket(desk, actor, { ticketId, into: into ?? mayContinue!.id })
  }

  test('is offered, and merged with a click: it answers the other ticket, what is left is void', async () => {
    const { from, earlier, other, ticketId } = await answeredByAnother()
    expect(await ticketOf(ticketId)).toMatchObject({ mayContinue: { id: earlier }, state: 'open' })
    const joined = await merge(ticketId)
    expect(joined).toMatchObject({ id: earlier, state: 'open', preview: 'It happens here too.' })
    // not proven: an offer as before
    expect(joined.recipients.to).toMatchObject([{ email: from }])
    expect(joined.recipients.offered).toMatchObject([{ email: other }])
    const { number } = await ticketOf(ticketId)
    expect((await messagesOf(earlier)).at(-1)).toMatchObject({
      joinedFrom: { id: ticketId, number },
    })
    expect(await ticketOf(ticketId)).toMatchObject({
      state: 'void',
      voidReason: 'duplicate',
      joinedTo: { id: earlier },
    })
    expect((await eventsOf(desk, ticketId)).map(({ name }) => name).slice(-2)).toEqual([
      'ticket.joined',
      'ticket.voided',
    ])
    expect((await eventsOf(desk, earlier)).slice(-2)).toMatchObject([
      { name: 'message.joined', actor_id: agent.id, data: { from: ticketId, number } },
      { name: 'ticket.answered', actor_id: agent.id },
    ])
  })

  test('once merged and proven is in the conversation', async () => {
    const { earlier, other, ticketId } = await answeredByAnother()
    await desk.db
      .updateTable('message')
      .set({ sender_verified: true })
      .where('ticket_id', '=', ticketId)
      .execute()
    const { recipients } = await merge(ticketId)
    expect([...recipients.to, ...recipients.cc].map(({ email }) => email)).toContain(other)
    expect((await ticketOf(earlier)).recipients.offered).toEqual([])
  })

  test('is taken out again: messages, states and a broken resolution are as before', async () => {
    const { earlier, ticketId } = await answeredByAnother()
    await partAndCompare('waiting')
    desk.clock.advance(minutes)
    await resolveTicket(desk, agent, { ticketId: earlier, summary: 'Done' })
    desk.clock.advance(minutes)
    // it came before that resolution, and breaks none
    expect(await merge(ticketId)).toMatchObject({ state: 'resolved' })
    await unmergeTicket(desk, agent, { ticketId })
    const again = await receive({
      from: outsider(),
      inReplyTo: await firstIdOf(earlier),
      text: 'Still broken.',
    })
    const broken = await merge(again.ticketId)
    expect(broken).toMatchObject({ state: 'open', reopenCount: 1 })
    await unmergeTicket(desk, agent, { ticketId: again.ticketId })
    expect(await ticketOf(earlier)).toMatchObject({
      state: 'resolved',
      reopenCount: 0,
      resolutions: [{ standing: 'pending' }],
    })

    async function partAndCompare(state: string) {
      const before = (await messagesOf(earlier)).map(({ id }) => id)
      await merge(ticketId)
      const parted = await unmergeTicket(desk, agent, { ticketId })
      expect(parted).toMatchObject({
        id: ticketId,
        state: 'open',
        joinedTo: null,
        voidReason: null,
      })
      expect(await messagesOf(ticketId)).toHaveLength(1)
      expect((await messagesOf(earlier)).map(({ id }) => id)).toEqual(before)
      expect(await ticketOf(earlier)).toMatchObject({ state })
    }
  })

  test('is not merged into itself, twice, after an answer, or by who may not', async () => {
    const { earlier, ticketId } = await answeredByAnother()
    const refused = (id: string) => merge(id, agent, earlier)
    await expect(refused(earlier)).rejects.toMatchObject({ reason: 'merge.itself' })
    await expect(unmergeTicket(desk, agent, { ticketId })).rejects.toMatchObject({
      reason: 'merge.none',
    })
    const auditor = await createPerson(desk, { role: 'auditor' })
    await expect(merge(ticketId, auditor)).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await merge(ticketId)
    await expect(refused(ticketId)).rejects.toMatchObject({ reason: 'merge.merged' })
    const reopened = reopenTicket(desk, agent, { ticketId, cause: 'Look again' })
    await expect(reopened).rejects.toMatchObject({ reason: 'ticket.merged' })
    const second = await answeredByAnother()
    await replyToTicket(desk, agent, { ticketId: second.ticketId, text: 'Hello' })
    await expect(merge(second.ticketId)).rejects.toMatchObject({ reason: 'merge.answered' })
  })

  test('twice at once is merged once', async () => {
    const { ticketId } = await answeredByAnother()
    const tries = [1, 2, 3].map(() => merge(ticketId))
    const settled = await Promise.allSettled(tries)
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

describe('mail for a ticket that was merged', () => {
  /** Two of one sender, the later one merged into the earlier. */
  async function merged() {
    const from = somebody()
    const first = await receive({ from, subject: 'Export', text: 'It is broken.' })
    desk.clock.advance(minutes)
    const second = await receive({ from, subject: 'My export', text: 'Where is it?' })
    const address = await tokenAddress(second.ticketId)
    await mergeTicket(desk, agent, { ticketId: second.ticketId, into: first.ticketId })
    desk.clock.advance(minutes)
    return { from, into: first.ticketId, ticketId: second.ticketId, address, second }
  }

  test('arrives at the one that stays, by reference and by address', async () => {
    const { from, into, address, second } = await merged()
    const reply = { from, subject: 'Re: My export' }
    const byId = await receive({ ...reply, inReplyTo: second.messageId, text: 'And by its id' })
    const byToken = await receive({ ...reply, to: address, text: 'And by its address' })
    expect([byId.ticketId, byToken.ticketId]).toEqual([into, into])
    expect((await messagesOf(into)).map(({ text }) => text)).toEqual([
      'It is broken.',
      'Where is it?',
      'And by its id',
      'And by its address',
    ])
  })

  test('arrives where it ends, through every merge in between', async () => {
    const { from, into, address, second } = await merged()
    const last = await receive({ from, subject: 'Third', text: 'Once more' })
    await mergeTicket(desk, agent, { ticketId: into, into: last.ticketId })
    const byToken = await receive({ from, to: address, text: 'By its address' })
    const byId = await receive({ from, inReplyTo: second.messageId, text: 'By its id' })
    expect([byToken.ticketId, byId.ticketId]).toEqual([last.ticketId, last.ticketId])
  })

  test('reopens the one that stays, and not the merged one', async () => {
    const { from, into, ticketId, address } = await merged()
    await resolveTicket(desk, agent, { ticketId: into, summary: 'Sent again' })
    desk.clock.advance(minutes)
    await receive({ from, to: address, text: 'It is still missing.' })
    expect(await ticketOf(into)).toMatchObject({ state: 'open', reopenCount: 1 })
    expect(await ticketOf(ticketId)).toMatchObject({ state: 'void', joinedTo: { id: into } })
  })

  test('stays there when the merge is undone; what comes then is for the ticket again', async () => {
    const { from, into, ticketId, address } = await merged()
    await receive({ from, to: address, text: 'Meanwhile' })
    await unmergeTicket(desk, agent, { ticketId })
    expect((await messagesOf(into)).map(({ text }) => text)).toEqual(['It is broken.', 'Meanwhile'])
    const later = await receive({ from, to: address, text: 'Afterwards' })
    expect(later.ticketId).toBe(ticketId)
  })

  test('of a stranger who knows the address is marked as such there too', async () => {
    const { into, address } = await merged()
    const stranger = await receive({ from: outsider(), to: address, text: 'Hello' })
    expect(stranger.ticketId).toBe(into)
    expect((await messagesOf(into)).at(-1)).toMatchObject({ isStranger: true })
  })

  test('that is read while somebody merges is at one of the two, and none is lost', async () => {
    const from = somebody()
    const first = await receive({ from, text: 'One' })
    const second = await receive({ from, text: 'Two' })
    const to = await tokenAddress(second.ticketId)
    for (let n = 0; n < 8; n++) await customer.send({ from, to, text: `Mail ${n}` })
    const merging = mergeTicket(desk, agent, { ticketId: second.ticketId, into: first.ticketId })
    await Promise.all([readAllMail(desk), merging])
    expect(await messagesOf(second.ticketId)).toEqual([])
    expect(await messagesOf(first.ticketId)).toHaveLength(10)
  })
})

async function firstIdOf(ticketId: string): Promise<string> {
  const { message_id } = await desk.db
    .selectFrom('message')
    .select('message_id')
    .where('ticket_id', '=', ticketId)
    .orderBy('at')
    .limit(1)
    .executeTakeFirstOrThrow()
  return message_id!
}
