import { describe, expect, test } from 'vitest'
import { growthOf, linear } from '#server/testing/growth.ts'
import { parseMail } from './parse-mail.ts'
import { readBounce } from './read-bounce.ts'
import { sanitiseHtml } from './sanitise-html.ts'

const mail = (headers: string[], body = 'Hello') =>
  parseMail(Buffer.from([...headers, '', body].join('\r\n')))
const from = 'From: Dana <dana@northwind.example>'

describe('hostile HTML does nothing and loads nothing', () => {
  test.each([
    '<script>alert(1)</script>hello',
    '<img src=x onerror=alert(1)>hello',
    '<img src="https://tracker.example/pixel.gif" alt="logo">hello',
    '<svg><script>alert(1)</script><a xlink:href="javascript:alert(1)">x</a></svg>hello',
    '<svg onload=alert(1)>hello',
    '<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>hello',
    '<style>body{background:url(https://tracker.example)}</style>hello',
    '<p style="background:url(https://tracker.example);position:fixed;top:0">hello</p>',
    '<p style="background-color:red;background-image:url(data:image/png;base64,AA)">hello</p>',
    '<p style="width:expression(alert(1));behavior:url(x)">hello</p>',
    '<meta http-equiv="refresh" content="0;url=https://evil.example">hello',
    '<base href="https://evil.example/">hello',
    '<link rel="stylesheet" href="https://evil.example/a.css">hello',
    '<form action="https://evil.example"><input name=password><button>Go</button></form>hello',
    '<a href="javascript:alert(1)">hello</a>',
    '<a href="java\nscript:alert(1)">hello</a>',
    '<a href="&#106;avascript:alert(1)">hello</a>',
    '<a href="data:text/html,<script>alert(1)</script>">hello</a>',
    '<a href="vbscript:x">hello</a>',
    '<a href="//evil.example">hello</a>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>hello',
    '<object data="x.swf"></object><embed src="x.swf">hello',
    '<video src="https://tracker.example/v" poster="https://tracker.example/p"></video>hello',
    '<table background="https://tracker.example"><tr><td>hello</td></tr></table>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">hello</p></noscript>hello',
    '<<script>script>alert(1)<</script>/script>hello',
    '<p onclick="alert(1)" onmouseover=alert(1)>hello</p>',
  ])('%s', (html) => {
    const clean = sanitiseHtml(html)
    expect(clean).not.toMatch(
      /<(?:script|img|svg|math|style|meta|base|link|form|input|button|iframe|object|embed|video|noscript)\b/i,
    )
    expect(clean).not.toMatch(
      /\bon\w+\s*=|javascript:|vbscript:|data:|url\(|expression|background=/i,
    )
    expect(clean).not.toMatch(/\b(?:src|poster|srcdoc|action)\s*=/i)
    expect(clean).not.toContain('tracker.example')
    expect(clean).toContain('hello')
  })

  test('while honest formatting stays', () => {
    const html =
      '<p style="color:#ff0000">Hi <b>there</b> <a href="https://acme.example">us</a></p>'
    expect(sanitiseHtml(html)).toBe(
      '<p style="color:#ff0000">Hi <b>there</b> <a href="https://acme.example" rel="noopener noreferrer nofollow" target="_blank">us</a></p>',
    )
  })
})

describe('malformed mail is still a message', () => {
  test('with ten thousand nested parts only its headers are read', async () => {
    const nested = Array.from(
      { length: 10_000 },
      (_, i) => `--b${i}\r\nContent-Type: multipart/mixed; boundary=b${i + 1}\r\n\r\n`,
    ).join('')
    const read = await mail(
      [from, 'Subject: Deep', 'Content-Type: multipart/mixed; boundary=b0'],
      nested,
    )
    expect(read).toMatchObject({
      subject: 'Deep',
      from: { email: 'dana@northwind.example' },
      text: '',
    })
    expect(read.warnings[0]).toContain('too many nested parts')
  })

  test('with endless headers is read no further than is safe', async () => {
    const read = await parseMail(Buffer.from(`${from}\r\nX-A: ${'a'.repeat(2_000_000)}`))
    expect(read.from).toMatchObject({ email: 'dana@northwind.example' })
    expect(read.warnings[0]).toContain('headers are too large')
  })

  test('with a header injected in subject or sender has one line of each', async () => {
    const encoded = Buffer.from('Hi\r\nBcc: x@y.example').toString('base64')
    const read = await mail([
      `From: =?utf-8?B?${encoded}?= <dana@northwind.example>`,
      `Subject: =?utf-8?B?${encoded}?=`,
    ])
    expect(read.subject).toBe('Hi Bcc: x@y.example')
    expect(read.from).toEqual({ email: 'dana@northwind.example', name: null })
  })

  test('with NUL bytes can be stored', async () => {
    const read = await mail([from, 'Subject: a\0b'], 'one\0two')
    expect(JSON.stringify(read)).not.toContain(String.raw`\u0000`)
    expect(read.text).toBe('one\ufffdtwo')
  })

  test('in a charset that is wrong or unknown is read as well as can be', async () => {
    const wrong = Buffer.concat([
      Buffer.from(`${from}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\ncaf`),
      Buffer.from([0xe9, 0x21]),
    ])
    const read = await parseMail(wrong)
    expect(read.text).toBe('café!')
    expect(read.warnings).toEqual([])
    const unknown = await mail([from, 'Content-Type: text/plain; charset=klingon'], 'nuqneH')
    expect(unknown.text).toBe('nuqneH')
  })

  test('without words says so', async () => {
    expect((await mail([from], '')).warnings).toContain('The mail has no text')
  })

  test('with a subject of a megabyte keeps the start', async () => {
    const read = await mail([from, `Subject: ${'long '.repeat(20_000)}`])
    expect(read.subject).toHaveLength(300)
    expect(read.warnings).toContain('The subject is very long and was cut')
  })

  test('without a usable sender cannot be answered, and says so', async () => {
    expect(await mail(['Subject: x'])).toMatchObject({
      from: null,
      warnings: ['It names no sender: it cannot be answered'],
    })
    expect((await mail(['From: nobody at all'])).from).toBeNull()
    expect((await mail(['From: <a@b@c.example>'])).from).toBeNull()
  })

  test('with several senders takes the first and says so', async () => {
    const read = await mail(['From: a@x.example, b@y.example'])
    expect(read.from!.email).toBe('a@x.example')
    expect(read.warnings).toContain('It names several senders; the first is taken')
  })

  test('with names that read backwards loses the override', async () => {
    const read = await mail(
      [
        'From: "moc.elpmaxe\u202e" <dana@northwind.example>',
        'Subject: invoice \u202efdp.exe',
        'Content-Type: multipart/mixed; boundary=b',
      ],
      '--b\r\nContent-Type: application/x; name="invoice\u202efdp.exe"\r\nContent-Disposition: attachment\r\n\r\nx\r\n--b--',
    )
    const shown = [read.subject, read.from!.name, read.attachments[0]!.name]
    expect(shown.join()).not.toContain('\u202e')
    expect(read.attachments[0]!.name).toContain('.exe')
  })

  test('with HTML only is text too, and its attachments are listed', async () => {
    const read = await mail(
      [from, 'Content-Type: multipart/mixed; boundary=b'],
      [
        '--b\r\nContent-Type: text/html\r\n\r\n<p>Hello <b>you</b></p>\r\n',
        '--b\r\nContent-Type: image/png; name=../../etc/passwd\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--b--',
      ].join(''),
    )
    expect(read.text).toBe('Hello you')
    expect(read.html).toBe('<p>Hello <b>you</b></p>')
    expect(read.attachments).toMatchObject([{ sizeBytes: 3, type: 'image/png' }])
  })

  test.each(['<div>', '<b>', '</x><b>', '<table><tr><td>', '<', '<p><li>'])(
    'with half a megabyte of unclosed %s is read in time',
    async (opening) => {
      const read = (length: number) =>
        mail([from, 'Content-Type: text/html'], `hello ${opening.repeat(length / opening.length)}`)
      expect((await read(480_000)).text).toContain('hello')
      expect(await growthOf(read, 240_000)).toBeLessThan(linear)
    },
  )

  test.each([
    ['fifty thousand quoted lines and a word below', 49_000, '>\n', 'hello'],
    ['nothing but line ends', 10_000_000, '\n', ''],
    ['nothing but NUL', 10_000_000, '\0', ''],
  ])('with %s is read in time', async (_what, most, each, end) => {
    const read = (length: number) => mail([from], each.repeat(length) + end)
    expect(await read(most)).toMatchObject({ from: { email: 'dana@northwind.example' } })
    expect(await growthOf(read, Math.min(most, 800_000))).toBeLessThan(linear)
  })

  test('as a returned mail with endless white space is read in time', async () => {
    const support = { address: 'support@acme.example' }
    const read = (length: number) =>
      readBounce(Buffer.from(`Status: 5.1.1\nDiagnostic-Code:${'\n'.repeat(length)}`), support)
    expect(await read(200_000)).toMatchObject({ isPermanent: true, detail: 'status 5.1.1' })
    expect(await growthOf(read, 200_000)).toBeLessThan(linear)
  })

  test('with random bytes never throws', async () => {
    let seed = 7
    const random = () => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31
    for (let i = 0; i < 200; i++) {
      const bytes = Buffer.from(Array.from({ length: 300 }, () => Math.floor(random() * 256)))
      await expect(parseMail(bytes)).resolves.toHaveProperty('subject')
    }
  })
})
