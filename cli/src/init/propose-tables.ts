import type { ColumnFacts, TableFacts } from '@firstline/server/connections/catalogue'
import { idOf, isSame, ownedBy } from './find-accounts.ts'
import type { AccountTable, OwnedTable } from './find-accounts.ts'
import {
  accountWeight,
  beginningRank,
  isIdentifier,
  isLeftOut,
  isState,
  maskOf,
  slugOf,
  titleOf,
  topicWeight,
  wordsOf,
} from './words.ts'
import type { Mask } from './words.ts'

/** A source that could be written. */
export type Proposal = {
  id: string
  title: string
  /** The table, or the operation. */
  of: string
  reasons: string[]
  /** What makes it worse than others. */
  doubts: string[]
  weight: number
  /** Whether support is likely to ask for it: what is not is only taken when it is named. */
  isLikely: boolean
  accountColumn: string
  reading: { sql: string } | { operation: string; bind: Record<string, string>; rows: string }
  columns: ShownColumn[]
  mask: Record<string, Mask | 'hidden'>
  values: Record<string, string[]>
  /** Names that were seen and are not read. */
  leftOut: string[]
  /** One record of it, for runbooks and actions; null where nothing names one. */
  single: { id: string; sql: string; key: string; type: 'string' | 'integer' } | null
}
export type ShownColumn = {
  field: string
  title: string
  as: 'code' | 'badge' | 'ago' | 'time' | 'number' | 'boolean' | null
}

const mostColumns = 9
/** Rows of a panel; one more is asked for, so that it can say that there are more. */
export const mostRows = 50

/** @returns what could be read of an account, the likeliest first */
export function proposeTables(
  tables: readonly TableFacts[],
  account: AccountTable | null,
): Proposal[] {
  const common = commonPrefix(tables.map(({ name }) => name))
  return ownedBy(tables, account)
    .filter(({ table }) => !account || !isSame(table, account.table))
    .map((owned) => proposalOf(owned, common))
    .filter(({ columns }) => columns.length >= 2)
    .toSorted((a, b) => b.weight - a.weight || a.of.localeCompare(b.of))
}

function proposalOf({ table, column: account, reason }: OwnedTable, common: string): Proposal {
  const key = idOf(table)
  const time = beginningOf(table)
  const readable = table.columns.filter((column) => isReadable(column))
  const shown = chosen(readable, { key, time, account })
  const name = table.name.slice(common.length)
  const state = shown.find((column) => isStateColumn(column))
  const doubts = [
    ...(account.isIndexed ? [] : [`no index begins with ${account.name}`]),
    ...(table.rows === 0 ? ['it is empty, as the database last counted'] : []),
    ...(key ? [] : ['it has no key']),
    ...(time ? [] : ['no column says when']),
  ]
  return {
    id: `${slugOf(name)}.recent`,
    title: titleOf(name),
    of: table.name,
    reasons: [
      reason,
      ...(time ? [`${time.name} says when`] : []),
      ...(state ? [`${state.name} says how it is`] : []),
    ],
    doubts,
    weight:
      topicWeight(name) +
      (time ? 10 : 0) +
      (state ? 10 : 0) +
      (account.references ? 5 : 0) -
      8 * doubts.length -
      (accountWeight(name) > 0 ? 12 : 0),
    isLikely: topicWeight(name) > 0 || (topicWeight(name) === 0 && state !== undefined),
    accountColumn: account.name,
    reading: { sql: listSql(table, { selected: [account, ...shown], account, time: time ?? key }) },
    columns: shown.map((column) => shownAs(column, key, time)),
    mask: Object.fromEntries(
      shown.flatMap((column) => {
        const mask = maskOf(column.name)
        return mask && column.kind === 'text' ? [[column.name, mask]] : []
      }),
    ),
    values: Object.fromEntries(
      shown.flatMap(({ name: field, values }) => (values.length > 0 ? [[field, values]] : [])),
    ),
    leftOut: table.columns.filter((each) => isLeftOut(each.name)).map((each) => each.name),
    single: key ? singleOf(table, { name, key, account, selected: [account, ...shown] }) : null,
  }
}

/** What a panel can show, and may: no binaries, no documents, nothing that is a secret. */
function isReadable({ name, kind }: ColumnFacts): boolean {
  return kind !== 'other' && /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !isLeftOut(name)
}

