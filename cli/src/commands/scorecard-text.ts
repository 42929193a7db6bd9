import { styleText } from 'node:util'
import type { FileScorecard } from '@firstline/server/imports/record/scorecard-of-file'
import { table } from './table.ts'

type Scorecard = FileScorecard['scorecard']
type Proportion = Scorecard['reopen']

/** Fewer than this say little, and are shown so. */
const few = 20
const shownWeeks = 53
const shownTypes = 10

/** The scorecard as plain text of at most 100 columns. */
export function scorecardText(file: string, { scorecard, ...told }: FileScorecard): string {
  const parts = [
    heading(file, scorecard, told.rows),
    twoNumbers(scorecard),
    otherNumbers(scorecard),
    trend(scorecard),
    byType(scorecard),
    howRead(told),
    refused('Refused rows', told.refusals),
    refused('Rows used without one of their values', told.remarks),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function heading(file: string, scorecard: Scorecard, rows: FileScorecard['rows']): string {
  const tickets = scorecard.origins.reduce((sum, origin) => sum + origin.tickets, 0)
  return (
    `${bold(file)}  ${number(tickets)} tickets · ${number(rows.read)} rows read, ` +
    `${number(rows.used)} used, ${number(rows.refused)} refused\n` +
    dim(
      `${scorecard.from.slice(0, 10)} to ${scorecard.asOf.slice(0, 10)} · ` +
        `window ${scorecard.windowDays} days · weeks in ${scorecard.timeZone}`,
    )
  )
}

function twoNumbers({ l1, reopen, windowDays }: Scorecard): string {
  const column = (text: string) => `  ${text.padEnd(44)}`
  const rows: [string, string][] = [
    ['L1 RESOLUTION RATE', `REOPEN RATE (within ${windowDays} days)`],
    [l1 ? percent(l1.rate) : 'not known', percent(reopen.rate)],
    [
      l1 ? `${counts(l1)} tickets resolved` : 'no column tells the team',
      `${counts(reopen)} mature resolutions`,
    ],
    [l1 ? interval(l1) : 'name one with --columns team=…', interval(reopen)],
  ]
  return rows
    .map(([left, right], index) => {
      const line = column(left) + right
      return index < 2 ? bold(line) : line
    })
    .join('\n')
}

function otherNumbers(scorecard: Scorecard): string {
  const { heldL1, timeToResolution: time, csat, reopenByPath, resolutions, voided } = scorecard
  const lines = [
    ['Held L1 rate', heldL1 ? rateOf(heldL1, 'resolved a window ago') : 'not known'],
    [
      'True time to resolution',
      `median ${hours(time.medianHours)}, p90 ${hours(time.p90Hours)}  ` +
        dim(`${number(time.solved)} of ${number(time.tickets)} solved`),
    ],
    [
      'Resolutions',
      `${number(resolutions.made)} made, ${number(resolutions.brokenEver)} ever broken, ` +
        `on ${number(resolutions.ticketsReopened)} tickets`,
    ],
  ]
  if (reopenByPath) {
    lines.push(['Reopened, first line only', rateOf(reopenByPath.firstLine, '')])
    lines.push(['Reopened, escalated', rateOf(reopenByPath.escalated, '')])
  }
  if (csat.up.of > 0) lines.push(['CSAT', rateOf(csat.up, 'rated') + responseOf(csat.response)])
  if (voided > 0) lines.push(['Void', `${number(voided)} tickets, outside every rate`])
  return lines.map(([name, value]) => `  ${name?.padEnd(26)}${value}`).join('\n')
}

function responseOf(response: Proportion | null): string {
  return response ? dim(`; response ${percent(response.rate)}`) : ''
}

function trend({ weeks }: Scorecard): string {
  const active = weeks.filter(
    ({ l1, reopen, immature }) => (l1?.of ?? 0) + reopen.of + immature > 0,
  )
  const shown = active.slice(-shownWeeks)
  const rows = shown.map((week) => [
    week.isoWeek,
    ...cells(week.l1),
    bar(week.l1),
    ...reopenCells(week),
  ])
  const earlier = active.length - shown.length
  const note = earlier > 0 ? dim(`\n  and ${earlier} weeks before (--json has all)`) : ''
  const heads = ['Week', 'L1 rate', 'of', '', 'Reopened', 'of']
  return `${bold('By week of resolution')}\n${table(heads, rows, 'lrrlrr')}${note}\n${legend(shown)}`
}

function legend(weeks: Scorecard['weeks']): string {
  const open = weeks.some(({ immature }) => immature > 0)
  const estimate = open ? '; ~ estimate while the window is open (Kaplan–Meier)' : ''
  return dim(`  * fewer than ${few}${estimate}`)
}

function reopenCells({ reopen, immature, reopenEstimate }: Scorecard['weeks'][number]): string[] {
  if (immature === 0 || reopenEstimate === null) return cells(reopen)
  return [`~${percent(reopenEstimate)} `, number(reopen.of + immature)]
}

function byType({ types, typesOmitted }: Scorecard): string {
  const rows = types
    .slice(0, shownTypes)
    .map(({ type, l1, reopen }) => [
      clip(type ?? '(no type)', 34),
      ...cells(l1),
      bar(l1),
      ...cells(reopen),
    ])
  const more = Math.max(0, types.length - shownTypes) + typesOmitted
  const heads = ['Type', 'L1 rate', 'of', '', 'Reopened', 'of']
  const title =
    more > 0 ? `The ${shownTypes} largest types of ${types.length + typesOmitted}` : 'By type'
  return `${bold(title)}\n${table(heads, rows, 'lrrlrr')}`
}

function cells(rate: Proportion | null): string[] {
  if (!rate) return ['– ', '']
  if (rate.of >= few) return [`${percent(rate.rate)} `, number(rate.of)]
  return [dim(`${percent(rate.rate)}${rate.of > 0 ? '*' : ' '}`), dim(number(rate.of))]
}

export function howRead({ reading, assumed }: Pick<FileScorecard, 'reading' | 'assumed'>): string {
  const columns = Object.entries(reading.columnNames).map(([role, name]) => `${role}=${name}`)
  const named = columns.length > 0 ? `: ${columns.join(', ')}` : ''
  const lines = [`read as ${reading.format}${named}`, ...assumed]
  return `${bold('How it was read, and what was assumed')}\n${lines.map(bullet).join('\n')}`
}

export function refused(title: string, reasons: FileScorecard['refusals']): string {
  if (reasons.length === 0) return ''
  const lines = reasons.flatMap(({ reason, count, examples }) => [
    bullet(`${reason}: ${number(count)}`),
    ...examples.map(({ line, detail }) => {
      const place = line > 0 ? `line ${line}: ` : '' // what is said of a ticket has no line
      return dim(`      ${place}${clip(printable(detail), 76)}`)
    }),
  ])
  return `${bold(title)}\n${lines.join('\n')}`
}

function bullet(text: string): string {
  const wrapped = printable(text)
    .replaceAll(/(.{1,94})(?:\s+|$)/g, '$1\n')
    .trimEnd()
  return `  - ${wrapped.replaceAll('\n', '\n    ')}`
}

/** Text of a file on a terminal: control characters could move the cursor or worse. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '�')
}

function rateOf(rate: Proportion, what: string): string {
  const text = `${percent(rate.rate)}  ${counts(rate)}${what ? ` ${what}` : ''}  ${dim(interval(rate))}`
  return rate.of < few ? dim(text) : text
}

const percent = (rate: number | null) => (rate === null ? '–' : `${(rate * 100).toFixed(2)}%`)
const number = (value: number) => value.toLocaleString('en')
const counts = ({ count, of }: Proportion) => `${number(count)} of ${number(of)}`

function interval({ low, high }: Proportion): string {
  if (low === null || high === null) return ''
  return `95% interval ${(low * 100).toFixed(2)}–${percent(high)}`
}

function hours(value: number | null): string {
  if (value === null) return 'not reached'
  return value < 100
    ? `${value.toFixed(2)} h`
    : `${value.toFixed(2)} h (${(value / 24).toFixed(1)} d)`
}

/** A bar of up to ten characters, in eighths. */
function bar(rate: Proportion | null): string {
  const eighths = Math.round((rate?.rate ?? 0) * 80)
  const rest = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'][eighths % 8] ?? ''
  const text = '█'.repeat(Math.floor(eighths / 8)) + rest
  return (rate?.of ?? 0) < few ? dim(text) : text
}

function clip(text: string, width: number): string {
  const clean = printable(text)
  return clean.length <= width ? clean : `${clean.slice(0, width - 1)}…`
}

/** styleText leaves colour out where the output is no terminal or NO_COLOR is set. */
function bold(text: string): string {
  return styleText('bold', text, { stream: process.stdout })
}

function dim(text: string): string {
  return styleText('dim', text, { stream: process.stdout })
}
