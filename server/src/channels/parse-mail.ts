import { createHash } from 'node:crypto'
import { simpleParser } from 'mailparser'
import type { AddressObject, EmailAddress, ParsedMail } from 'mailparser'
import type { Mailbox } from '@firstline/contract/common'
import type { Message, Sender } from '@firstline/contract/tickets'
import { keptText } from '#server/core/sentence.ts'
import type { KeptText } from '#server/core/sentence.ts'
import { oneLine, storable, withoutUnseen } from './clean-text.ts'
import { escapeHtml } from './compose-mail.ts'
import { findForwarded } from './find-forwarded.ts'
import { canBeParsed } from './html-text.ts'
import type { HeaderFacts } from './judge-mail.ts'
import { withLineEnds } from './line-ends.ts'
import { hasEnclosure, readGesture } from './read-gesture.ts'
import type { Gesture } from './read-gesture.ts'
import { isAddressLike, mailboxOf, normalAddress, tighten } from './mailbox.ts'
import { answerPrefix, forwardPrefix } from './quote-words.ts'
import { Unreadable, headerLinesOf, readParts } from './read-parts.ts'
import { plainText, readWords } from './read-words.ts'
import type { Contents } from './read-words.ts'
import { sanitiseHtml } from './sanitise-html.ts'
import { splitQuote } from './split-quote.ts'
import type { Split } from './split-quote.ts'

/** One mail as understood; whatever was not is said in `warnings`. */
export type ReadMail = {
  messageId: string | null
  inReplyTo: string | null
  references: string[]
  from: { email: string; name: string | null } | null
  /** As it came, also where it is no address. */
  writtenBy: Sender | null
  /** Where its sender wants the answer, if that is said. */
  replyTo: Mailbox | null
  to: Mailbox[]
  /** Those who are to have the answer too, beside the first of them, among them. */
  cc: Mailbox[]
  /** Who wrote what is passed on in it. */
  forwarded: Mailbox | null
  /** Every address it was sent to, ours included. */
  recipients: string[]
  subject: string
  text: string
  quotedText: string | null
  html: string | null
  attachments: Message['attachments']
  warnings: KeptText[]
  headers: HeaderFacts
  gesture: Gesture
  /** Something a person would open; not the logo of a signature. */
  hasEnclosure: boolean
  /** Not all of it could be read. */
  isUnclear: boolean
  /** Of who wrote what, files included; not of how it travelled. */
  contentHash: string
}

const limits = { text: 100_000, attachments: 100, lines: 1_000_000 }

/** Never throws: what cannot be read becomes a message that says so, beside the kept original. */
export async function parseMail(given: Buffer): Promise<ReadMail> {
  const raw = withLineEnds(given)
  try {
    if (hasTooManyLines(raw)) throw new Unreadable(keptText`It has too many lines`)
    const { header, root } = readParts(raw)
    return understand(await readHeader(headerLinesOf(header)), readWords(root))
  } catch (error) {
    return readHeadersOnly(
      raw,
      error instanceof Unreadable ? error.message : keptText`The mail is malformed`,
    )
  }
}

function hasTooManyLines(raw: Buffer): boolean {
  let count = 0
  let at = raw.indexOf(0x0a)
  while (at !== -1 && ++count <= limits.lines) at = raw.indexOf(0x0a, at + 1)
  return count > limits.lines
}

/** The library reads the header alone: addresses, encoded words, comments and all. */
async function readHeader(lines: readonly string[]): Promise<ParsedMail> {
  const tight = lines.map((line) =>
    /^(?:from|to|cc|reply-to)\s*:/i.test(line) ? tighten(line) : line,
  )
  return simpleParser(Buffer.from(`${tight.join('\r\n')}\r\n\r\n`))
}

async function readHeadersOnly(raw: Buffer, reason: string): Promise<ReadMail> {
  const head = raw.subarray(0, 32 * 1024)
  const end = /\r?\n\r?\n/.exec(head.toString('latin1'))?.index ?? head.length
  const known =
    /^(?:from|to|cc|subject|message-id|in-reply-to|references|return-path|auto-submitted)\s*:/i
  const lines = headerLinesOf(head.subarray(0, end)).filter((line) => known.test(line))
  const nothing: Contents = { words: [], enclosures: [], below: [], warnings: [] }
  const mail = understand(await readHeader(lines), nothing)
  const warning = keptText`${reason}: only its headers were read. The original is kept.`
  const warnings = [warning, ...mail.warnings.filter((said) => said !== noText)]
  return { ...mail, warnings, isUnclear: true }
}

const noText = keptText`The mail has no text`

