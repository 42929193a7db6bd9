import { ownProperty } from '@firstline/contract/own-property'
import type { Mailbox } from '@firstline/contract/common'
import { present } from '@firstline/contract/present'
import { addressWithToken, loopMarkOf } from './support-address.ts'

export type Outgoing = {
  messageId: string
  inReplyTo: string | null
  /** Message-IDs of the conversation, oldest first. */
  references: readonly string[]
  to: readonly Mailbox[]
  cc: readonly Mailbox[]
  subject: string
  ticketNumber: number
  text: string
  /** What the customer last wrote. */
  quoted: { text: string; at: Date; by: string } | null
  support: { address: string; name: string; signature: string; numbersSubjects?: boolean }
  addressToken: string
  /** Where the customer says whether it is solved. The token stands behind a `#`: no server's log has it. */
  rating: { page: string; token: string } | null
}

const longestQuote = 10_000

/**
 * A reply as a mail program would write it, in plain text and HTML. No `Auto-Submitted`: a person
 * wrote it. The envelope's sender carries the ticket, so that a bounce finds it.
 */
export function composeMail(mail: Outgoing) {
  const replyTo = addressWithToken(mail.support.address, mail.addressToken)
  return {
    envelope: { from: replyTo, to: [...mail.to, ...mail.cc].map(({ email }) => email) },
    from: { name: mail.support.name, address: mail.support.address },
    replyTo: { name: mail.support.name, address: replyTo },
    to: mail.to.map(addressOf),
    ...(mail.cc.length > 0 ? { cc: mail.cc.map(addressOf) } : {}),
    subject: subjectOf(mail),
    messageId: mail.messageId,
    ...(mail.inReplyTo ? { inReplyTo: mail.inReplyTo } : {}),
    ...(mail.references.length > 0 ? { references: [...mail.references] } : {}),
    headers: { 'X-Firstline-Loop': loopMarkOf(mail.support.address) },
    text: plainText(mail),
    html: richText(mail),
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** With the ticket's number where the project asks for it: for people to find, never to thread by. */
function subjectOf({ subject, ticketNumber, support }: Outgoing): string {
  const mark = `[#${ticketNumber}]`
  const bare = subject.replace(/^re:\s*/i, '')
  const isMarked = !support.numbersSubjects || bare.includes(mark)
  return isMarked ? `Re: ${bare}` : `Re: ${mark} ${bare}`
}

function addressOf({ name, email }: Mailbox) {
  return { name: name ?? '', address: email }
}

function plainText({ text, support, rating, quoted }: Outgoing): string {
  const parts = [text]
  if (rating) {
    parts.push(
      `Did this solve your problem?\n👍 Yes: ${ratingUrl(rating, 'up')}\n👎 No: ${ratingUrl(rating, 'down')}`,
    )
  }
  // the dashes with a space end the words and begin the signature, as mail programs know it
  if (support.signature) parts.push(`-- \n${support.signature}`)
  if (quoted) parts.push(`${attribution(quoted)}\n${quote(quoted.text)}`)
  return `${parts.join('\n\n')}\n`
}

function richText({ text, support, rating, quoted }: Outgoing): string {
  const parts = [`<div>${paragraphs(text)}</div>`]
  if (rating) parts.push(ratingBlock(rating))
  if (support.signature) parts.push(`<p style="color:#64748b">${lines(support.signature)}</p>`)
  if (quoted) {
    parts.push(
      `<p style="color:#64748b">${escapeHtml(attribution(quoted))}</p>`,
      `<blockquote style="margin-left:0;padding-left:12px;border-left:2px solid #cbd5e1;color:#64748b">`,
      `${lines(cut(quoted.text))}</blockquote>`,
    )
  }
  return `<!doctype html><html><body style="font-family:sans-serif;font-size:14px;line-height:1.5">${parts.join('\n')}</body></html>`
}

type Rating = NonNullable<Outgoing['rating']>

/** To a page that asks once more: mail scanners open links, and must not vote. */
function ratingUrl({ page, token }: Rating, value: 'up' | 'down'): string {
  return `${page}?value=${value}#${token}`
}

function ratingBlock(rating: Rating): string {
  const link = (value: 'up' | 'down', words: string) =>
    `<a href="${escapeHtml(ratingUrl(rating, value))}">${words}</a>`
  return `<p>Did this solve your problem?<br>${link('up', '👍 Yes')} &nbsp; ${link('down', '👎 No')}</p>`
}

function attribution({ at, by }: NonNullable<Outgoing['quoted']>): string {
  const time = at.toISOString()
  return `On ${time.slice(0, 10)} ${time.slice(11, 16)} UTC, ${by} wrote:`
}

function quote(text: string): string {
  return cut(text)
    .split('\n')
    .map((line) => (line.startsWith('>') ? `>${line}` : `> ${line}`))
    .join('\n')
}

function cut(text: string): string {
  return text.length > longestQuote ? `${text.slice(0, longestQuote).toWellFormed()}\n[…]` : text
}

function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${lines(paragraph)}</p>`)
    .join('\n')
}

function lines(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>\n')
}

export function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replaceAll(/[&<>"]/g, (character) => present(ownProperty(entities, character)))
}