function isStateColumn({ name, kind, values }: ColumnFacts): boolean {
  return (
    (kind === 'text' && (isState(name) || values.length > 0)) ||
    (kind === 'number' && isState(name))
  )
}

function beginningOf({ columns }: TableFacts): ColumnFacts | undefined {
  const times = columns.filter(({ kind, name }) => kind === 'time' && isReadableName(name))
  return times.toSorted((a, b) => beginningRank(a.name) - beginningRank(b.name))[0]
}

function isReadableName(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)
}

type Marked = { key: ColumnFacts | undefined; time: ColumnFacts | undefined; account: ColumnFacts }

/** The key, its state, what it is called, then what there is, and when. */
function chosen(readable: readonly ColumnFacts[], { key, time, account }: Marked): ColumnFacts[] {
  const rank = (column: ColumnFacts): number => {
    if (column === key) return 0
    if (isStateColumn(column)) return 1
    if (column === time) return 9
    if (
      /\b(?:number|reference|name|title|type|kind|email|total|amount|currency)\b/.test(
        wordsOf(column.name).join(' '),
      )
    )
      return 2
    if (column.kind === 'time') return 7 + (beginningRank(column.name) > 3 ? 1 : 0)
    return column.references || isIdentifier(column.name.replace(/^.*_/, '')) ? 6 : 4
  }
  const ranked = readable
    .filter((column) => column !== account && column.name !== account.name)
    .map((column, at) => ({ column, rank: rank(column), at }))
    .toSorted((a, b) => a.rank - b.rank || a.at - b.at)
  const first = ranked.filter(({ column }) => column !== time).slice(0, mostColumns - 1)
  return [...first.map(({ column }) => column), ...(time && readable.includes(time) ? [time] : [])]
}

function shownAs(
  column: ColumnFacts,
  key: ColumnFacts | undefined,
  time: ColumnFacts | undefined,
): ShownColumn {
  return { field: column.name, title: titleOf(column.name), as: kindOfColumn(column, key, time) }
}

function kindOfColumn(
  column: ColumnFacts,
  key: ColumnFacts | undefined,
  time: ColumnFacts | undefined,
): ShownColumn['as'] {
  if (column === key) return 'code'
  if (isStateColumn(column)) return 'badge'
  if (column === time) return 'ago'
  if (column.kind === 'time') return 'time'
  if (column.kind === 'boolean') return 'boolean'
  return column.kind === 'number' && !column.references ? 'number' : null
}

type Listing = { selected: ColumnFacts[]; account: ColumnFacts; time: ColumnFacts | undefined }

function listSql(table: TableFacts, { selected, account, time }: Listing): string {
  return [
    `select ${wrapped(selected)}`,
    `from ${table.sql}`,
    `where ${account.sql} = :account_id`,
    ...(time ? [`order by ${time.sql} desc`] : []),
    `limit ${mostRows + 1}`,
  ].join('\n')
}

type Single = { name: string; key: ColumnFacts; account: ColumnFacts; selected: ColumnFacts[] }

function singleOf(table: TableFacts, { name, key, account, selected }: Single): Proposal['single'] {
  const sql = [
    `select ${wrapped(selected)}`,
    `from ${table.sql}`,
    `where ${account.sql} = :account_id and ${key.sql} = :id`,
  ].join('\n')
  const type = key.kind === 'number' ? 'integer' : 'string'
  return { id: `${slugOf(name)}.by_id`, sql, key: key.name, type }
}

/** In lines that a person reads. */
function wrapped(columns: readonly ColumnFacts[]): string {
  const lines: string[] = []
  for (const { sql } of columns) {
    const last = lines.at(-1)
    if (last !== undefined && `${last}, ${sql}`.length <= 80) lines.splice(-1, 1, `${last}, ${sql}`)
    else lines.push(sql)
  }
  return lines.join(',\n       ')
}

/** `spree_` of all tables says nothing of one. */
function commonPrefix(names: readonly string[]): string {
  const [first = ''] = names
  const at = [...first.matchAll(/_/g)].map(({ index }) => first.slice(0, index + 1))
  const all = at.filter((prefix) => names.every((name) => name.startsWith(prefix)))
  return names.length > 2 ? (all.at(-1) ?? '') : ''
}