function understand(parsed: ParsedMail, contents: Contents): ReadMail {
  const warnings = [...contents.warnings]
  const html = readHtml(contents, warnings)
  const { text, quotedText } = foldQuote(parsed, readText(contents, warnings))
  const isUnclear = warnings.length > 0
  if (text === '' && contents.enclosures.length === 0) warnings.push(noText)
  const from = readSender(parsed, warnings)
  const subject = readSubject(parsed, warnings)
  return {
    messageId: messageIdOf(parsed.messageId),
    inReplyTo: messageIdOf(parsed.inReplyTo),
    references: referencesOf(parsed),
    from,
    writtenBy: from ?? { email: null, name: senderAsItCame(parsed) },
    replyTo: readMailboxes(parsed.replyTo)[0] ?? null,
    to: readMailboxes(parsed.to),
    cc: onceEach([...readMailboxes(parsed.cc), ...readMailboxes(parsed.replyTo).slice(1)]),
    forwarded: findForwarded(subject, text),
    recipients: [...addressesOf(parsed.to), ...addressesOf(parsed.cc), ...deliveredTo(parsed)],
    subject,
    text,
    quotedText,
    html: html === null ? null : sanitiseHtml(html),
    attachments: readAttachments(contents, warnings),
    warnings,
    headers: readHeaders(parsed),
    gesture: readGesture({ subject, attachments: contents.enclosures }, text),
    hasEnclosure: hasEnclosure(contents.enclosures, text),
    isUnclear,
    contentHash: hashOf(parsed, contents),
  }
}

function hashOf({ subject, from }: ParsedMail, { words, enclosures, below }: Contents): string {
  const hash = createHash('sha256')
  const said = [subject, from?.text, ...words.flatMap(({ text, html }) => [text, html]), ...below]
  for (const one of said) hash.update(`${one?.length ?? -1}:`).update(one ?? '')
  for (const { filename, contentType, content } of enclosures) {
    hash.update(JSON.stringify([filename, contentType, content.length])).update(content)
  }
  return hash.digest('hex')
}

/**
 * Only a mail that answers has a quote to fold: a first one with lines that look like a quote is all
 * its own, and one that passes something on is about that.
 */
function foldQuote({ subject = '', inReplyTo, references = [] }: ParsedMail, whole: string): Split {
  const isAnswer = Boolean(inReplyTo) || references.length > 0 || answerPrefix.test(subject)
  if (isAnswer && !forwardPrefix.test(subject)) return splitQuote(whole)
  return { text: whole, quotedText: null }
}

/** The formatted version, when there is one; plain stretches between stand as they are. */
function readHtml({ words }: Contents, warnings: KeptText[]): string | null {
  if (words.every(({ shown }) => shown === null || shown.trim() === '')) return null
  const html = words
    .map(
      (one) => one.shown ?? `<div style="white-space:pre-wrap">${escapeHtml(one.text ?? '')}</div>`,
    )
    .join('\n')
  if (words.every(({ html }) => canBeParsed(html ?? '')) && canBeParsed(html)) return storable(html)
  warnings.push(keptText`The formatted version is too large to show. The original is kept.`)
  return null
}

function readText({ words, below }: Contents, warnings: KeptText[]): string {
  const given = [...words.map(plainText), ...below]
    .filter((stretch) => stretch.trim() !== '')
    .join('\n\n')
  // cut before it is cleaned: a mail of 25 MB may be all line ends, or all NUL
  const start = given.trimStart().slice(0, 3 * limits.text)
  const text = withoutUnseen(storable(start).replaceAll(/\r\n?/g, '\n')).trim()
  if (text.includes('\ufffd')) warnings.push(keptText`Some characters could not be decoded`)
  if (/^-----BEGIN PGP MESSAGE-----$/m.test(text)) {
    warnings.push(keptText`It is encrypted and cannot be read here. The original is kept.`)
  }
  if (text.length <= limits.text) return text
  warnings.push(keptText`The text is very long and was cut. The original is kept.`)
  return text.slice(0, limits.text).toWellFormed()
}

/** Who wrote: the address, whatever name stands before it. */
function readSender(parsed: ParsedMail, warnings: KeptText[]): ReadMail['from'] {
  const given = mailboxesOf(parsed.from)
  const usable = given.flatMap(({ address = '', name }) => {
    const mailbox = mailboxOf(address, name)
    return mailbox ? [{ ...mailbox, claims: isAddressLike(name) ? oneLine(name, 100) : null }] : []
  })
  const [sender] = usable
  if (!sender) {
    warnings.push(
      parsed.headers.has('from')
        ? keptText`Its sender is no usable address: it cannot be answered`
        : keptText`It names no sender: it cannot be answered`,
    )
    return null
  }
  if (given.length > 1) warnings.push(keptText`It names several senders; the first is taken`)
  if (parsed.headerLines.filter(({ key }) => key === 'from').length > 1) {
    warnings.push(
      keptText`It has several lines that name a sender; programs differ in which they show`,
    )
  }
  if (sender.claims && normalAddress(sender.claims) !== sender.email) {
    warnings.push(
      keptText`Its sender’s name is an address, “${sender.claims}”, but it comes from ${sender.email}`,
    )
  }
  return { email: sender.email, name: sender.name }
}

