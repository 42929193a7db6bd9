import { describe, expect, test } from 'vitest'
import { judgeMail } from './judge-mail.ts'
import { parseMail } from './parse-mail.ts'
import { readBounce } from './read-bounce.ts'
import { foreignBounces } from './testing/foreign-bounces.ts'
import { laterBounces } from './testing/later-bounces.ts'
import { serverBounces } from './testing/server-bounces.ts'
import { bounces, messageId } from './testing/unseen-bounces.ts'

const support = { address: 'support@acme.example' }
const id = '0190a0b0-1111-7222-8333-444455556666'
const token = 'abcdefghijklmnopqrst'

async function read(head: string, body: string) {
  const raw = Buffer.from(
    `${head}\nTo: support+${token}@acme.example\n\n${body}`.replaceAll('\n', '\r\n'),
  )
  const bounce = await readBounce(raw, support)
  const mail = await parseMail(raw)
  const verdict = judgeMail({ ...mail, envelopeFrom: null, bounce }, support, 'mark')
  return { ...bounce, verdict }
}

const daemon = 'From: MAILER-DAEMON@mx.example\nReturn-Path: <>'
const report = (
  fields: string,
  words = 'See below.',
  returned = `Message-ID: <${id}@acme.example>`,
) =>
  [
    '--b',
    'Content-Type: text/plain',
    '',
    words,
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    fields,
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    returned,
    '--b--',
  ].join('\n')
const isReport =
  'MIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=b'
const failed = (status: string, diagnostic: string) =>
  `Final-Recipient: rfc822; liv@x.example\nAction: failed\nStatus: ${status}\nDiagnostic-Code: smtp; ${diagnostic}`

describe('for good', () => {
  test.each<[string, string, string]>([
    [
      'a report of Postfix',
      `${daemon}\nAuto-Submitted: auto-replied\nSubject: Undelivered Mail Returned to Sender\n${isReport}`,
      report(failed('5.1.1', '550 5.1.1 no such user')),
    ],
    [
      'a report of Microsoft 365',
      `From: Postmaster <postmaster@cloud.example>\nAuto-Submitted: auto-replied\nSubject: Undeliverable: Re: help\n${isReport}`,
      report(failed('5.7.133', '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup')),
    ],
    [
      'a report whose part is called otherwise',
      `${daemon}\nSubject: failure\nContent-Type: multipart/mixed; boundary=b`,
      report(failed('5.2.1', '550 disabled')),
    ],
    [
      'a report without the field Action',
      `${daemon}\nSubject: failure\n${isReport}`,
      report('Final-Recipient: rfc822; liv@x.example\nStatus: 5.4.4'),
    ],
    [
      'a report without the field Status',
      `${daemon}\nSubject: failure\n${isReport}`,
      report(
        'Final-Recipient: rfc822; liv@x.example\nAction: failed\nDiagnostic-Code: smtp; 550 no',
      ),
    ],
    [
      'text of qmail',
      `${daemon}\nSubject: failure notice`,
      `Hi. This is the qmail-send program at q.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<liv@x.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\nMessage-ID: <${id}@acme.example>`,
    ],
    [
      'text of Exim',
      `${daemon}\nX-Failed-Recipients: liv@x.example\nSubject: Mail delivery failed: returning message to sender`,
      `This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  liv@x.example\n    Unrouteable address\n\n------ This is a copy of the message, including all the headers. ------\n\nMessage-ID: <${id}@acme.example>`,
    ],
    [
      'text of Sendmail',
      `${daemon}\nSubject: Returned mail: see transcript for details`,
      `   ----- The following addresses had permanent fatal errors -----\n<liv@x.example>\n    (reason: 550 5.1.1 <liv@x.example>... User unknown)\n\n   ----- Transcript of session follows -----\n550 5.1.1 <liv@x.example>... User unknown\n\nMessage-ID: <${id}@acme.example>`,
    ],
    [
      'text of Gmail',
      `From: Mail Delivery Subsystem <mailer-daemon@googlemail.example>\nSubject: Delivery Status Notification (Failure)`,
      `** Address not found **\n\nYour message wasn't delivered to liv@x.example because the address couldn't be found, or is unable to receive mail.\n\nThe response from the remote server was:\n550 5.1.1 The email account that you tried to reach does not exist.\n\nMessage-ID: <${id}@acme.example>`,
    ],
    [
      'text of Yahoo',
      `From: MAILER-DAEMON@yahoo.example\nSubject: Failure Notice`,
      `Sorry, we were unable to deliver your message to the following address.\n\n<liv@x.example>:\n554: delivery error: dd This user doesn't have a yahoo.example account (liv@x.example) [0]\n\n--- Below this line is a copy of the message.\n\nMessage-ID: <${id}@acme.example>`,
    ],
    [
      'text of Domino',
      `From: Postmaster@domino.example\nSubject: DELIVERY FAILURE: User liv (liv@x.example) not listed in Domino Directory`,
      `Your message\n\n  Subject: Re: help\n\nwas not delivered to:\n\n  liv@x.example\n\nbecause:\n\n  User liv (liv@x.example) not listed in Domino Directory\n\nMessage-ID: <${id}@acme.example>`,
    ],
    [
      'text of Exchange in German',
      `From: postmaster@firma.example\nSubject: Unzustellbar: Re: Hilfe`,
      `Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:\n\nliv@x.example\nDie eingegebene E-Mail-Adresse konnte nicht gefunden werden.\n\nRemote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound'\n\nMessage-ID: <${id}@acme.example>`,
    ],
    [
      'text of Mimecast',
      `From: postmaster@mimecast.example\nSubject: [Postmaster] Email Delivery Failure`,
      `Email Delivery Failure\nThis is a delivery failure notification message indicating that an email you addressed to liv@x.example could not be delivered. The problem appears to be: Recipient email server rejected the message\n550 Invalid Recipient\n\nMessage-ID: <${id}@acme.example>`,
    ],
    [
      'a report of Amazon SES that changed our Message-ID',
      `From: MAILER-DAEMON@eu.ses.example\nSubject: Delivery Status Notification (Failure)\n${isReport}`,
      report(
        failed('5.1.1', '550 5.1.1 user unknown'),
        'An error occurred.',
        `Return-Path: <support+${token}@acme.example>\nMessage-ID: <0102@eu.ses.example>`,
      ),
    ],
    [
      'text of Barracuda',
      `${daemon}\nSubject: **Message you sent blocked by our bulk email filter**`,
      `Your message to: liv@x.example\nwas blocked by our Spam Firewall. The email you sent with the following subject has NOT BEEN DELIVERED:\n\nSubject: Re: help\n550 permanent failure for one or more recipients (liv@x.example:blocked)\nMessage-ID: <${id}@acme.example>`,
    ],
    [
      'text of courier',
      `From: "Courier mail server at c.example" <postmaster@c.example>\nSubject: NOTICE: mail delivery status.`,
      `This is a delivery status notification from c.example, running the Courier mail server.\n\nYour message was not delivered to the following addresses:\n\n<liv@x.example>:\n  192.0.2.7 [192.0.2.7]:\n    <<< 550 User unknown.\n\nMessage-ID: <${id}@acme.example>`,
    ],
  ])('%s', async (_name, head, body) => {
    const bounce = await read(head, body)
    expect(bounce).toMatchObject({ verdict: 'bounce', isPermanent: true })
    expect([...bounce.messages, ...bounce.tokens]).toEqual(
      expect.arrayContaining([body.includes(id) ? id : token]),
    )
  })

  test('in base64 and with a folded line', async () => {
    const body = `Your message to liv@x.example could not be delivered.\n550 5.1.1 user unknown\nMessage-ID: <${id}@acme.example>`
    const head = `${daemon}\nSubject: Undeliverable\nContent-Type: text/plain\nContent-Transfer-Encoding: base64`
    const read64 = await read(head, Buffer.from(body).toString('base64'))
    expect(read64).toMatchObject({ verdict: 'bounce', isPermanent: true, messages: [id] })
    const folded = body.replace(id, `${id.slice(0, 9)}=\n${id.slice(9)}`)
    const quoted = head.replace('base64', 'quoted-printable')
    expect(await read(quoted, folded)).toMatchObject({ isPermanent: true, messages: [id] })
  })
})

