import { styleText } from 'node:util'
import type { HistoryPreview } from '@firstline/server/imports/record/preview-history'
import { howRead, refused } from './scorecard-text.ts'
import { table } from './table.ts'

/** How a history would be understood, as plain text. */
export function previewText(file: string, preview: HistoryPreview): string {
  const { rows, isPartial } = preview
  const counted = `${number(rows.read)} rows read, ${number(rows.used)} used, ${number(rows.refused)} refused`
  const parts = [
    `${bold(file)}  nothing is kept: this shows how it would be understood`,
    isPartial ? `Only its beginning: ${counted}` : counted,
    named(
      'Columns',
      preview.columns.map(({ name, samples }) => [name, samples.join(' · ')]),
    ),
    named(
      'Fields',
      preview.fields
        .slice(0, 30)
        .map(({ name, count, tells, samples }) => [
          name,
          number(count),
          tells ?? 'nothing here',
          samples.join(' · '),
        ]),
    ),
    named(
      'Teams',
      preview.teams.slice(0, 20).map((team) => [team.name, number(team.count), lineOf(team)]),
    ),
    named(
      'Statuses',
      preview.statuses
        .slice(0, 30)
        .map((status) => [status.name, number(status.count), status.meaning ?? 'changes nothing']),
    ),
    howRead(preview),
    refused('Refused rows', preview.refusals),
    ...preview.tickets.map(ticketText),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function ticketText({ key, events, facts }: HistoryPreview['tickets'][number]): string {
  const rows = events.map(({ at, name, data }) => [
    new Date(at).toISOString().slice(0, 16).replace('T', ' '),
    name,
    detailOf(data),
  ])
  const state = facts?.ticket.isVoid
    ? 'void: outside every rate'
    : facts?.ticket.standingAt
      ? `solved, ${facts.ticket.escalated ? 'escalated' : 'by the first line'}`
      : 'not solved'
  return `${bold(`Ticket ${printable(key)}`)}  ${state}\n${table(['When (UTC)', 'What', ''], rows, 'lll').trimEnd()}`
}

/** Ids are made by the import and tell nothing. */
function detailOf(data: object): string {
  const told = Object.entries(data).filter(
    ([name, value]) => value !== null && name !== 'resolution' && !Array.isArray(value),
  )
  return printable(told.map(([name, value]) => `${name} ${String(value)}`).join(', ')).slice(0, 60)
}

function lineOf({ isFirstLine }: HistoryPreview['teams'][number]): string {
  if (isFirstLine === null) return ''
  return isFirstLine ? 'first line' : 'another line'
}

function named(title: string, rows: string[][]): string {
  const cells = rows.map((row) => row.map((cell) => printable(cell).slice(0, 50)))
  const [first] = cells
  if (first === undefined) return ''
  return `${bold(title)}\n${table(
    first.map(() => ''),
    cells,
    'l'.repeat(first.length),
  ).trimEnd()}`
}

const number = (value: number) => value.toLocaleString('en')
const bold = (text: string) => styleText('bold', text, { stream: process.stdout })
/** Text of a file on a terminal: control characters could move the cursor or worse. */
const printable = (text: string) => text.replaceAll(/\p{Cc}/gu, '�')
