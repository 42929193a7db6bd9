import { readData } from '@firstline/contract/events'
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { days, minutes } from '#server/core/clock.ts'
import { createDatabase, createPool } from '#server/database/database.ts'
import { createDatabaseDoor } from '#server/testing/database-door.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { eventsOf, someTicket, ticketDesk } from '#server/tickets/testing/factory.ts'
import { readMessage } from '#server/tickets/read-messages.ts'
import { ratingTokenOf } from '#server/tickets/rating-token.ts'
import { retryDelivery } from '#server/tickets/retry-delivery.ts'
import { replyToTicket } from '#server/tickets/reply-to-ticket.ts'
import { takeBackReply } from '#server/tickets/take-back-reply.ts'
import { resolveTicket } from '#server/tickets/resolve-ticket.ts'
import { customerServer } from './testing/mail-servers.ts'
import { createMailer } from '#server/outbound/mailer.ts'
import type { Mailer } from '#server/outbound/mailer.ts'
import { sendMail } from './send-mail.ts'
import { eventually, until } from '#server/testing/eventually.ts'

const tickets = await ticketDesk(await createTestDesk())
const agent = await createPerson(tickets)
const server = await customerServer()
const config = {
  ...tickets.config,
  publicUrl: 'https://desk.acme.example',
  smtpUrl: server.url,
}
const desk = { ...tickets, config, mailer: createMailer(config) }

async function reply(text = 'It is on its way') {
  const ticket = await someTicket(desk, agent, { contactName: 'Dana Kim' })
  desk.clock.advance(minutes)
  const { id } = await replyToTicket(desk, agent, { ticketId: ticket.id, text })
  return { ticket, id, event: { data: { message: id } } }
}

const lastTaken = async () => {
  const { raw, from, to } = server.taken.at(-1)!
  return { raw, from, to, mail: await simpleParser(raw) }
}
const through = (mailer: Mailer) => ({ ...desk, mailer })
const names = async (ticketId: string) => (await eventsOf(desk, ticketId)).map(({ name }) => name)

