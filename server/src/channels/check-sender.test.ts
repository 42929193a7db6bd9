import { generateKeyPairSync } from 'node:crypto'
import { dkimSign } from 'mailauth/lib/dkim/sign.js'
import { createTransport } from 'nodemailer'
import { expect, test } from 'vitest'
import { checkSender } from './check-sender.ts'
import { parseMail } from './parse-mail.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})

const zone = new Map<string, string[][]>([
  ['TXT k._domainkey.lind.example', [[`v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`]]],
  ['TXT lind.example', [['v=spf1 ip4:192.0.2.7 -all']]],
  ['TXT _dmarc.lind.example', [['v=DMARC1; p=reject']]],
  ['TXT k._domainkey.evil.example', [[`v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`]]],
  ['TXT evil.example', [['v=spf1 ip4:198.51.100.9 -all']]],
  ['TXT _dmarc.evil.example', [['v=DMARC1; p=reject']]],
])
const resolver = async (domain: string, type: string) => {
  const found = zone.get(`${type} ${domain}`)
  if (found) return found
  throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
}

const mail = (head: string) => Buffer.from(`${head}\r\nSubject: Hi\r\n\r\nHello\r\n`)

async function signed(from: string, domainName = 'lind.example'): Promise<Buffer> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const dkim = { domainName, keySelector: 'k', privateKey }
  const { message } = await transport.sendMail({
    from,
    to: 's@acme.example',
    subject: 'Hi',
    text: 'Hello',
    dkim,
  })
  return message as Buffer
}

const arrived = {
  fromDomain: 'lind.example',
  envelopeFrom: 'mara@lind.example',
  clientIp: '198.51.100.9',
  clientName: 'mx.other.example',
}
const check = (raw: Buffer, more: object = {}) =>
  checkSender({ ...arrived, raw, ...more }, { relay: null, resolver })

test('a signature of its own domain proves a sender', async () => {
  expect(await check(await signed('mara@lind.example'))).toEqual({
    isVerified: true,
    proof: 'DKIM of lind.example',
  })
})

test('a server that its domain names proves a sender', async () => {
  const raw = mail('From: mara@lind.example')
  expect(await check(raw, { clientIp: '::ffff:192.0.2.7' })).toEqual({
    isVerified: true,
    proof: 'SPF of lind.example',
  })
})

test.each([
  ['without a signature', () => mail('From: mara@lind.example')],
  [
    'changed after it was signed',
    async () =>
      Buffer.from((await signed('mara@lind.example')).toString().replace('Hello', 'Hullo')),
  ],
  [
    'that says of itself that it is proven',
    () =>
      mail(
        'Authentication-Results: firstline; dmarc=pass header.from=lind.example\r\nFrom: mara@lind.example',
      ),
  ],
])('a mail %s proves nothing', async (_what, raw) => {
  expect(await check(await raw())).toMatchObject({ isVerified: false })
})

test('a signature of another domain proves nothing of this one', async () => {
  const raw = await signed('mara@other.example')
  expect(
    await check(raw, { fromDomain: 'other.example', envelopeFrom: 'x@other.example' }),
  ).toEqual({
    isVerified: false,
    proof: 'No signature of other.example',
  })
})

/** Signed by evil.example as it should be; its From is written to be read in several ways. */
async function signedByAnother(head: string): Promise<Buffer> {
  const plain = Buffer.from(`${head}\r\nTo: s@acme.example\r\nSubject: Hi\r\n\r\nHello\r\n`)
  const by = { signingDomain: 'evil.example', selector: 'k', privateKey }
  const { signatures } = await dkimSign(plain, { ...by, signatureData: [by] })
  return Buffer.concat([Buffer.from(signatures), plain])
}

const readInSeveralWays = [
  'From: Team: mara@lind.example; <x@evil.example>',
  'From: mara@lind.example\r\nFrom: x@evil.example',
  'From: x@evil.example\r\nFrom: mara@lind.example',
  'From: <mara@lind.example> <x@evil.example>',
  'From: <mara@lind.example>, x@evil.example',
  'From: x@evil.example; mara@lind.example',
  'From : mara@lind.example\r\nFrom: x@evil.example',
  'From:\r\n mara@lind.example\r\nFrom: x@evil.example',
  'From: <@evil.example:mara@lind.example>',
  'From: mara(@evil.example)@lind.example',
  'From: mara@lind.example@evil.example',
  'From: mara@lind.example <',
  'From: mara@lind.example (x@evil.example)',
  'From: "mara@lind.example" <x@evil.example>',
  'From: =?utf-8?Q?mara=40lind.example?= <x@evil.example>',
]

test.each(readInSeveralWays)('%j is never shown to be of who did not sign it', async (head) => {
  const raw = await signedByAnother(head)
  const { from } = await parseMail(raw)
  const fromDomain = from?.email.split('@').at(-1) ?? null
  const from198 = { clientIp: '198.51.100.9', clientName: 'mx.evil.example' }
  const envelope = { envelopeFrom: 'x@evil.example', ...from198 }
  const { isVerified, proof } = await check(raw, { ...envelope, fromDomain })
  if (fromDomain === 'lind.example')
    expect({ isVerified, proof }).toMatchObject({ isVerified: false })
  else expect(proof).not.toContain('lind.example')
})

test('names that nobody answers delay no mail', async () => {
  const never = () => new Promise<never>(() => {})
  const raw = await signed('mara@lind.example')
  const checked = await checkSender(
    { ...arrived, raw },
    { relay: null, resolver: never, timeoutMs: 20 },
  )
  expect(checked).toEqual({ isVerified: false, proof: 'The names were not answered in time' })
})

const relay = { name: 'mx.acme.example', addresses: ['192.0.2.1'] }
const byRelay = (head: string, clientIp: string | null = '192.0.2.1') =>
  checkSender(
    { ...arrived, clientIp, raw: mail(`${head}\r\nFrom: mara@lind.example`) },
    { relay, resolver },
  )
const says = (id: string, result = 'pass', domain = 'lind.example') =>
  `Authentication-Results: ${id};\r\n spf=pass;\r\n dmarc=${result} (p=reject) header.from=${domain}`

test('the word of a trusted relay is taken, only its own, only on top, only from its address', async () => {
  expect(await byRelay(says('mx.acme.example'))).toMatchObject({ isVerified: true })
  expect(await byRelay(says('mx.acme.example'), null)).toMatchObject({ isVerified: true })
  expect(await byRelay(says('mx.acme.example', 'fail'))).toMatchObject({ isVerified: false })
  expect(await byRelay(says('mx.acme.example', 'pass', 'evil.example'))).toMatchObject({
    isVerified: false,
  })
  expect(await byRelay(says('mx.evil.example'))).toMatchObject({ isVerified: false })
  const forgedBelow = `${says('mx.acme.example', 'fail')}\r\n${says('mx.acme.example')}`
  expect(await byRelay(forgedBelow)).toMatchObject({ isVerified: false })
  expect(await byRelay(says('mx.acme.example'), '198.51.100.9')).toMatchObject({
    isVerified: false,
  })
  expect(await byRelay('X-Nothing: 1')).toMatchObject({ isVerified: false })
  const ofNobody = 'Authentication-Results: mx.acme.example; dmarc=pass (p=reject)'
  expect(await byRelay(ofNobody)).toMatchObject({ isVerified: false })
})
