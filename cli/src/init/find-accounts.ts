import type { ColumnFacts, TableFacts } from '@firstline/server/connections/catalogue'
import { accountWeight, isEmail, isIdentifier, namesAccount, wordsOf } from './words.ts'

/** A table whose rows may be the customers, and the column by which others name one. */
export type AccountTable = { table: TableFacts; id: ColumnFacts; weight: number; reason: string }

/** A table whose rows say whose they are. */
export type OwnedTable = { table: TableFacts; column: ColumnFacts; reason: string }

/** Less than that is no guess that helps. */
const leastWeight = 16

/** @returns the likeliest first */
export function findAccountTables(tables: readonly TableFacts[]): AccountTable[] {
  const found = tables.flatMap((table): AccountTable[] => {
    const id = idOf(table)
    if (!id) return []
    // `customer_group_customer` is about something else
    const named = Math.max(
      0,
      accountWeight(table.name) - 6 * Math.max(0, wordsOf(table.name).length - 2),
    )
    const owned = ownedBy(tables, { table, id })
    const people = table.columns.filter(({ name, kind }) => kind === 'text' && isEmail(name))
    const weight =
      named +
      Math.min(30, 5 * owned.length) +
      (people.length > 0 ? 8 : 0) +
      (hasName(table) ? 5 : 0)
    const reason = [
      ...(named > 0 ? ['its name'] : []),
      ...(owned.length > 0 ? [`${counted(owned.length, 'table')} with a column for it`] : []),
      ...(people.length > 0 ? ['an e-mail address'] : []),
    ].join(', ')
    const isLikely = named > 0 ? weight >= leastWeight : owned.length >= 3 && people.length > 0
    return isLikely ? [{ table, id, weight, reason }] : []
  })
  return found.toSorted((a, b) => b.weight - a.weight || a.table.name.localeCompare(b.table.name))
}

/** Its key; of a view, which has none, what is called like one. */
export function idOf({ name, columns }: TableFacts): ColumnFacts | undefined {
  const primary = columns.filter(({ isPrimary }) => isPrimary)
  const usable = (column: ColumnFacts) => column.kind === 'text' || column.kind === 'number'
  if (primary.length > 0) return primary.find(usable)
  const own = wordsOf(name).at(-1)
  return columns.find(
    (column) =>
      usable(column) &&
      (column.name.toLowerCase() === 'id' || wordsOf(column.name).join(' ') === `${own} id`),
  )
}

function hasName({ columns }: TableFacts): boolean {
  return columns.some(({ name }) => ['name', 'company'].includes(wordsOf(name).at(-1) ?? ''))
}

type Root = Pick<AccountTable, 'table' | 'id'>

/** The tables with a column that names a row of the customers' table; without one, an account at all. */
export function ownedBy(tables: readonly TableFacts[], root: Root | null): OwnedTable[] {
  return tables.flatMap((table): OwnedTable[] => {
    if (root && isSame(table, root.table)) return []
    const columns = table.columns.filter(({ kind }) => kind === 'text' || kind === 'number')
    for (const judge of root ? [refersTo, isKeyOf, isCalledLike] : [isAnAccount]) {
      for (const column of columns) {
        const reason = judge(column, root)
        if (reason !== null) return [{ table, column, reason }]
      }
    }
    return []
  })
}

type Judge = (column: ColumnFacts, root: Root | null) => string | null

const refersTo: Judge = ({ name, references }, root) => {
  if (!root || !references || references.column !== root.id.name) return null
  const isRoot = references.table === root.table.name && references.schema === root.table.schema
  return isRoot ? `${name} refers to ${root.table.name}.${root.id.name}` : null
}

/** `CustomerId` here and there: nobody calls two things so. */
const isKeyOf: Judge = ({ name, kind }, root) => {
  if (!root || isIdentifier(root.id.name) || root.id.kind !== kind) return null
  return name.toLowerCase() === root.id.name.toLowerCase()
    ? `${name} is called like the key of ${root.table.name}`
    : null
}

/** `spree_users.id` is named `user_id`, or `spree_user_id`. */
const isCalledLike: Judge = ({ name, kind, references }, root) => {
  if (!root || references || root.id.kind !== kind) return null
  const words = wordsOf(name)
  const own = wordsOf(root.table.name)
  const key = isIdentifier(root.id.name) ? wordsOf(root.id.name).join(' ') : 'id'
  const isNamed = own.some((_, at) => words.join(' ') === [...own.slice(at), key].join(' '))
  return isNamed ? `${name} is called like an ${key} of ${root.table.name}` : null
}

const isAnAccount: Judge = ({ name }) =>
  namesAccount(name) && !isIdentifier(name) ? `${name} is called like an account` : null

export function isSame(a: TableFacts, b: TableFacts): boolean {
  return a.schema === b.schema && a.name === b.name
}

export function counted(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`
}
