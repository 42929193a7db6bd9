import { domainToASCII } from 'node:url'
import { describe, expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'
import { judgeMail } from './judge-mail.ts'
import { lookAlikeOf } from './look-alike.ts'
import { parseMail } from './parse-mail.ts'
import { readBounce } from './read-bounce.ts'
import { machines, mails, persons } from './testing/unseen-mails.ts'

const from = 'From: Dana <dana@northwind.example>'
const mail = (headers: string[], body = 'Hello') =>
  parseMail(Buffer.from([...headers, '', body].join('\r\n')))
const parts = (type: string, ...each: string[]) =>
  mail(
    [from, 'MIME-Version: 1.0', `Content-Type: ${type}; boundary=cut`],
    [...each.map((part) => `--cut\r\n${part}\r\n`), '--cut--'].join(''),
  )

describe('who wrote', () => {
  test.each([
    ['Dana Kim <dana@northwind.example>', 'dana@northwind.example', 'Dana Kim'],
    ['"Kim, Dana" <dana@northwind.example>', 'dana@northwind.example', 'Kim, Dana'],
    ['dana@northwind.example (Dana Kim)', 'dana@northwind.example', 'Dana Kim'],
    ['=?utf-8?Q?J=C3=B6rn?= <j@x.example>', 'j@x.example', 'Jörn'],
    ['=?iso-8859-1?Q?J=F6rn?= <j@x.example>', 'j@x.example', 'Jörn'],
    ['Team: Dana <dana@x.example>;', 'dana@x.example', 'Dana'],
    ['<@relay.example,@b.example:joe@x.example>', 'joe@x.example', null],
    ['dana @ northwind . example', 'dana@northwind.example', null],
    ['Dana < dana . kim @ northwind . example >', 'dana.kim@northwind.example', 'Dana'],
    ['r&d=lab@firm.example', 'r&d=lab@firm.example', null],
    ["o'neil+x/y@firm.example", "o'neil+x/y@firm.example", null],
    ['"very quoted"@firm.example', '"very quoted"@firm.example', null],
    ['用户@例子.example', '用户@xn--fsqu00a.example', null],
    ['Kundin <kundin@bücher.example>', 'kundin@xn--bcher-kva.example', 'Kundin'],
    ['DANA@Northwind.Example', 'dana@northwind.example', null],
    ['dana@northwind.example <dana@northwind.example>', 'dana@northwind.example', null],
  ])('%s', async (given, email, name) => {
    const read = await mail([`From: ${given}`])
    expect(read.from).toEqual({ email, name })
    expect(read.warnings).toEqual([])
  })

  test.each([
    '"omar@northwind.example" <x@evil.example>',
    'omar@northwind.example <x@evil.example>',
    '"Omar omar@northwind.example" <x@evil.example>',
    '"omar＠northwind.example" <x@evil.example>',
    '"omar@\u200bnorthwind.example" <x@evil.example>',
    '=?utf-8?B?b21hckBub3J0aHdpbmQuZXhhbXBsZQ==?= <x@evil.example>',
    '"Omar <omar@northwind.example>" <x@evil.example>',
  ])('%s is not whom the name says', async (given) => {
    const read = await mail([`From: ${given}`])
    expect(read.from).toEqual({ email: 'x@evil.example', name: null })
    expect(read.warnings.join()).toContain('name is an address')
  })

  test('is shown as it came where it is no address', async () => {
    const read = await mail(['From: Somebody at the counter'])
    expect(read.from).toBeNull()
    expect(read.writtenBy).toEqual({ email: null, name: 'Somebody at the counter' })
  })

  test.each([
    ['acrne.example', 'acme.example'],
    ['acme-.example', 'acme.example'],
    [domainToASCII('\u0430cme.example'), 'acme.example'],
    ['northw1nd.example', 'northwind.example'],
    ['nortwhind.example', 'northwind.example'],
    ['northwinds.example', 'northwind.example'],
    ['northwnd.example', 'northwind.example'],
    ['northvvind.example', 'northwind.example'],
    ['northwınd.example', 'northwind.example'],
    [domainToASCII('ηorthwind.example'), 'northwind.example'],
    [domainToASCII('nortнwind.example'), 'northwind.example'],
    ['northwind.example.evil.test', 'northwind.example'],
    ['northwind-example.test', 'northwind.example'],
    ['login.northwind-example.test', 'northwind.example'],
  ])('%s looks like %s', (domain, known) => {
    expect(lookAlikeOf(domain, ['other.example', known])).toBe(known)
  })

  test.each([
    'acme.example',
    'lindholm.example',
    'southwind.test',
    'a.io',
    'mail.northwind.example',
    'northern.example',
  ])('%s looks like nobody else', (domain) => {
    expect(lookAlikeOf(domain, ['acme.example', 'northwind.example', 'b.io'])).toBeNull()
  })

  test.each([
    'northwind.test',
    'northwind-support.example',
    'support-northwind.test',
    'northwind.mail.test',
  ])('%s has the name of a customer', (domain) => {
    expect(lookAlikeOf(domain, ['b.io', 'northwind.example'])).toBe('northwind.example')
    expect(lookAlikeOf(domain, ['mail.northwind.co.example'])).toBe('mail.northwind.co.example')
  })
})

describe('the words', () => {
  test('of several recipients and copies are kept, each once', async () => {
    const read = await mail([
      from,
      'To: support@acme.example, Ola <ola@x.example>, OLA@x.example',
      'Cc: "Help, Agency" <help@agency.example>, undisclosed-recipients:;',
    ])
    expect(read.to).toHaveLength(2)
    expect(read.cc).toEqual([{ email: 'help@agency.example', name: 'Help, Agency' }])
  })

  test.each([
    ['Größe', 'utf-8', 'iso-8859-1'],
    ['Größe', 'utf-8', 'klingon'],
    ['Größe', 'latin1', 'utf-8'],
    ['Größe', 'latin1', '8859-1'],
    ['Größe', 'latin1', '"Windows-1252"'],
    ['Größe', 'latin1', null],
    ['Größe', 'utf16le', 'utf-16le'],
  ] as const)('%s in %s called %s is read', (text, encoding, label) => {
    expect(decodeText(Buffer.from(text, encoding), label)).toBe(text)
  })

  test.each([
    ['shift_jis', '82b182f182c982bf82cd', 'こんにちは'],
    ['gb2312', 'c4e3bac3', '你好'],
    ['big5', 'a741a66e', '你好'],
    ['euc-kr', 'bec8b3e7', '안녕'],
    ['koi8-r', 'f0d2c9d7c5d4', 'Привет'],
    ['windows-1251', 'cff0e8e2e5f2', 'Привет'],
    ['iso-8859-7', 'e3e5e9e1', 'γεια'],
    ['iso-2022-jp', '1b244224531b2842', 'び'],
    ['cp850', '9481', 'öü'],
    ['utf-7', '2b414f51412b41505941', 'äö'],
  ])('in %s are read', (label, hex, text) => {
    expect(decodeText(Buffer.from(hex, 'hex'), label).replaceAll(/[^\p{L}]/gu, '')).toContain(
      text.slice(0, 1),
    )
  })

  test('flowed over lines are paragraphs', async () => {
    const body = 'One line that \r\ngoes on.\r\n\r\n> quoted \r\n> too\r\n-- \r\nDana'
    const read = await mail([from, 'Content-Type: text/plain; format=flowed'], body)
    expect(read.text).toBe('One line that goes on.\n\n> quoted too\n-- \nDana')
  })

  test('of a table nested in layout tables are lines', async () => {
    const html =
      '<table><tr><td><table><tr><td>Order</td><td>90210</td></tr><tr><td>Pieces</td><td>12</td></tr></table></td></tr></table>'
    const read = await mail([from, 'Content-Type: text/html'], html)
    const lines = read.text.split('\n').map((line) => line.trim().replaceAll(/\s+/g, ' '))
    expect(lines).toEqual(expect.arrayContaining(['Order 90210', 'Pieces 12']))
  })

  test.each([
    ['text plain', 'Hello', 'Hello'],
    ['text', 'Hello', 'Hello'],
    ['text/html charset=utf-8', '<p>Hello</p>', 'Hello'],
    ['text/plain; charset="utf-8', 'Hello', 'Hello'],
    ['html', '<p>Hello</p>', 'Hello'],
    ['multipart/mixed', 'Hello', 'Hello'],
  ])('of a Content-Type written “%s” are read', async (type, body, text) => {
    const read = await mail([from, `Content-Type: ${type}`], body)
    expect(read).toMatchObject({ text, attachments: [] })
  })

  test('of a short answer stay where the HTML says the same with the quote', async () => {
    const read = await parts(
      'multipart/alternative',
      'Content-Type: text/plain\r\n\r\nIt works again since noon, only the second page is empty.',
      'Content-Type: text/html\r\n\r\n<p>It works again since noon, only the second page is empty.</p>',
    )
    expect(read.text).toBe('It works again since noon, only the second page is empty.')
  })

  test('of an invitation say what, when and where', async () => {
    const event = [
      'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT',
      'SUMMARY:Review\\, second\r\nDTSTART;TZID=Europe/Berlin:20261123T090000',
      'DTEND;TZID=Europe/Berlin:20261123T100000\r\nLOCATION:Room 4',
      'ORGANIZER;CN=Dana:mailto:dana@northwind.example\r\nEND:VEVENT\r\nEND:VCALENDAR',
    ].join('\r\n')
    const read = await mail([from, 'Content-Type: text/calendar; method=REQUEST'], event)
    expect(read.text).toBe(
      [
        'Invitation: Review, second',
        'When: 2026-11-23 09:00 (Europe/Berlin) – 2026-11-23 10:00 (Europe/Berlin)',
        'Where: Room 4',
        'Organiser: dana@northwind.example',
      ].join('\n'),
    )
  })

  test('of a mail in a mail are below, and its sender is named', async () => {
    const read = await parts(
      'multipart/mixed',
      'Content-Type: text/plain\r\n\r\nSee this.',
      'Content-Type: message/rfc822\r\n\r\nFrom: Kari <kari@lund.example>\r\nSubject: =?utf-8?Q?Gr=C3=B6=C3=9Fe?=\r\n\r\nToo small.',
    )
    expect(read.text).toMatch(/^See this\.[^]*Too small\.$/)
    expect(read.attachments).toMatchObject([{ name: 'Größe.eml', type: 'message/rfc822' }])
    expect(read.forwarded).toEqual({ email: 'kari@lund.example', name: 'Kari' })
  })

  test.each([
    ['WG: Export', 'Von: Mara Lind <mara@lindholm.example>\nGesendet: Montag\n\nSie bricht ab.'],
    ['Fwd: x', 'Begin forwarded message:\n\nFrom: Mara Lind <mara@lindholm.example>\n\nHelp'],
    ['FW: x', 'From: Mara Lind [mailto:mara@lindholm.example]\nSent: Monday\n\nHelp'],
    [
      'TR : x',
      '-------- Message transféré --------\nDe : Mara Lind <mara@lindholm.example>\n\nAide',
    ],
  ])('passed on as “%s” name who wrote them, and nothing is folded', async (subject, body) => {
    const read = await mail([from, `Subject: ${subject}`, 'In-Reply-To: <a@b.example>'], body)
    expect(read.forwarded).toEqual({ email: 'mara@lindholm.example', name: 'Mara Lind' })
    expect(read).toMatchObject({ text: body, quotedText: null })
  })

  test('are the same mail only with the same files', async () => {
    const one = (file: string) =>
      parts(
        'multipart/mixed',
        'Content-Type: text/plain\r\n\r\nScan',
        `Content-Type: a/b\r\n\r\n${file}`,
      )
    expect((await one('1')).contentHash).toBe((await one('1')).contentHash)
    expect((await one('1')).contentHash).not.toBe((await one('2')).contentHash)
  })
})

test.each(mails)('as a reader sees it: %s', async (_what, raw, isRight) => {
  const read = await parseMail(raw)
  expect(isRight(read), JSON.stringify(read).slice(0, 2_000)).toBe(true)
})

test.each([
  ...persons.map(([what, raw]) => [what, raw, 'person'] as const),
  ...machines.map(([what, raw]) => [what, raw, 'automatic'] as const),
])('%s', async (_what, raw, verdict) => {
  const support = { address: 'support@acme.example' }
  const [read, bounce] = [await parseMail(raw), await readBounce(raw, support)]
  expect(judgeMail({ ...read, envelopeFrom: null, bounce }, support, 'mark')).toBe(verdict)
})

test.each<[string, 'accepted' | null]>([
  ['Accepted, but please call earlier', null],
  ['Zugesagt. Kann Omar auch dabei sein', null],
  ['Accepted. The export still fails', null],
  ['', 'accepted'],
  ['Accepted: Call', 'accepted'],
  [
    'Anna Lind has accepted this invitation.\n\nCall\nTuesday Dec 1, 2026 ⋅ 10am – 11am',
    'accepted',
  ],
  ['Anna Lind hat diese Einladung angenommen.', 'accepted'],
  ['Thanks, see you!', 'accepted'],
  ['Thank you!', 'accepted'],
])('an invitation is accepted with “%s”', async (words, gesture) => {
  const calendar = [
    'BEGIN:VCALENDAR',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    'ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@x.example',
    'SUMMARY:Call',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  const lines = [
    'From: a@x.example',
    'To: support@acme.example',
    'Subject: Accepted: Call',
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary=q',
    '',
    '--q',
    'Content-Type: text/plain; charset=utf-8',
    '',
    words,
    '--q',
    'Content-Type: text/calendar; method=REPLY',
    '',
    ...calendar,
    '--q--',
  ]
  expect((await parseMail(Buffer.from(lines.join('\r\n')))).gesture).toBe(gesture)
})
