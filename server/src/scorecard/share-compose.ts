import type { SendMailOptions } from 'nodemailer'
import { oneLine } from '#server/channels/clean-text.ts'
import { escapeHtml } from '#server/channels/compose-mail.ts'
import { loopMarkOf } from '#server/channels/support-address.ts'
import { isoWeekOf } from './iso-week.ts'
import { changesOf, figuresOf, sentenceOf } from './share-words.ts'
import type { Numbers } from './share-words.ts'

type Mail = Numbers & {
  to: { id: string; name: string; email: string }
  /** The Monday it is sent on. */
  week: string
  support: { address: string; name: string }
  publicUrl: string
}

/** The weekly mail, plain and HTML, with the same words. */
export function composeScorecardMail(mail: Mail): SendMailOptions {
  const { to, week, card, change, support, publicUrl } = mail
  const said: Said = {
    sentence: sentenceOf(card.trend),
    period: `${card.from.slice(0, 10)} to ${lastDay(card.to)}, weeks in ${card.timeZone}`,
    figures: figuresOf({ card, change }),
    changes: changesOf(change).map((line) => oneLine(line, 500)),
    page: `${publicUrl}/scorecard?from=${card.from.slice(0, 10)}&to=${lastDay(card.to)}`,
    settings: `${publicUrl}/scorecard?share=mail`,
  }
  const domain = support.address.split('@').at(-1)
  return {
    envelope: { from: support.address, to: to.email },
    from: { name: support.name, address: support.address },
    to: { name: to.name, address: to.email },
    subject: `Scorecard ${isoWeekOf(week)}: ${subjectOf(mail)}`,
    messageId: `<scorecard-${week}-${to.id}@${domain}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'List-Unsubscribe': `<${said.settings}>`,
      'X-Firstline-Loop': loopMarkOf(support.address),
    },
    text: plainText(said),
    html: richText(said),
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

type Said = {
  sentence: string
  period: string
  figures: [string, string][]
  changes: string[]
  page: string
  settings: string
}

function subjectOf({ card }: Numbers): string {
  const words = { rising: 'rising', falling: 'falling', flat: 'flat', unclear: 'no clear change' }
  const { l1, reopen } = card.trend
  if (!reopen) return 'too early for a trend'
  return `${l1 ? `L1 ${words[l1.direction]}, ` : ''}reopens ${words[reopen.direction]}`
}

function plainText({ sentence, period, figures, changes, page, settings }: Said): string {
  const width = Math.max(...figures.map(([name]) => name.length))
  return `${[
    sentence,
    `${period}\n${figures.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n')}`,
    ...(changes.length > 0
      ? [`Since the week before\n${changes.map((line) => `- ${line}`).join('\n')}`]
      : []),
    `Every figure with its tickets: ${page}`,
    `-- \nYou get this each Monday because a lead chose it. Stop it: ${settings}`,
  ].join('\n\n')}\n`
}

function richText({ sentence, period, figures, changes, page, settings }: Said): string {
  const rows = figures.map(
    ([name, value]) =>
      `<tr><td style="padding:4px 16px 4px 0;color:#64748b;vertical-align:top">${escapeHtml(name)}</td>` +
      `<td style="padding:4px 0">${escapeHtml(value)}</td></tr>`,
  )
  const since =
    changes.length > 0
      ? `<p><strong>Since the week before</strong></p><ul>${changes.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`
      : ''
  return [
    '<!doctype html><html><body style="font-family:sans-serif;font-size:14px;line-height:1.5">',
    `<p style="font-size:18px">${escapeHtml(sentence)}</p>`,
    `<p style="color:#64748b">${escapeHtml(period)}</p>`,
    `<table style="border-collapse:collapse">${rows.join('')}</table>`,
    since,
    `<p><a href="${escapeHtml(page)}">Every figure with its tickets</a></p>`,
    `<p style="color:#64748b;font-size:12px">You get this each Monday because a lead chose it. <a href="${escapeHtml(settings)}">Stop it</a></p>`,
    '</body></html>',
  ].join('\n')
}

/** The end is not part of the period, and is midnight somewhere else: the day half a day before. */
function lastDay(to: string): string {
  return new Date(Date.parse(to) - 12 * 3_600_000).toISOString().slice(0, 10)
}
