import { ownProperty } from '@firstline/contract/own-property'
import type { Row } from '#server/accounts/read-source.ts'
import type { TablePlace } from '../logs-section.ts'

/** Where an attribute that says whose a row is may stand, each as an expression of SQL. */
export type Owned = {
  /** The row names the account and no other one. */
  byKey: string
  /** The row names nobody. */
  isKeyless: string
  /** The values themselves, as `owner_0`, …: what is looked at when they come back. */
  columns: string
  count: number
  values: Record<string, string>
}

/**
 * @param maps the columns of attributes that are looked into
 * @throws Error for an account without a name
 */
export function ownedBy(
  { accountFields }: Pick<TablePlace, 'accountFields'>,
  maps: readonly string[],
  account: string,
): Owned {
  // a map answers an empty text for what it has not
  if (account === '') throw new Error('An account without an id has no logs and no traces')
  const places = accountFields.flatMap((_, n) => maps.map((map) => `${map}[{field_${n}:String}]`))
  const is = (place: string) => `${place} = {account:String}`
  const none = (place: string) => `${place} = ''`
  const each = places.map((place) => `(${none(place)} or ${is(place)})`)
  const fields = accountFields.map((field, n) => [`field_${n}`, field] as const)
  return {
    byKey: `(${each.join(' and ')} and (${places.map(is).join(' or ')}))`,
    isKeyless: `(${places.map(none).join(' and ')})`,
    columns: places.map((place, n) => `${place} as owner_${n}`).join(', '),
    count: places.length,
    values: { account, ...Object.fromEntries(fields) },
  }
}

/** Whose a row says it is: another one first, where it names several; undefined where it names none. */
export function ownerIn(row: Row, { count, values }: Owned): string | undefined {
  const said = Array.from({ length: count }, (_, n) => textIn(row, `owner_${n}`)).filter(
    (owner) => owner !== '',
  )
  return said.find((owner) => owner !== values.account) ?? said[0]
}

export function textIn(row: Row, name: string): string {
  const value = ownProperty(row, name)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

export function attributesIn(row: Row, name: string): Record<string, unknown> {
  const value = ownProperty(row, name)
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

/** A name of a table that the project's file says, where each part is a word. */
export function tableOf({ table }: Pick<TablePlace, 'table'>): string {
  return table
    .split('.')
    .map((part) => `\`${part}\``)
    .join('.')
}

/** Between two moments: nanoseconds since 1970, the second one not with it. */
export const inRange =
  'Timestamp >= fromUnixTimestamp64Nano({from:Int64}) and Timestamp < fromUnixTimestamp64Nano({to:Int64})'
