import { describe, expect, test } from 'vitest'
import { judgeMail } from './judge-mail.ts'
import type { HeaderFacts, Verdict } from './judge-mail.ts'
import { isOwnAddress } from './support-address.ts'

const support = { address: 'Support@acme.example', aliases: ['help@acme.example'] }
const plain: HeaderFacts = {
  autoSubmitted: null,
  precedence: null,
  returnPath: null,
  contentType: null,
  reportType: null,
  isAutoReply: false,
  isPostedToList: false,
  isNewsletter: false,
  loop: null,
}
const noBounce = { isReport: false, saysSo: false, isNamed: false }
type Judged = Parameters<typeof judgeMail>[0]

/** What is made of a person's mail when it is different in this. */
function verdictOf(
  headers: Partial<HeaderFacts>,
  {
    bounce,
    ...more
  }: Partial<Omit<Judged, 'headers' | 'bounce'>> & {
    bounce?: Partial<Judged['bounce']>
  } = {},
): Verdict {
  const judged = {
    from: { email: 'dana@northwind.example' },
    envelopeFrom: 'dana@northwind.example',
    ...more,
    headers: { ...plain, ...headers },
    bounce: { ...noBounce, ...bounce },
  }
  return judgeMail(judged, support, 'our-mark')
}

describe('a mail is a person’s', () => {
  test.each<[string, Partial<HeaderFacts>]>([
    ['that says nothing about itself', {}],
    ['that says it was not sent by itself', { autoSubmitted: 'no' }],
    ['that says so with a remark', { autoSubmitted: 'no; by hand' }],
    ['of bulk', { precedence: 'bulk' }],
    ['of a list', { precedence: 'list', isPostedToList: true }],
    ['of a list that can be left', { isNewsletter: true, isPostedToList: true }],
    ['with a precedence that only begins like one of machines', { precedence: 'junk-free' }],
    ['with the mark of another desk', { loop: 'their-mark' }],
    ['in several parts', { contentType: 'multipart/mixed' }],
    ['that came by a known sender', { returnPath: '<dana@northwind.example>' }],
  ])('%s', (_, headers) => expect(verdictOf(headers)).toBe('person'))

  test('of which no envelope is known', () => {
    expect(verdictOf({}, { envelopeFrom: null })).toBe('person')
  })
})

describe('a mail is automatic', () => {
  test.each<[string, Partial<HeaderFacts>]>([
    ['that was sent by itself', { autoSubmitted: 'auto-generated' }],
    ['that answers by itself', { autoSubmitted: 'auto-replied' }],
    ['of junk', { precedence: 'junk' }],
    ['of an answering program', { precedence: 'auto_reply' }],
    ['with a header of answering programs', { isAutoReply: true }],
    ['that is a report', { contentType: 'multipart/report' }],
    ['of nobody, as its Return-Path says', { returnPath: '<>' }],
    ['of a newsletter', { isNewsletter: true }],
  ])('%s', (_, headers) => expect(verdictOf(headers)).toBe('automatic'))

  test('of nobody, as its envelope says', () => {
    expect(verdictOf({}, { envelopeFrom: '' })).toBe('automatic')
  })
})

describe('a form of a site', () => {
  const site = { email: 'noreply@shop.example' }
  const asks = { email: 'jana@k.example' }
  test.each<[string, Partial<HeaderFacts>]>([
    ['calls its mail generated', { autoSubmitted: 'auto-generated' }],
    ['has no envelope sender', { returnPath: '<>' }],
  ])('that %s is written by whom its Reply-To names', (_, headers) => {
    expect(verdictOf(headers, { from: site, replyTo: asks })).toBe('person')
    expect(verdictOf(headers, { from: asks, replyTo: asks })).toBe('automatic')
    expect(verdictOf(headers, { from: null, replyTo: asks })).toBe('automatic')
    expect(verdictOf(headers, { from: site })).toBe('automatic')
    expect(verdictOf(headers, { from: { email: 'info@shop.example' }, replyTo: asks })).toBe(
      'person',
    )
    for (const email of ['news@shop.example', 'noreply@k.example', 'reply+1@k.example']) {
      expect(verdictOf(headers, { from: site, replyTo: { email } })).toBe('automatic')
    }
    expect(verdictOf(headers, { from: site, replyTo: { email: 'help@acme.example' } })).toBe(
      'automatic',
    )
  })

  test.each<[string, Partial<HeaderFacts>]>([
    ['answers by itself', { autoSubmitted: 'auto-replied' }],
    ['is of an answering program', { returnPath: '<>', isAutoReply: true }],
    ['is junk', { precedence: 'junk' }],
    ['is a report', { contentType: 'multipart/report' }],
    ['is a newsletter', { isNewsletter: true }],
  ])('that %s is none', (_, headers) =>
    expect(verdictOf(headers, { from: site, replyTo: asks })).toBe('automatic'),
  )
})

