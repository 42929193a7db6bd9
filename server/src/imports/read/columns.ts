import { ColumnRole, FieldRole } from '@firstline/contract/imports'
import { Invalid } from '#server/core/errors.ts'
import { didYouMean } from '#server/core/did-you-mean.ts'
import { sentence } from '#server/core/sentence.ts'
import { usualNames } from './column-names.ts'
import { nearest } from '#server/core/spelling.ts'

export type { ColumnRole }
/** What a column of a history can tell. */
export const columnRoles = ColumnRole.options
/** What a field can tell, where each row is the change of one. */
export const fieldRoles = FieldRole.options
/** Which fields tell what; every other one is passed over. */
export type FieldChoice = Partial<Record<FieldRole, readonly string[]>>
/** Role → position of the column, from 0. */
export type Columns = Partial<Record<ColumnRole, number>>

export const neededRoles = ['case', 'time', 'status'] as const satisfies readonly ColumnRole[]

const changeRoles: readonly ColumnRole[] = ['field', 'to', 'from']

/** Headers of columns that tell what was done rather than how a ticket then stands. */
const activityNames = new Set(
  [
    'activity', 'concept name', 'activity name', 'activity type', 'incident activity type', 'event name',
    'event', 'action', 'task', 'aktivität', 'activité', 'actividad',
  ].map(squeezed),
) // prettier-ignore

/** What a field of a change log tells by its usual name. */
export function roleOfField(name: string): FieldRole | null {
  const wanted = squeezed(name)
  const fits = (role: FieldRole) =>
    usualNames[role]?.some((usual) => squeezed(usual) === wanted) && !activityNames.has(wanted)
  return fieldRoles.find(fits) ?? null
}

/**
 * The columns of a change log, if it is one: field and new value by their usual names, and no status
 * column named by the user.
 */
export function guessChanges(header: readonly string[], chosen: Columns): Columns {
  if (chosen.status !== undefined) return {}
  const { columns } = guessRoles(header, chosen, changeRoles)
  const { field, to } = { ...columns, ...chosen }
  return field === undefined || to === undefined ? {} : columns
}

export function tellsActivities(header: string): boolean {
  return activityNames.has(squeezed(header))
}

/** `case=SR Number,time=Change Date+Time` */
export function parseColumnChoice(text: string): Partial<Record<ColumnRole, string>> {
  return Object.fromEntries(parsePairs(text, columnRoles, 'column'))
}

/** `status=Status,team=Assignment group`, a role as often as it has fields. */
export function parseFieldChoice(texts: readonly string[]): FieldChoice {
  const choice: Partial<Record<FieldRole, string[]>> = {}
  for (const [role, name] of texts.flatMap((text) => parsePairs(text, fieldRoles, 'field'))) {
    ;(choice[role] ??= []).push(name)
  }
  return choice
}

/** Commas inside a name are kept, as only a comma before a known role separates. */
function parsePairs<Role extends string>(
  text: string,
  roles: readonly Role[],
  kind: 'column' | 'field',
): [Role, string][] {
  return text.split(/,(?=\s*[a-z_]+\s*=)/).map((part) => {
    const at = part.indexOf('=')
    const named = part.slice(0, Math.max(0, at)).trim()
    const name = part.slice(at + 1).trim()
    const role = roles.find((one) => one === named)
    if (!role) {
      const meant = nearest(named, roles)
      const wrong = sentence`“${part.trim()}” is not role=${kind}`
      throw new Invalid(
        `import.${kind}s-invalid`,
        sentence`${didYouMean(wrong, meant)} Roles: ${roles.join(', ')}`,
      )
    }
    if (name !== '') return [role, name]
    throw new Invalid(`import.${kind}s-invalid`, sentence`No ${kind} is named for “${role}”`)
  })
}

/**
 * The column of that name; `#4` is the fourth, for headers that repeat a name.
 * @throws Invalid with the nearest spelling
 */
export function findColumn(header: readonly string[], role: string, name: string): number {
  const position = /^#(\d+)$/.exec(name)
  if (position && Number(position[1]) >= 1 && Number(position[1]) <= header.length) {
    return Number(position[1]) - 1
  }
  for (const same of [exactly(name), loosely(name)]) {
    const found = header.flatMap((column, index) => (same(column) ? [index] : []))
    const [only] = found
    if (only !== undefined && found.length === 1) return only
    if (found.length > 1) {
      const which = found.map((index) => `#${index + 1}`).join(', ')
      throw new Invalid(
        'import.column-ambiguous',
        sentence`${found.length} columns are named “${name}” (${which}): write ${role}=${which.split(', ', 1).join('')}, by position`,
      )
    }
  }
  const meant = nearest(name, header)
  throw new Invalid(
    'import.column-not-found',
    didYouMean(sentence`There is no column “${name}” for “${role}”`, meant),
  )
}

const exactly = (name: string) => (column: string) => column === name
const loosely = (name: string) => (column: string) => plain(column) === plain(name)

/**
 * Roles by the usual names of their columns. A role whose best name fits several columns is left
 * out, and said why: a wrong guess would make wrong numbers.
 * @param chosen roles already settled; their columns are not guessed again
 */
export function guessColumns(header: readonly string[], chosen: Columns): Guess {
  const roles = columnRoles.filter((role) => !changeRoles.includes(role))
  return guessRoles(header, chosen, roles)
}

type Guess = { columns: Columns; unclear: Map<ColumnRole, string> }

function guessRoles(
  header: readonly string[],
  chosen: Columns,
  roles: readonly ColumnRole[],
): Guess {
  const names = header.map(squeezed)
  const taken = new Set(Object.values(chosen))
  const columns: Columns = {}
  const unclear = new Map<ColumnRole, string>()
  for (const role of roles) {
    if (chosen[role] !== undefined) continue
    const free = (usual: string) =>
      names.flatMap((n, i) => (n === usual && !taken.has(i) ? [i] : []))
    const fits =
      usualNames[role]
        ?.map(squeezed)
        .map(free)
        .find((found) => found.length > 0) ?? []
    const [best] = fits
    if (fits.length > 1) {
      const which = fits.map((index) => `#${index + 1} “${header[index]}”`).join(' or ')
      unclear.set(role, `The ${role} column could be ${which}`)
    } else if (best !== undefined) {
      columns[role] = best
      taken.add(best)
    }
  }
  return { columns, unclear }
}

/** `Change Date+Time`, `change_date.time` and `changeDateTime` are one name. */
export function plain(name: string): string {
  return name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^\(case\) /, 'case ')
    .trim()
}

/** `caseid` is `Case ID`. */
function squeezed(name: string): string {
  return plain(name.normalize('NFC')).replaceAll(' ', '')
}