/** What cannot be understood is shown as it came. */
function senderAsItCame({ headerLines }: ParsedMail): string | null {
  const line = headerLines.find(({ key }) => key === 'from')?.line ?? ''
  return oneLine(line.slice(line.indexOf(':') + 1), 200) || null
}

function readSubject({ subject = '' }: ParsedMail, warnings: KeptText[]): string {
  const line = oneLine(subject, 300)
  if (subject.length > 1_000) warnings.push(keptText`The subject is very long and was cut`)
  return line || '(no subject)'
}

function readAttachments(
  { enclosures: attachments }: Contents,
  warnings: KeptText[],
): Message['attachments'] {
  if (attachments.length > limits.attachments) {
    warnings.push(
      keptText`Only ${limits.attachments} of ${attachments.length} attachments are listed`,
    )
  }
  return attachments.slice(0, limits.attachments).map(({ filename, size, contentType }) => ({
    name: oneLine(filename ?? '', 200) || 'unnamed',
    sizeBytes: size,
    type: oneLine(contentType ?? '', 100) || 'application/octet-stream',
  }))
}

/** `<…@…>` without spaces, or nothing: it becomes a header of our answer. */
function messageIdOf(header: string | undefined): string | null {
  return /<[^<>\s]{1,900}>/.exec(storable(header ?? ''))?.[0] ?? null
}

function referencesOf({ references = [] }: ParsedMail): string[] {
  const given = Array.isArray(references) ? references : [references]
  return given.flatMap((reference) => messageIdOf(reference) ?? []).slice(-50)
}

function mailboxesOf(header: AddressObject | AddressObject[] | undefined): EmailAddress[] {
  const objects = header === undefined ? [] : [header].flat()
  return objects.flatMap(({ value }) => value.flatMap((one) => one.group ?? [one]))
}

/** Those that can be written to, once each. */
function readMailboxes(header: AddressObject | AddressObject[] | undefined): Mailbox[] {
  const usable = mailboxesOf(header).flatMap(
    ({ address = '', name }) => mailboxOf(address, name) ?? [],
  )
  return onceEach(usable)
}

function onceEach(mailboxes: readonly Mailbox[]): Mailbox[] {
  return [...new Map(mailboxes.map((mailbox) => [mailbox.email, mailbox])).values()].slice(0, 100)
}

/** All of them: the one with our token may be the last of many. */
function addressesOf(header: AddressObject | AddressObject[] | undefined): string[] {
  return mailboxesOf(header).flatMap(({ address }) => address ?? [])
}

function deliveredTo(parsed: ParsedMail): string[] {
  return ['delivered-to', 'x-original-to', 'envelope-to'].flatMap((name) => {
    const value = headerText(parsed, name)
    return value === null ? [] : [value.replaceAll(/[<>\s]/g, '')]
  })
}

/**
 * Written by programs that answer by themselves. `X-Auto-Response-Suppress` is none: it asks not to
 * be answered so, and people's mail programs write it.
 */
const answeringPrograms = [
  'x-autoreply',
  'x-autorespond',
  'x-autoresponder',
  'x-autoreply-from',
  'x-mail-autoreply',
  'x-autogenerated',
  'x-vacation',
  'x-ms-exchange-autoreply',
]

function readHeaders(parsed: ParsedMail): HeaderFacts {
  const type = parsed.headers.get('content-type') as
    | { value?: string; params?: Record<string, string> }
    | undefined
  // the parser gathers the headers of lists under one name
  const has = (name: string) => headerText(parsed, name) !== null
  const saysYes = (name: string) => !/^(?:no|false|0|none)?$/.test(headerText(parsed, name) ?? '')
  return {
    autoSubmitted: headerText(parsed, 'auto-submitted') || null,
    precedence: headerText(parsed, 'precedence'),
    returnPath: headerText(parsed, 'return-path'),
    contentType: type?.value?.toLowerCase() ?? null,
    reportType: type?.params?.['report-type']?.toLowerCase() ?? null,
    isAutoReply: answeringPrograms.some(saysYes),
    isPostedToList: has('list-post') && headerText(parsed, 'list-post') !== 'no',
    isNewsletter:
      has('list-unsubscribe') && headerText(parsed, 'precedence') === 'bulk' && !has('in-reply-to'),
    loop: headerText(parsed, 'x-firstline-loop'),
  }
}

/** In lower case. The raw line, as the parser makes objects of some headers. */
function headerText({ headerLines }: ParsedMail, name: string): string | null {
  const line = headerLines.find(({ key }) => key === name)?.line
  return line === undefined
    ? null
    : line
        .slice(line.indexOf(':') + 1)
        .trim()
        .toLowerCase()
}