test('an invitation that a calendar sends is of whom it names, an answering program’s is none', () => {
  const attachments = [{ type: 'text/calendar' }]
  expect(verdictOf({ autoSubmitted: 'auto-generated' }, { attachments })).toBe('person')
  expect(verdictOf({ autoSubmitted: 'auto-replied' }, { attachments })).toBe('automatic')
  expect(
    verdictOf({ autoSubmitted: 'auto-generated' }, { attachments: [{ type: 'image/png' }] }),
  ).toBe('automatic')
})

describe('a mail is a bounce', () => {
  test('that is a report of delivery, whatever its headers say', () => {
    expect(verdictOf({ autoSubmitted: 'auto-replied' }, { bounce: { isReport: true } })).toBe(
      'bounce',
    )
  })

  const words = { saysSo: true }
  test('with the words of a mail server and without a sender', () => {
    expect(verdictOf({}, { envelopeFrom: '', bounce: words })).toBe('bounce')
    expect(verdictOf({ returnPath: '<>' }, { bounce: words })).toBe('bounce')
    expect(verdictOf({}, { from: null, bounce: words })).toBe('bounce')
  })

  test.each(['mailer-daemon', 'Mail-Daemon', 'MDaemon', 'bounce', 'bounces', 'mail.daemon'])(
    'with its words, from %s@',
    (local) => {
      const from = { email: `${local}@mx.example` }
      expect(verdictOf({}, { from, bounce: words })).toBe('bounce')
      expect(verdictOf({}, { from, bounce: { isNamed: true } })).toBe('person')
    },
  )

  test('from postmaster@ only where it names a mail: in small companies that is a person', () => {
    const from = { email: 'Postmaster@northwind.example' }
    expect(verdictOf({}, { from, bounce: { ...words, isNamed: true } })).toBe('bounce')
    expect(verdictOf({}, { from, bounce: words })).toBe('person')
  })

  test('never for its words alone, and never for its sender alone', () => {
    expect(verdictOf({}, { bounce: { ...words, isNamed: true } })).toBe('person')
    expect(verdictOf({}, { from: null })).toBe('person')
    for (const email of [
      'not-mailer-daemon@mx.example',
      'bouncer@mx.example',
      'mailxdaemon@mx.example',
    ])
      expect(verdictOf({}, { from: { email }, bounce: words })).toBe('person')
  })
})

describe('a mail of ours', () => {
  const own = { email: 'support@acme.example' }

  test('with our mark is a loop, before anything else', () => {
    const most = { loop: 'our-mark', autoSubmitted: 'auto-replied' }
    expect(verdictOf(most, { from: own, bounce: { isReport: true } })).toBe('loop')
  })

  test('is our own, unless somebody else gets the answer', () => {
    const person = { email: 'dana@northwind.example' }
    expect(verdictOf({}, { from: own })).toBe('own')
    expect(verdictOf({}, { from: own, replyTo: null })).toBe('own')
    expect(verdictOf({}, { from: own, replyTo: { email: 'help@acme.example' } })).toBe('own')
    expect(verdictOf({}, { from: own, replyTo: person })).toBe('person')
    expect(verdictOf({}, { from: person, replyTo: own })).toBe('person')
  })

  test.each<[string | undefined, boolean]>([
    ['support@acme.example', true],
    ['SUPPORT@ACME.example', true],
    ['support+abc@acme.example', true],
    ['help@acme.example', true],
    ['Help+abc@acme.example', true],
    ['support@other.example', false],
    ['supporter@acme.example', false],
    ['support', false],
    ['', false],
    [undefined, false],
  ])('is known by its address: %s %s', (email, isOwn) => {
    expect(isOwnAddress(email, support)).toBe(isOwn)
  })

  test('has no other address where none is named', () => {
    expect(isOwnAddress('help@acme.example', { address: 'support@acme.example' })).toBe(false)
  })
})