describe('a reply', () => {
  test('leaves as a mail that threads, quotes and can be answered', async () => {
    const { ticket, id, event } = await reply('First line\n<b>not bold</b>')
    await sendMail(desk, event)
    const { mail, from, to } = await lastTaken()
    expect(to).toEqual([ticket.contact!.email])
    expect(from).toMatch(/^support\+[a-z2-7]{20}@acme\.example$/)
    expect(mail).toMatchObject({
      subject: `Re: ${ticket.subject}`,
      messageId: `<${id}@acme.example>`,
    })
    expect(mail.from!.text).toBe('"Acme Support" <support@acme.example>')
    expect(mail.replyTo!.value[0]!.address).toBe(from)
    expect(mail.headers.has('auto-submitted')).toBe(false)
    expect(mail.text).toContain('First line\n<b>not bold</b>\n\n-- \nAcme Support\nacme.example')
    expect(mail.text).toContain('Dana Kim wrote:\n> I did not receive the export email.')
    expect(mail.html).toContain('First line<br>\n&lt;b&gt;not bold&lt;/b&gt;')
    expect(mail.text).not.toContain('/rate')
    expect(await readMessage(desk.db, id)).toMatchObject({ delivery: 'sent', deliveryError: null })
  })

  test('is sent once, also when its job runs again', async () => {
    const { event } = await reply()
    await sendMail(desk, event)
    const count = server.taken.length
    await sendMail(desk, event)
    expect(server.taken).toHaveLength(count)
  })

  test('that was taken back does not leave, not even where its job had begun', async () => {
    const one = await reply()
    await takeBackReply(desk, agent, { messageId: one.id })
    const count = server.taken.length
    await sendMail(desk, one.event)
    const two = await reply()
    // it is taken back between the job's look and the handing over
    const { current } = desk.sources.project
    let isLookedAt = false
    const project = {
      ...desk.sources.project,
      current() {
        isLookedAt = true
        return current()
      },
    }
    const sending = sendMail({ ...desk, sources: { ...desk.sources, project } }, two.event)
    await until(() => isLookedAt)
    const [back] = await Promise.allSettled([
      takeBackReply(desk, agent, { messageId: two.id }),
      sending,
    ])
    const gone = server.taken.length - count
    expect(gone).toBe(back.status === 'fulfilled' ? 0 : 1)
  })

  test("has the ticket's number in its subject where the project asks for it, once", async () => {
    const { project } = desk.sources
    const current = () => {
      const now = project.current()
      return { ...now, support: { ...now.support, numbersSubjects: true } }
    }
    const numbering = { ...desk, sources: { ...desk.sources, project: { ...project, current } } }
    const { ticket, event } = await reply()
    await sendMail(numbering, event)
    const mark = `[#${ticket.number}]`
    expect((await lastTaken()).mail.subject).toBe(`Re: ${mark} ${ticket.subject}`)
    const subject = `RE: ${mark} ${ticket.subject}`
    await desk.db.updateTable('ticket').set({ subject }).where('id', '=', ticket.id).execute()
    const { id } = await replyToTicket(desk, agent, { ticketId: ticket.id, text: 'Again' })
    await sendMail(numbering, { data: { message: id } })
    expect((await lastTaken()).mail.subject).toBe(`Re: ${mark} ${ticket.subject}`)
  })

  test('to a name or subject with line breaks adds no header', async () => {
    const ticket = await someTicket(desk, agent)
    // refused at every entrance: here as if one had been forgotten
    const injected = 'Hello\r\nBcc: everybody@acme.example'
    const contactId = ticket.contact!.id
    await desk.db
      .updateTable('ticket')
      .set({ subject: injected })
      .where('id', '=', ticket.id)
      .execute()
    await desk.db
      .updateTable('contact')
      .set({ name: injected })
      .where('id', '=', contactId)
      .execute()
    const { id } = await replyToTicket(desk, agent, { ticketId: ticket.id, text: 'Hi' })
    await sendMail(desk, { data: { message: id } })
    const { mail, to } = await lastTaken()
    expect(to).toEqual([ticket.contact!.email])
    expect(mail.bcc).toBeUndefined()
  })

  test('of a resolution carries the two links, bound to that resolution', async () => {
    const ticket = await someTicket(desk, agent)
    const { resolutions } = await resolveTicket(desk, agent, {
      ticketId: ticket.id,
      summary: 'Requeued',
      reply: 'Done',
    })
    const sent = (await eventsOf(desk, ticket.id)).find(({ name }) => name === 'message.replied')!
    await sendMail(desk, { data: readData('message.replied', sent.data) })
    const { mail } = await lastTaken()
    const token = ratingTokenOf(resolutions[0]!.id, desk.secret)
    for (const value of ['up', 'down']) {
      const link = `https://desk.acme.example/rate?value=${value}#${token}`
      expect(mail.text).toContain(link)
      expect(mail.html).toContain(`href="${link}"`)
    }
  })

  test('is signed where a DKIM key is configured', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const privateKeyFile = join(tmpdir(), `dkim-${crypto.randomUUID()}.pem`)
    await writeFile(privateKeyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }))
    const dkim = { domain: 'acme.example', selector: 'desk', privateKeyFile }
    const { event } = await reply()
    await sendMail(through(createMailer({ ...config, dkim })), event)
    const { raw } = await lastTaken()
    expect(raw).toMatch(/^DKIM-Signature: .*d=acme\.example;.*s=desk;/ims)
  })
})

