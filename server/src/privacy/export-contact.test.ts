import { unpackTar } from 'modern-tar'
import { expect, test } from 'vitest'
import { system } from '#server/core/actor.ts'
import { readMail } from '#server/channels/read-mail.ts'
import { storeMail } from '#server/channels/store-mail.ts'
import { hours } from '#server/core/clock.ts'
import { createPortalDesk } from '#server/portal/testing/portal-desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { addNote } from '#server/tickets/add-note.ts'
import { exportContact, downloadContactExport } from './export-contact.ts'
import { findContacts } from './find-contacts.ts'
import type { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Actor } from '#server/core/actor.ts'
import type { Incoming } from '#server/core/http.ts'

const { app, desk } = await createPortalDesk()
const agent = await createPerson(desk)
const admin = await createPerson(desk, { role: 'admin' })
const other = await createPerson(desk, { role: 'admin' })

async function someContact(): Promise<{ contactId: string; raw: Buffer; ticketId: string }> {
  const email = `${crypto.randomUUID()}@nobody.example`
  const head = [
    `From: Dana <${email}>`,
    'To: support@acme.example',
    'Subject: It fails',
    '',
    'Äußerst',
  ]
  const raw = Buffer.from(head.join('\r\n'))
  const { id } = await storeMail(app, system('email'), { raw })
  await readMail(app, { mail: id })
  const { ticket_id: ticketId } = await desk.db
    .selectFrom('inbound_mail')
    .select('ticket_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const { items } = await findContacts(app, admin, { q: email })
  return { contactId: items[0]!.id, raw, ticketId: ticketId! }
}

/** What a browser is given. */
async function download(exportId: string, actor: Actor, isThere = true): Promise<Buffer> {
  const sent = Promise.withResolvers<PassThrough>()
  const reply = { header: () => reply, send: sent.resolve, raw: {} }
  const request = { params: { exportId } }
  const incoming = { request, reply, isStillThere: async () => isThere } as unknown as Incoming
  const answered = downloadContactExport(app, incoming, actor)
  const [bytes] = await Promise.all([Promise.race([sent.promise, answered]).then(read), answered])
  return bytes
}

const read = (body: PassThrough | void) => (body ? buffer(body) : Buffer.alloc(0))

test('all that is known of a contact is taken once, with the mails as they came', async () => {
  const { contactId, raw, ticketId } = await someContact()
  await addNote(app, agent, { ticketId, text: 'A note of ours' })
  const { id } = await exportContact(app, admin, { contactId, reason: 'They asked' })
  const files = new Map(
    (await unpackTar(await download(id, admin))).map(({ header, data }) => [
      header.name.replace(/\d+|[\da-f-]{36}/, 'N'),
      Buffer.from(data ?? []).toString(),
    ]),
  )
  expect([...files.keys()].map((name) => name.split('/')[0])).toEqual([
    'about.json',
    'self-service.json',
    'in-tickets-of-others.json',
    'tickets',
    'internal',
    'mails',
  ])
  const of = (part: string) => [...files].find(([name]) => name.startsWith(part))![1]
  expect(JSON.parse(of('tickets'))).toMatchObject({
    subject: 'It fails',
    messages: [{ by: 'customer', text: 'Äußerst' }],
  })
  expect(of('tickets')).not.toContain('A note of ours')
  expect(JSON.parse(of('internal'))).toMatchObject({ notes: [{ text: 'A note of ours' }] })
  expect(of('mails')).toBe(raw.toString())
  await expect(download(id, admin)).rejects.toMatchObject({ reason: 'contact-export.over' })
})

test('an export is taken by who asked for it, within a day', async () => {
  const { contactId } = await someContact()
  const { id } = await exportContact(app, admin, { contactId, reason: 'They asked' })
  await expect(download(id, other)).rejects.toMatchObject({ reason: 'contact-export.not-found' })
  await expect(download(id, agent)).rejects.toMatchObject({ kind: 'forbidden' })
  desk.clock.advance(25 * hours)
  await expect(download(id, admin)).rejects.toMatchObject({ reason: 'contact-export.over' })
})

test('who is disabled while it is read gets no end of it', async () => {
  const { contactId } = await someContact()
  const { id } = await exportContact(app, admin, { contactId, reason: 'They asked' })
  await expect(download(id, admin, false)).rejects.toThrow('may not read it any more')
})
