import { convert } from 'html-to-text'
import { simpleParser } from 'mailparser'
import type { AddressObject, ParsedMail } from 'mailparser'
import type { Message } from '@firstline/contract/tickets'
import { z } from 'zod'
import { oneLine, storable } from './clean-text.ts'
import type { HeaderFacts } from './judge-mail.ts'
import { hasEnclosure, readGesture } from './read-gesture.ts'
import type { Gesture } from './read-gesture.ts'
import { sanitiseHtml } from './sanitise-html.ts'
import { splitQuote } from './split-quote.ts'

/** One mail as understood; whatever was not is said in `warnings`. */
export type ReadMail = {
  messageId: string | null
  inReplyTo: string | null
  references: string[]
  from: { email: string; name: string | null } | null
  /** Where its sender wants the answer, if that is said. */
  replyTo: { email: string; name: string | null } | null
  recipients: string[]
  subject: string
  text: string
  quotedText: string | null
  html: string | null
  attachments: Message['attachments']
  warnings: string[]
  headers: HeaderFacts
  gesture: Gesture
  /** Something a person would open; not the logo of a signature. */
  hasEnclosure: boolean
  /** Not all of it could be read. */
  isUnclear: boolean
}

const limits = {
  parts: 100,
  lines: 1_000_000,
  headerBytes: 256 * 1024,
  html: 500_000,
  htmlDepth: 3_000,
  text: 100_000,
  attachments: 100,
}

/** Never throws: what cannot be read becomes a message that says so, beside the kept original. */
export async function parseMail(raw: Buffer): Promise<ReadMail> {
  const reason = unreadableReason(raw)
  if (reason) return readHeadersOnly(raw, reason)
  try {
    return understand(await simpleParser(raw, parserOptions))
  } catch {
    return readHeadersOnly(raw, 'The mail is malformed')
  }
}

const parserOptions = {
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipTextLinks: true,
  skipImageLinks: true,
}

/** Structures no mail program makes, and that cost a parser its memory or its stack. */
function unreadableReason(raw: Buffer): string | null {
  const start = raw.subarray(0, limits.headerBytes + 4).toString('latin1')
  if (!/\r?\n\r?\n/.test(start) && raw.length > limits.headerBytes)
    return 'Its headers are too large'
  if (occursMore(raw, 'boundary', limits.parts)) return 'It has too many nested parts'
  return occursMore(raw, '\n', limits.lines) ? 'It has too many lines' : null
}

function occursMore(raw: Buffer, word: string, often: number): boolean {
  let count = 0
  let at = raw.indexOf(word)
  while (at !== -1 && ++count <= often) at = raw.indexOf(word, at + word.length)
  return count > often
}

async function readHeadersOnly(raw: Buffer, reason: string): Promise<ReadMail> {
  const head = raw
    .subarray(0, 32 * 1024)
    .toString('latin1')
    .split(/\r?\n\r?\n/, 1)[0]!
  const known =
    /^(?:from|to|cc|subject|message-id|in-reply-to|references|return-path|auto-submitted)\s*:/i
  const lines = head.split(/\r?\n(?![ \t])/).filter((line) => known.test(line))
  const parsed = await simpleParser(`${lines.join('\r\n')}\r\n\r\n`, parserOptions)
  const mail = understand(parsed)
  const warning = `${reason}: only its headers were read. The original is kept.`
  const warnings = [warning, ...mail.warnings.filter((said) => said !== noText)]
  return { ...mail, warnings, isUnclear: true }
}

const noText = 'The mail has no text'

function understand(parsed: ParsedMail): ReadMail {
  const warnings: string[] = []
  const html = readHtml(parsed, warnings)
  const { text, quotedText } = splitQuote(readText(parsed, html, warnings))
  const isUnclear = warnings.length > 0
  if (text === '' && parsed.attachments.length === 0) warnings.push(noText)
  return {
    messageId: messageIdOf(parsed.messageId),
    inReplyTo: messageIdOf(parsed.inReplyTo),
    references: referencesOf(parsed),
    from: readSender(parsed, warnings),
    replyTo: readReplyTo(parsed),
    recipients: [...addressesOf(parsed.to), ...addressesOf(parsed.cc), ...deliveredTo(parsed)],
    subject: readSubject(parsed, warnings),
    text,
    quotedText,
    html: html === null ? null : sanitiseHtml(html),
    attachments: readAttachments(parsed, warnings),
    warnings,
    headers: readHeaders(parsed),
    gesture: readGesture(parsed, text),
    hasEnclosure: hasEnclosure(parsed),
    isUnclear,
  }
}

