import { styleText } from 'node:util'
import type { PanelAnswer } from '@firstline/contract/accounts'
import { ownProperty } from '@firstline/contract/own-property'
import type { RunbookTrial } from '@firstline/contract/runbooks'
import type { WatchedCall } from '@firstline/server/connections/watch-connections'
import type { ActionTrial, Tried } from '@firstline/server/try-folder'
import { table } from './table.ts'

/** Every call in its order, then what came of them. */
export function triedText(
  { account, calls }: Pick<Tried<unknown>, 'account' | 'calls'>,
  result: string | null,
): string {
  const parts = [
    account && `${bold(printable(account.name))} (${printable(account.externalId)})`,
    ...calls.map(callText),
    result,
  ]
  return `${parts.filter((part) => part !== null).join('\n\n')}\n`
}

function callText({ call, isAnswered, answer, said, durationMs }: WatchedCall): string {
  const lines = [
    `→ ${call.method} ${call.url}`,
    ...Object.entries(call.headers).map(([name, value]) => `    ${name}: ${value}`),
    ...bodyLines(call.body),
    `${isAnswered ? '←' : '✗'} ${answer} (${durationMs} ms)`,
    ...(said ? [`    ${said}`] : []),
  ]
  return lines.map(printable).join('\n')
}

function bodyLines(body: unknown): string[] {
  if (typeof body === 'string') return [`    ${body}`]
  return Object.entries(body ?? {}).flatMap(([name, value]: [string, unknown]) => {
    const text = wordOf(value).trim()
    return [`    ${name}: ${text.split('\n').join('\n      ')}`]
  })
}

const mostRows = 20

/** The panel as a table; one record stands as names and values. */
export function panelText({ title, rows, columns, ...panel }: PanelAnswer): string {
  const heading = bold(printable(title))
  if (rows.length === 0) return `${heading}\n  ${panel.emptyText || 'Nothing here'}`
  const cell = (row: Record<string, unknown>, field: string) =>
    printable(wordOf(ownProperty(row, field))).slice(0, 60)
  if (panel.isSingle) {
    const [row = {}] = rows
    const pairs = columns.map((column) => [column.title, cell(row, column.field)])
    return `${heading}\n${table(['', ''], pairs, 'll').trimStart().replace(/^/, '  ')}`
  }
  const shown = rows
    .slice(0, mostRows)
    .map((row) => columns.map((column) => cell(row, column.field)))
  const heads = columns.map((column) => column.title)
  const left = rows.length - shown.length
  const more = panel.isTruncated ? 'there are more than it shows' : null
  const note = [left > 0 ? `${left} more rows` : null, more].filter((part) => part !== null)
  return [
    heading,
    table(heads, shown, 'l'.repeat(heads.length)),
    ...(note.length > 0 ? [`  … ${note.join('; ')}`] : []),
  ].join('\n')
}

export function actionTrialText(trial: ActionTrial): string {
  const { action, reads, guards, dryRun } = trial
  return [
    bold(`${printable(action.title)} (version ${action.version}, ${action.tier})`),
    ...reads.map(
      ({ title, row }) => `  ${printable(title)}: ${row ? printable(JSON.stringify(row)) : 'none'}`,
    ),
    ...guards.map(guardText),
    '',
    `It would send, and has not:`,
    ...(trial.steps
      ? trial.steps.flatMap((step, i) => [
          printable(`Step ${i + 1}: ${step.title}`),
          ...requestText(step),
          ...step.dependsOn.map((path) => printable(`  ${path} is known only when it is sent.`)),
        ])
      : requestText(trial)),
    ...(dryRun?.error ? [`  The dry run says: ${printable(dryRun.error)}`] : []),
    trial.isRunnable ? 'It could be run now.' : 'It could not be run now.',
  ].join('\n')
}

type OneCall = Pick<ActionTrial, 'request' | 'verify' | 'undo'>

function requestText({ request, verify, undo }: OneCall): string[] {
  const { method, url, headers, body } = request
  return [
    printable(`→ ${method} ${url}`),
    ...Object.entries(headers).map(([name, value]) => printable(`    ${name}: ${value}`)),
    ...bodyLines(body).map(printable),
    `Then ${verify.source} is read until ${verify.cel}, for at most ${verify.withinSeconds} s.`,
    'none' in undo
      ? `No way back: ${printable(undo.none)}.`
      : `Taken back by “${printable(undo.title)}”, for ${undo.withinSeconds} s.`,
  ]
}

/** What a guard says is why it refuses: of one that lets pass, its condition tells more. */
function guardText({ id, isPassed, kind, say, cel }: ActionTrial['guards'][number]): string {
  if (isPassed) return printable(`  ✓ ${id}${cel === null ? '' : `  ${dim(cel)}`}`)
  return printable(`  ${kind === 'approval' ? '!' : '✗'} ${say}${cel ? `  ${dim(cel)}` : ''}`)
}

export function runbookTrialText(trial: Omit<RunbookTrial, 'ticket'>): string {
  const { picks, checks, causes, outcome } = trial
  const said: Record<RunbookTrial['state'], string> = {
    cause_found: `Cause: ${outcome?.cause ?? ''}`,
    waiting: 'It waits for a pick or an answer',
    unclassified:
      trial.matchedCauses.length > 1 ? 'More than one cause matches' : 'No cause matches',
  }
  return [
    ...picks.map(({ name, state, value, candidates, error }) => {
      const among = state === 'open' ? `: one of ${candidates.map((c) => c.value).join(', ')}` : ''
      return printable(`  pick ${name}: ${error ?? value ?? state}${among}`)
    }),
    ...checks.map(({ name, state, value, error }) =>
      printable(`  check ${name}: ${error ?? (state === 'answered' ? short(value) : state)}`),
    ),
    ...causes.map(({ cause, verdict, because }) =>
      printable(`  ${marks[verdict]} ${cause}: ${because || verdict.replaceAll('_', ' ')}`),
    ),
    bold(said[trial.state]),
    ...(outcome
      ? [
          printable(`  ${outcome.explanation}`),
          ...(outcome.say === null ? [] : [printable(`  Say: ${outcome.say}`)]),
          ...outcome.actions.map(({ id, input, open }) => {
            const rest = open.length > 0 ? `, open: ${open.join(', ')}` : ''
            return printable(`  Offer: ${id} ${JSON.stringify(input)}${rest}`)
          }),
          ...(outcome.escalation ? [`  Escalate: ${outcome.escalation.name}`] : []),
        ]
      : []),
  ].join('\n')
}

type Match = {
  account: { externalId: string; name: string }
  contactName: string | null
  by: string
}

export function matchText(match: Match | 'nobody'): string {
  if (match === 'nobody') return 'Nobody, or more than one account: a person would decide.'
  const { account, contactName, by } = match
  const person = contactName === null ? '' : `${contactName} of `
  return printable(`${person}${account.name} (${account.externalId}), found by ${by}`)
}

const marks = { matches: '✓', does_not_match: '✗', undecided: '?' } as const

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 160 ? `${text.slice(0, 160)} …` : text
}

function wordOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const bold = (text: string) => styleText('bold', text, { stream: process.stdout })
const dim = (text: string) => styleText('dim', text, { stream: process.stdout })
/** Text of a system on a terminal: control characters could move the cursor or worse. */
const printable = (text: string) => text.replaceAll(/[^\P{Cc}\n]/gu, '�')
