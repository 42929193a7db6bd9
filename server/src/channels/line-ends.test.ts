import { expect, test } from 'vitest'
import { withLineEnds } from './line-ends.ts'
import { parseMail } from './parse-mail.ts'
import { readBounce } from './read-bounce.ts'

const lines = [
  'From: Dana <dana@northwind.example>',
  'Subject: The export',
  '\tis late',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=cut',
  '',
  '--cut',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Where is=',
  ' it? =C3=9Cber all.',
  '',
  'Dana',
  '--cut',
  'Content-Type: application/octet-stream; name=log.bin',
  'Content-Transfer-Encoding: base64',
  '',
  'aGVsbG8N',
  '--cut--',
  '',
]
const headEnd = lines.indexOf('') + 1
const ended = (head: string, body: string) =>
  lines.map((line, index) => line + (index < headEnd ? head : body)).join('')

test.each([
  ['CR alone', ended('\r', '\r')],
  ['CR alone below usual headers', ended('\r\n', '\r')],
  ['CR alone above a usual body', ended('\r', '\r\n')],
  ['LF alone', ended('\n', '\n')],
  ['both', ended('\r\n', '\r\n')],
])('a mail whose lines end with %s is read', async (_how, raw) => {
  const read = await parseMail(Buffer.from(raw))
  expect(read.from).toEqual({ email: 'dana@northwind.example', name: 'Dana' })
  expect(read.subject).toBe('The export is late')
  expect(read.text).toBe('Where is it? Über all.\n\nDana')
  expect(read.attachments).toEqual([
    { name: 'log.bin', sizeBytes: 6, type: 'application/octet-stream' },
  ])
  expect(read.warnings).toEqual([])
})

test('a mail in such a mail, and a bounce, are read', async () => {
  const inner = ended('\r', '\r')
  const outer = `From: a@b.example\r\nContent-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(inner).toString('base64')}`
  expect((await parseMail(Buffer.from(outer))).text).toContain('Where is it? Über all.')
  const report = [
    'From: MAILER-DAEMON@mx.example',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=cut',
    '',
    '--cut',
    'Content-Type: message/delivery-status',
    '',
    'Final-Recipient: rfc822; kim@harbour.example',
    'Action: failed',
    'Status: 5.1.1',
    '--cut--',
    '',
  ]
  const bounce = await readBounce(Buffer.from(report.join('\r')), { address: 'a@b.example' })
  expect(bounce).toMatchObject({ isReport: true, isPermanent: true })
})

test.each([
  [
    'a stray CR in a header',
    'Subject: a\rFrom: evil@x.example\r\nFrom: a@b.example\r\n\r\nHello\r\n',
  ],
  ['bytes of a file', 'Subject: a\nContent-Transfer-Encoding: binary\n\n\r\r\r\r\n'],
  ['a bar that is drawn over itself', 'Subject: a\n\n10 %\r20 %\nHello\nmore\n'],
])('%s stays', (_what, raw) => {
  expect(withLineEnds(Buffer.from(raw)).toString()).toBe(raw)
})