describe('for now', () => {
  test.each<[string, string | null, string, string]>([
    [
      'a delay',
      'delayed',
      `${daemon}\nSubject: Delivery Status Notification (Delay)\n${isReport}`,
      report(
        'Final-Recipient: rfc822; liv@x.example\nAction: delayed\nStatus: 4.4.1',
        'Will be retried.',
      ),
    ],
    [
      'a delay that names a code of refusal',
      'delayed',
      `${daemon}\nSubject: Delayed\n${isReport}`,
      report(
        'Final-Recipient: rfc822; liv@x.example\nAction: delayed\nStatus: 4.2.2\nDiagnostic-Code: smtp; 550 5.2.2 quota',
      ),
    ],
    [
      'a failure that may pass',
      'given_up',
      `${daemon}\nSubject: Undelivered\n${isReport}`,
      report(failed('4.2.2', '452 4.2.2 mailbox full')),
    ],
    [
      'a warning of Sendmail',
      'delayed',
      `${daemon}\nSubject: Warning: could not send message for past 4 hours`,
      `    ** THIS IS A WARNING MESSAGE ONLY **\n    ** YOU DO NOT NEED TO RESEND YOUR MESSAGE **\n\n<liv@x.example>... Deferred: Connection timed out\nMessage-ID: <${id}@acme.example>`,
    ],
    [
      'a warning of Exim',
      'delayed',
      `${daemon}\nSubject: Warning: message 1abc delayed 24 hours`,
      `The message has not yet been delivered to:\n  liv@x.example\nDelay reason: 450 4.1.1 user unknown\n\nNo action is required on your part. Delivery attempts will continue.`,
    ],
    [
      'a delay of Gmail',
      'delayed',
      `From: mailer-daemon@googlemail.example\nSubject: Delivery Status Notification (Delay)`,
      `** Delivery incomplete **\n\nThere was a temporary problem delivering your message to liv@x.example. Gmail will retry for 45 more hours.\n\n421 4.7.0 try later`,
    ],
    [
      'a success',
      null,
      `${daemon}\nSubject: Successful\n${isReport}`,
      report('Final-Recipient: rfc822; liv@x.example\nAction: delivered\nStatus: 2.0.0'),
    ],
    [
      'a queue that was given up by qmail',
      'given_up',
      `${daemon}\nSubject: failure notice`,
      `Hi. This is the qmail-send program.\n\n<liv@x.example>:\nConnected to 192.0.2.1 but greeting failed. 451 4.3.0 try again\nI'm not going to try again; this message has been in the queue too long.`,
    ],
    [
      'a delay that is told to have expired',
      'given_up',
      `${daemon}\nSubject: Undelivered\n${isReport}`,
      report(failed('4.4.7', '451 4.4.7 Delivery time expired')),
    ],
  ])('%s never counts as not delivered, and is said to be %s', async (_, doubt, head, body) => {
    expect(await read(head, body)).toMatchObject({ verdict: 'bounce', isPermanent: false, doubt })
  })
})

