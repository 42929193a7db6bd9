import { expect, test } from 'vitest'
import { growthOf, linear } from '#server/testing/growth.ts'
import { parseMail } from './parse-mail.ts'
import { textOfRtf, unpackRtf } from './read-rtf.ts'

const rtf = (text: string) => textOfRtf(Buffer.from(text, 'latin1'))

/** The example of MS-OXRTFCP, 3.2.1. */
const packed = Buffer.from(
  '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0',
  'hex',
)

test('compressed rich text is unpacked as Microsoft describes it', () => {
  expect(unpackRtf(packed)?.toString()).toBe('{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n')
  for (let length = 0; length < packed.length; length++) {
    expect(() => unpackRtf(packed.subarray(0, length))).not.toThrow()
  }
})

test('what says that it would be gigabytes is not unpacked', () => {
  const large = Buffer.from(packed)
  large.writeUInt32LE(0xffffffff, 4)
  expect(unpackRtf(large)).toBeNull()
})

test.each([
  ['lines', String.raw`{\rtf1 One\par Two\line Three\tab four}`, 'One\nTwo\nThree\tfour'],
  [
    'umlauts of the code page',
    String.raw`{\rtf1\ansi\ansicpg1252 Gr\'fc\'dfe aus K\'f6ln}`,
    'Grüße aus Köln',
  ],
  [
    'Russian of a font',
    String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial;}}\f1 \'cf\'f0\'e8\'e2\'e5\'f2\f0 , Ada}`,
    'Привет, Ada',
  ],
  [
    'Unicode, without what stands in for it',
    String.raw`{\rtf1\uc1 caf\u233?, \u-10179?\u-8704?, \uc2\u8364\'80\'80 9}`,
    'café, 😀, € 9',
  ],
  [
    'no fonts, colours, pictures or instructions',
    String.raw`{\rtf1{\fonttbl{\f0 Arial;}}{\colortbl;\red0;}{\*\generator Riched20;}{\pict ffd8ffe0}{\field{\*\fldinst HYPERLINK "http://x"}{\fldrslt here}} it is}`,
    'here it is',
  ],
  [
    'what HTML was wrapped in',
    String.raw`{\rtf1\ansi\fromhtml1{\*\htmltag64 <p>}Hello\par{\*\htmltag72 </p>}\{you\}}`,
    'Hello\n{you}',
  ],
  ['binary data passed over', '{\\rtf1 a\\bin3 }}}b}', 'ab'],
  ['a text that is cut off', String.raw`{\rtf1 Half of it{\b bold`, 'Half of itbold'],
])('of rich text a reader sees %s', (_what, given, seen) => {
  expect(rtf(given)).toBe(seen)
})

test('what is no rich text is none', () => {
  expect(rtf('Hello')).toBeNull()
})

test.each(['{', '\\par ', "\\'fc", '{\\b ', '\\u233?', '\\bin1 x'])(
  'a megabyte of %j takes a time that grows with its length at most',
  async (piece) => {
    const read = (length: number) => rtf(`{\\rtf1 ${piece.repeat(length / piece.length)}`)
    expect(await growthOf(read, 1_000_000)).toBeLessThan(linear)
  },
)

const head =
  'From: Omar <omar@northwind.example>\nTo: support@acme.example\nSubject: Export\nMIME-Version: 1.0'

test('a mail of rich text alone is read', async () => {
  const mail = await parseMail(
    Buffer.from(`${head}\nContent-Type: text/rtf\n\n{\\rtf1\\ansi Der Export fehlt.}`),
  )
  expect(mail).toMatchObject({ text: 'Der Export fehlt.', attachments: [], isUnclear: false })
})

test('rich text beside other words adds nothing, and one with a name is a file', async () => {
  const part = (type: string, body: string) => `--b\nContent-Type: ${type}\n\n${body}\n`
  const both = [part('text/plain', 'Plain.'), part('text/rtf', '{\\rtf1 Rich.}'), '--b--\n'].join(
    '',
  )
  const mail = await parseMail(
    Buffer.from(`${head}\nContent-Type: multipart/alternative; boundary=b\n\n${both}`),
  )
  expect(mail.text).toBe('Plain.')
  const file = await parseMail(
    Buffer.from(`${head}\nContent-Type: application/rtf; name=offer.rtf\n\n{\\rtf1 Rich.}`),
  )
  expect(file.attachments).toMatchObject([{ name: 'offer.rtf' }])
})

test('winmail.dat that has its words as rich text alone is read', async () => {
  const word = (value: number) => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32LE(value)
    return bytes
  }
  const padding = Buffer.alloc((4 - (packed.length % 4)) % 4)
  const property = [word(0x10090102), word(1), word(packed.length), packed, padding]
  const content = Buffer.concat([word(1), ...property])
  const attribute = [Buffer.from([1]), word(0x00069003), word(content.length), content]
  const tnef = Buffer.concat([word(0x223e9f78), Buffer.alloc(2), ...attribute, Buffer.alloc(2)])
  const type =
    'Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64'
  const mail = await parseMail(Buffer.from(`${head}\n${type}\n\n${tnef.toString('base64')}`))
  expect(mail).toMatchObject({ text: 'hello world', warnings: [] })
})

const clear = `-----BEGIN PGP SIGNED MESSAGE-----
Hash: SHA256

Der Export fehlt seit gestern.
- -- 
Omar
-----BEGIN PGP SIGNATURE-----

iHUEARYKAB0WIQ
=abcd
-----END PGP SIGNATURE-----`

test('of a mail that is signed in its text the words are shown, without what programs read', async () => {
  const mail = await parseMail(Buffer.from(`${head}\nContent-Type: text/plain\n\n${clear}\n`))
  expect(mail.text).toBe('Der Export fehlt seit gestern.\n-- \nOmar')
  expect(mail.warnings).toEqual(['It is signed; the signature was not checked'])
})

test('what follows a signed text stays, and one without its end is shown as it came', async () => {
  const read = async (text: string) =>
    (await parseMail(Buffer.from(`${head}\nContent-Type: text/plain\n\n${text}\n`))).text
  expect(await read(`Hi\n${clear}\n\nSent from my phone`)).toBe(
    'Hi\nDer Export fehlt seit gestern.\n-- \nOmar\n\nSent from my phone',
  )
  const cut = clear.slice(0, 90)
  expect(await read(cut)).toBe(cut)
})

test('that a text is encrypted in itself is said', async () => {
  const text = '-----BEGIN PGP MESSAGE-----\n\nhQEMA\n=abcd\n-----END PGP MESSAGE-----'
  const mail = await parseMail(Buffer.from(`${head}\nContent-Type: text/plain\n\n${text}\n`))
  expect(mail.warnings).toEqual(['It is encrypted and cannot be read here. The original is kept.'])
})
