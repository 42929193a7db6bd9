import { sentence } from '#server/core/sentence.ts'
import { UnfitValues } from '#server/connections/compose-call.ts'
import { leafOf, valueAt } from '#server/connections/mapping.ts'
import type { Row } from '#server/connections/row-types.ts'
import type { Source } from './load-sources.ts'

export type Chained = Extract<Source, { kind: 'sql' | 'http' | 'redis' }>

/** The rows of the source that was read first for which this one is read; null: it is read once, of none. */
export function rowsToGoOnFrom(
  source: Chained,
  first: { rows: readonly Row[] } | null,
): readonly (Row | null)[] {
  if (!source.from || !first) return [null]
  const needed = [source.bind, 'body' in source ? source.body : null].flatMap(requiredIn)
  if (source.belongsTo !== null) needed.push(source.belongsTo)
  // what is null there leads nowhere: a customer without a subscription has no invoices of it
  return first.rows
    .slice(0, source.from.take)
    .filter((from) => !needed.some((path) => valueAt(path, { from }) === null))
}

/**
 * Whose a row must be: the account's, or of the row that was read first, which was compared itself.
 * @throws UnfitValues where that has nothing a row could be of
 */
export function ownerOf({ belongsTo }: Chained, from: Row | null, accountId: string): string {
  if (belongsTo === null) return accountId
  const value = valueAt(belongsTo, { from })
  const text = typeof value === 'number' || typeof value === 'bigint' ? String(value) : value
  if (typeof text === 'string' && text.trim() !== '') return text
  throw new UnfitValues(sentence`“${belongsTo}” has no value`)
}

/** Fields of the row read first without which nothing can be asked. */
function requiredIn(value: unknown): string[] {
  const leaf = leafOf(value)
  if (!leaf) return Object.values(value as object).flatMap(requiredIn)
  return 'path' in leaf && !leaf.mayBeMissing && leaf.path.startsWith('from.') ? [leaf.path] : []
}