describe('a reply that cannot be delivered', () => {
  test('is refused for good: failed, said in the timeline, and sent again on request', async () => {
    const { ticket, id, event } = await reply()
    server.refuseWith(() => ({ responseCode: 550, message: '5.1.1 no such user' }))
    await sendMail(desk, event)
    server.refuseWith(() => null)
    const message = await readMessage(desk.db, id)
    expect(message.delivery).toBe('failed')
    expect(message.deliveryError).toContain('550 5.1.1 no such user')
    expect((await names(ticket.id)).at(-1)).toBe('message.failed')
    await retryDelivery(desk, agent, { messageId: id })
    await sendMail(desk, event)
    expect((await lastTaken()).mail.messageId).toBe(`<${id}@acme.example>`)
    expect((await readMessage(desk.db, id)).delivery).toBe('sent')
  })

  test('now: stays queued, says so once, and fails its job so that it is tried again', async () => {
    const { ticket, id, event } = await reply()
    server.refuseWith(() => ({ responseCode: 451, message: '4.7.1 greylisted' }))
    await expect(sendMail(desk, event)).rejects.toThrow('greylisted')
    await expect(sendMail(desk, event)).rejects.toThrow('greylisted')
    server.refuseWith(() => null)
    expect((await names(ticket.id)).filter((name) => name === 'message.delayed')).toHaveLength(1)
    await sendMail(desk, event)
    expect((await readMessage(desk.db, id)).delivery).toBe('sent')
  })

  test('for three days is given up', async () => {
    const { id, event } = await reply()
    desk.clock.advance(3 * days + 1)
    const nobody = createMailer({ ...config, smtpUrl: 'smtp://127.0.0.1:1' })
    await sendMail(through(nobody), event)
    const { delivery, deliveryError } = await readMessage(desk.db, id)
    expect([delivery, deliveryError]).toEqual(['failed', expect.stringMatching(/^Given up after/)])
  })

  test('for want of a mail server says what is missing', async () => {
    const { id, event } = await reply()
    await sendMail(through(createMailer({ smtpUrl: undefined, dkim: undefined })), event)
    expect((await readMessage(desk.db, id)).deliveryError).toContain('SMTP_URL')
  })
})

describe('what the server has taken', () => {
  test('is not sent again while the database is away for the note, and noted when it is back', async () => {
    const { id, event } = await reply()
    const door = await createDatabaseDoor(desk.url)
    const pool = createPool(door.url, desk.log, { max: 2 })
    const far = { ...desk, db: createDatabase(pool) }
    try {
      const before = server.taken.length
      let isTaken = false
      const mailer: Mailer = {
        isConnected: true,
        async send(mail) {
          await desk.mailer.send(mail)
          await door.shut()
          isTaken = true
        },
      }
      const first = sendMail({ ...far, mailer }, event)
      await until(() => isTaken)
      // the job comes again, as jobs do
      const second = sendMail(desk, event)
      await door.open()
      await Promise.all([first, second])
      expect(server.taken.length - before).toBe(1)
      expect(await readMessage(desk.db, id)).toMatchObject({ delivery: 'sent' })
    } finally {
      await far.db.destroy()
      await door.remove()
    }
  })

  test('is not sent by another process while that may still note it; later it is', async () => {
    const { id, event } = await reply()
    const before = server.taken.length
    const attempt = (secondsAgo: number) =>
      sql`update message set sending_by = ${randomUUID()},
        sending_since = clock_timestamp() - make_interval(secs => ${secondsAgo}) where id = ${id}`.execute(
        desk.db,
      )
    await attempt(0)
    await expect(sendMail(desk, event)).rejects.toThrow(/Another process/)
    expect(server.taken).toHaveLength(before)
    await attempt(3600)
    // this PostgreSQL may have begun a moment ago
    await eventually(() => sendMail(desk, event))
    expect(server.taken).toHaveLength(before + 1)
    expect(await readMessage(desk.db, id)).toMatchObject({ delivery: 'sent' })
  })
})

test('whom a server does not take a reply for, while it takes it for others, is said', async () => {
  const { ticket, id, event } = await reply()
  // the server at the other side knows no such local part
  const parties = { to: [ticket.contact!], cc: [{ email: '"a b"@firm.example', name: null }] }
  await sql`update message set parties = ${JSON.stringify(parties)}::jsonb where id = ${id}`.execute(
    desk.db,
  )
  await sendMail(desk, event)
  expect((await lastTaken()).to).toEqual([ticket.contact!.email])
  const { delivery, deliveryError } = await readMessage(desk.db, id)
  expect(delivery).toBe('failed')
  expect(deliveryError).toMatch(/^Not taken for "a b"@firm\.example: 501 /)
  expect(await names(ticket.id)).toContain('message.failed')
  const count = server.taken.length
  await sendMail(desk, event)
  expect(server.taken).toHaveLength(count)
})
