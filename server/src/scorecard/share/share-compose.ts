import type { MailLanguage } from '@firstline/contract/scorecard-share'
import type { SendMailOptions } from 'nodemailer'
import { oneLine } from '#server/channels/clean-text.ts'
import { escapeHtml } from '#server/channels/compose-mail.ts'
import { loopMarkOf } from '#server/channels/support-address.ts'
import { isoWeekOf } from '#server/scorecard/statistics/iso-week.ts'
import { wordsIn } from './share-language.ts'
import type { MailWords } from './share-language.ts'
import { say } from './share-words.ts'
import type { Numbers, Said } from './share-words.ts'

type Mail = Numbers & {
  to: { id: string; name: string; email: string; language: MailLanguage }
  /** The Monday it is sent on. */
  week: string
  support: { address: string; name: string }
  publicUrl: string
}

/** The weekly mail, plain and HTML, with the same words. */
export function composeScorecardMail(mail: Mail): SendMailOptions {
  const { to, week, card, change, support, publicUrl } = mail
  const from = card.from.slice(0, 10)
  const until = lastDay(card.to)
  const said = say({ card, change }, { from, to: until }, to.language)
  const told: Told = {
    ...said,
    changes: said.changes.map((line) => oneLine(line, 500)),
    words: wordsIn[to.language],
    language: to.language,
    page: `${publicUrl}/scorecard?from=${from}&to=${until}`,
    settings: `${publicUrl}/scorecard?share=mail`,
  }
  const domain = support.address.split('@').at(-1)
  return {
    envelope: { from: support.address, to: to.email },
    from: { name: support.name, address: support.address },
    to: { name: to.name, address: to.email },
    subject: `${told.words.title} ${isoWeekOf(week)}: ${told.subject}`,
    messageId: `<scorecard-${week}-${to.id}@${domain}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'List-Unsubscribe': `<${told.settings}>`,
      'X-Firstline-Loop': loopMarkOf(support.address),
    },
    text: plainText(told),
    html: richText(told),
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

type Told = Said & { words: MailWords; language: MailLanguage; page: string; settings: string }

function plainText({ words, sentence, period, figures, changes, page, settings }: Told): string {
  const width = Math.max(...figures.map(([name]) => name.length))
  return `${[
    sentence,
    `${period}\n${figures.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n')}`,
    ...(changes.length > 0
      ? [`${words.since}\n${changes.map((line) => `- ${line}`).join('\n')}`]
      : []),
    `${words.page}: ${page}`,
    `-- \n${words.why} ${words.stop}: ${settings}`,
  ].join('\n\n')}\n`
}

function richText({ words, language, ...told }: Told): string {
  const { sentence, period, figures, changes, page, settings } = told
  const rows = figures.map(
    ([name, value]) =>
      `<tr><td style="padding:4px 16px 4px 0;color:#64748b;vertical-align:top">${escapeHtml(name)}</td>` +
      `<td style="padding:4px 0">${escapeHtml(value)}</td></tr>`,
  )
  const since =
    changes.length > 0
      ? `<p><strong>${words.since}</strong></p><ul>${changes.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`
      : ''
  return [
    `<!doctype html><html lang="${language}"><body style="font-family:sans-serif;font-size:14px;line-height:1.5">`,
    `<p style="font-size:18px">${escapeHtml(sentence)}</p>`,
    `<p style="color:#64748b">${escapeHtml(period)}</p>`,
    `<table style="border-collapse:collapse">${rows.join('')}</table>`,
    since,
    `<p><a href="${escapeHtml(page)}">${words.page}</a></p>`,
    `<p style="color:#64748b;font-size:12px">${words.why} <a href="${escapeHtml(settings)}">${words.stop}</a></p>`,
    '</body></html>',
  ].join('\n')
}

/** The end is not part of the period, and is midnight somewhere else: the day half a day before. */
function lastDay(to: string): string {
  return new Date(Date.parse(to) - 12 * 3_600_000).toISOString().slice(0, 10)
}
