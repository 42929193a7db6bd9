import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { ParseArgsOptionsConfig } from 'node:util'
import { ownProperty } from '@firstline/contract/own-property'
import { present } from '@firstline/contract/present'
import { parseFieldChoice } from '@firstline/server/imports/read/columns'
import { formats } from '@firstline/server/imports/vendors/readers'
import type { ReadingChoice } from '@firstline/server/imports/table/reading'
import { Usage } from '../exit-code.ts'

/** The options by which any command says how to read a history. */
export const historyOptions = {
  from: { type: 'string' },
  columns: { type: 'string' },
  fields: { type: 'string', multiple: true },
  'resolved-status': { type: 'string', multiple: true },
  'void-status': { type: 'string', multiple: true },
  'reopen-status': { type: 'string', multiple: true },
  l1: { type: 'string', multiple: true },
  'l1-pattern': { type: 'string' },
  'time-zone': { type: 'string' },
  'date-order': { type: 'string' },
  rejects: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsOptionsConfig

/** The other desks, whose importers stand in a list of the server's. */
const vendorNames = formats
  .filter((name) => !['servicenow', 'event-log', 'firstline'].includes(name))
  .join(', ')

export const historyHelp = `How the file is read
  --from FORMAT                 what wrote it, if its content does not show that: servicenow,
                                event-log (any CSV or XES with one row per happening), firstline,
                                ${vendorNames}
  --columns ROLE=COLUMN,…       case, time, status, and substatus, team, team_before, person, type,
                                channel, product, rating, problem_started_at, sequence,
                                reassignments; field, from, to where each row is the change of
                                one field; #4 is the fourth column
  --fields ROLE=FIELD,…         of such rows those that tell the status, team, person, type, channel
                                or product; all others are passed over; as named unless given
  --resolved-status STATUS…     statuses that mean resolved, also as status/substatus
  --void-status STATUS…         statuses that take a ticket out of every rate; '' for none
  --reopen-status STATUS…       only these reopen what is resolved; '' for any that is open
  --l1 TEAM…                    the teams of the first line; every other team is not
  --l1-pattern REGEX            the same, by name
  --time-zone ZONE              of times without an offset, and of weeks; UTC unless given
  --date-order dmy|mdy          which number of 3/4/2016 is the day; told by the file if it can be
  --rejects FILE                write every refused row (line, reason, detail, row) to FILE`

const listOptions = new Set(['l1', 'resolved-status', 'void-status', 'reopen-status'])

/**
 * `--l1 A B` means `--l1 A --l1 B`: what follows a list option belongs to it, up to the next option
 * or the file.
 * @throws Usage
 */
export function parseHistoryArgs<Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
) {
  const { values, positionals } = parsed(args, options)
  return { values, files: positionals, file: positionals[0] }
}

function parsed<Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options) {
  try {
    const repeated = withRepeatedLists(args, options)
    return parseArgs({ args: repeated, options, allowPositionals: true })
  } catch (error) {
    throw new Usage((error as Error).message)
  }
}

function withRepeatedLists(args: readonly string[], options: ParseArgsOptionsConfig): string[] {
  const repeated: string[] = []
  let list: string | null = null
  let hasFile = false
  for (let at = 0; at < args.length; at++) {
    const arg = present(args[at])
    const name = /^--([\w-]+)$/.exec(arg)?.[1] ?? ''
    if (ownProperty(options, name)?.type === 'string') {
      list = listOptions.has(name) ? name : null
      repeated.push(...args.slice(at, at + 2))
      at += 1
    } else if (arg.startsWith('-')) {
      list = null
      repeated.push(arg)
    } else if (list && (hasFile || (at < args.length - 1 && !existsSync(arg)))) {
      repeated.push(`--${list}=${arg}`)
    } else {
      hasFile = true
      repeated.push(arg)
    }
  }
  return repeated
}

type HistoryValues = ReturnType<
  typeof parseHistoryArgs<typeof historyOptions & ParseArgsOptionsConfig>
>['values']

/** @throws Usage when a value is none the option knows */
export function readingChoiceOf(values: HistoryValues): ReadingChoice {
  return {
    format: values.from === undefined ? undefined : oneOf('from', values.from, formats),
    columns: values.columns,
    fields: values.fields && parseFieldChoice(values.fields),
    resolvedStatus: values['resolved-status'] ?? [],
    voidStatus: values['void-status']?.filter((status) => status !== ''),
    reopenStatus: values['reopen-status']?.filter((status) => status !== ''),
    l1: values.l1 ?? [],
    l1Pattern: values['l1-pattern'],
    timeZone: values['time-zone'],
    dateOrder:
      values['date-order'] === undefined
        ? undefined
        : oneOf<'dmy' | 'mdy'>('date-order', values['date-order'], ['dmy', 'mdy']),
  }
}

function oneOf<Choice extends string>(
  option: string,
  value: string,
  choices: readonly Choice[],
): Choice {
  const found = choices.find((choice) => choice === value)
  if (found) return found
  throw new Usage(`--${option} is “${value}”: it is one of ${choices.join(', ')}`)
}