function readHtml({ html }: ParsedMail, warnings: string[]): string | null {
  if (typeof html !== 'string' || html.trim() === '') return null
  if (html.length <= limits.html && depthOfHtml(html) <= limits.htmlDepth) return storable(html)
  warnings.push('The formatted version is too large to show. The original is kept.')
  return null
}

/**
 * At most this deep; costs one pass, where parsers take a time that grows with the square. An end
 * without a beginning of its name closes nothing.
 */
function depthOfHtml(html: string): number {
  const open = new Map<string, number>()
  let depth = 0
  let deepest = 0
  for (const [, slash, tag] of html.matchAll(
    /<(\/?)(?!(?:br|hr|img|meta|link|input|col|wbr)\b)([a-z][^\s/>]{0,20})/gi,
  )) {
    const name = tag!.toLowerCase()
    const count = open.get(name) ?? 0
    if (slash && count === 0) continue
    const step = slash ? -1 : 1
    open.set(name, count + step)
    depth += step
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

function readText(parsed: ParsedMail, html: string | null, warnings: string[]): string {
  const given = parsed.text?.trim() ? parsed.text : html ? textOfHtml(html) : bareWords(parsed)
  // cut before it is cleaned: a mail of 25 MB may be all line ends, or all NUL
  const start = given.trimStart().slice(0, 3 * limits.text)
  const text = storable(start).replaceAll(/\r\n?/g, '\n').trim()
  if (text.includes('\ufffd')) warnings.push('Some characters could not be decoded')
  if (text.length <= limits.text) return text
  warnings.push('The text is very long and was cut. The original is kept.')
  return text.slice(0, limits.text).toWellFormed()
}

function textOfHtml(html: string): string {
  return convert(html, {
    wordwrap: false,
    limits: { maxDepth: 50, maxChildNodes: 5_000 },
    selectors: [
      { selector: 'img', format: 'skip' },
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false } },
      { selector: 'table', format: 'block' },
    ],
  })
}

/** Of HTML that is not safe to parse: everything between the tags. */
function bareWords({ html }: ParsedMail): string {
  if (typeof html !== 'string') return ''
  return html
    .slice(0, limits.html)
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll(/ {2,}/g, ' ')
}

const Address = z.email().max(254)

function readSender({ from, headers }: ParsedMail, warnings: string[]): ReadMail['from'] {
  const mailboxes = (from?.value ?? []).flatMap((one) => one.group ?? [one])
  const usable = mailboxes.filter(({ address }) => Address.safeParse(address).success)
  if (usable.length === 0) {
    const said = headers.has('from') ? 'Its sender is no usable address' : 'It names no sender'
    warnings.push(`${said}: it cannot be answered`)
    return null
  }
  if (mailboxes.length > 1) warnings.push('It names several senders; the first is taken')
  const [{ address, name }] = usable as [{ address: string; name: string }]
  return { email: address.toLowerCase(), name: oneLine(name ?? '', 200) || null }
}

function readReplyTo({ replyTo }: ParsedMail): ReadMail['replyTo'] {
  const mailboxes = (replyTo?.value ?? []).flatMap((one) => one.group ?? [one])
  const usable = mailboxes.find(({ address }) => Address.safeParse(address).success)
  if (!usable?.address) return null
  return { email: usable.address.toLowerCase(), name: oneLine(usable.name, 200) || null }
}

function readSubject({ subject = '' }: ParsedMail, warnings: string[]): string {
  const line = oneLine(subject, 300)
  if (subject.length > 1_000) warnings.push('The subject is very long and was cut')
  return line || '(no subject)'
}

function readAttachments(parsed: ParsedMail, warnings: string[]): Message['attachments'] {
  const { attachments } = parsed
  if (attachments.length > limits.attachments) {
    warnings.push(`Only ${limits.attachments} of ${attachments.length} attachments are listed`)
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

function addressesOf(header: AddressObject | AddressObject[] | undefined): string[] {
  const objects = header === undefined ? [] : Array.isArray(header) ? header : [header]
  const mailboxes = objects.flatMap(({ value }) => value.flatMap((one) => one.group ?? [one]))
  return mailboxes.flatMap(({ address }) => address ?? []).slice(0, 200)
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
  return {
    autoSubmitted: headerText(parsed, 'auto-submitted'),
    precedence: headerText(parsed, 'precedence'),
    returnPath: headerText(parsed, 'return-path'),
    contentType: type?.value?.toLowerCase() ?? null,
    reportType: type?.params?.['report-type']?.toLowerCase() ?? null,
    isAutoReply: answeringPrograms.some(has),
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
