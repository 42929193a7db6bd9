import { expect, test } from 'vitest'
import { createTestDesk } from '#server/testing/desk.ts'
import { ticketDesk } from '#server/tickets/testing/factory.ts'
import { mailProgram, readAllMail } from './testing/mail-servers.ts'
import { parseMail } from './parse-mail.ts'
import { listenForMail } from './smtp-listener.ts'

const desk = await ticketDesk(await createTestDesk())
const listener = await listenForMail(desk, { host: '127.0.0.1', port: 0 })
const customer = mailProgram(listener.port)

type Parts = { id?: string | null; from?: string; subject?: string; body?: string; more?: string[] }

function mail({
  id = null,
  from = 'kim@same.example',
  subject = 'Late',
  body = 'Where?',
  more = [],
}: Parts) {
  const named = id === null ? [] : [`Message-ID: ${id}`]
  return [...more, `From: ${from}`, ...named, `Subject: ${subject}`, '', body, ''].join('\r\n')
}

const utf8 = (encoding: string) => [
  'Content-Type: text/plain; charset=utf-8',
  `Content-Transfer-Encoding: ${encoding}`,
]

test.each<[string, Parts, Parts, 'one' | 'two']>([
  ['came by another way', {}, { more: ['Received: by mx2.example'] }, 'one'],
  [
    'is coded anew',
    { body: 'Grüße', more: utf8('8bit') },
    { body: 'Gr=C3=BC=C3=9Fe', more: utf8('quoted-printable') },
    'one',
  ],
  ['has another subject', {}, { subject: 'Early' }, 'two'],
  ['has other words', {}, { body: 'When?' }, 'two'],
  ['has a list’s words below', {}, { body: 'Where?\r\n____\r\nOur list' }, 'two'],
  ['is of somebody else', {}, { from: 'lee@same.example' }, 'two'],
  ['has the id in capitals', {}, { id: 'capitals' }, 'two'],
])('a mail with the same id that %s', async (_what, first, second, expected) => {
  const id = `<${crypto.randomUUID()}@same.example>`
  await customer.sendRaw(mail({ id, ...first }))
  await customer.sendRaw(mail({ id, ...second, ...(second.id ? { id: id.toUpperCase() } : {}) }))
  await readAllMail(desk)
  const newest = await desk.db
    .selectFrom('inbound_mail')
    .select('outcome')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  expect(newest.outcome).toBe(expected === 'one' ? 'The same mail again' : null)
})

test('everybody who is to have the answer is shown, and kept', async () => {
  const more = [
    'Reply-To: kim@same.example, Lee <lee@same.example>',
    'Cc: LEE@same.example, max@same.example',
  ]
  const { replyTo, cc } = await parseMail(Buffer.from(mail({ more })))
  expect(replyTo).toMatchObject({ email: 'kim@same.example' })
  expect(cc.map(({ email }) => email)).toEqual(['lee@same.example', 'max@same.example'])
  const formed = await parseMail(Buffer.from(mail({ more: more.slice(0, 1) })))
  expect(formed.cc).toEqual([{ email: 'lee@same.example', name: 'Lee' }])
})