test('of several recipients one that failed for good counts', async () => {
  const fields = `Final-Recipient: rfc822; a@x.example\nAction: delayed\nStatus: 4.4.1\n\n${failed('5.1.1', '550 no')}`
  const bounce = await read(`${daemon}\nSubject: Undelivered\n${isReport}`, report(fields))
  expect(bounce).toMatchObject({ isPermanent: true, recipients: ['a@x.example', 'liv@x.example'] })
})

test.each<[string, string, string]>([
  [
    'who forwards a bounce',
    'From: mara@lind.example\nSubject: Fwd: Undelivered Mail',
    'My mail to you came back: 550 5.1.1 user unknown',
  ],
  [
    'called postmaster',
    'From: Per <postmaster@holm.example>\nSubject: No invoices',
    'We have had no invoices since May.',
  ],
  [
    'who asks about codes',
    'From: mara@lind.example\nSubject: Error',
    'Your API answers 550 permanent error. Why?',
  ],
])('a person %s is a person', async (_name, head, body) => {
  expect((await read(head, body)).verdict).toBe('person')
})

test('a receipt of reading is no bounce', async () => {
  const head = `From: mara@lind.example\nSubject: Read: Re: help\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b`
  const body =
    '--b\nContent-Type: message/disposition-notification\n\nDisposition: manual-action; displayed\n--b--'
  expect((await read(head, body)).verdict).toBe('automatic')
})

test('a hostile report is read in time', async () => {
  const bodies = [
    'a@'.repeat(120_000),
    '-'.repeat(250_000),
    'subject: '.repeat(25_000),
    'user '.repeat(50_000),
    'Diagnostic-Code: x\n '.repeat(10_000),
    '<'.repeat(250_000),
  ]
  const used = process.cpuUsage()
  for (const body of bodies) await readBounce(Buffer.from(`${daemon}\n\n${body}`), support)
  const { user, system } = process.cpuUsage(used)
  expect((user + system) / 1_000).toBeLessThan(10_000)
})

test.each(bounces)('%s: %s', async (_server, is, given) => {
  const raw = Buffer.from(given)
  const bounce = await readBounce(raw, support)
  const mail = await parseMail(raw)
  const verdict = judgeMail({ ...mail, envelopeFrom: null, bounce }, support, 'mark')
  if (is === 'none') return expect(verdict).not.toBe('bounce')
  expect(verdict).toBe('bounce')
  expect(bounce.isPermanent).toBe(is === 'permanent')
  expect(bounce.messages).toContain(messageId)
})

test.each(foreignBounces)('%s: %s', async (_, is, written) => {
  const raw = Buffer.from(written.replaceAll('\n', '\r\n'))
  const bounce = await readBounce(raw, support)
  const mail = await parseMail(raw)
  const verdict = judgeMail({ ...mail, envelopeFrom: null, bounce }, support, 'mark')
  expect(verdict).toBe(is === 'none' ? 'person' : 'bounce')
  const isOurs = bounce.messages.includes(messageId)
  if (is === 'harmless') expect(isOurs && bounce.isPermanent).toBe(false)
  if (is === 'permanent' || is === 'temporary') {
    expect(bounce).toMatchObject({ isPermanent: is === 'permanent', messages: [messageId] })
  }
})

test.each([...serverBounces, ...laterBounces])('%s: %s', async (_server, is, written) => {
  const raw = Buffer.from(written.replaceAll('\n', '\r\n'))
  const bounce = await readBounce(raw, support)
  const mail = await parseMail(raw)
  const verdict = judgeMail({ ...mail, envelopeFrom: null, bounce }, support, 'mark')
  if (is === 'none') return expect(verdict).toBe('person')
  if (is === 'permanent') expect(verdict).toBe('bounce')
  // what says neither that it failed nor that it is late is a machine's, and changes nothing
  expect(verdict).toMatch(/^(?:bounce|automatic)$/)
  expect(bounce).toMatchObject({ isPermanent: is === 'permanent', messages: [messageId] })
})
