import { Invalid } from '#server/core/errors.ts'
import { nearest } from '#server/core/spelling.ts'

/** What a column of a history can tell. */
export const columnRoles = [
  'case',
  'time',
  'status',
  'substatus',
  'team',
  'person',
  'type',
  'channel',
  'product',
  'rating',
  'problem_started_at',
  'sequence',
  'reassignments',
] as const
export type ColumnRole = (typeof columnRoles)[number]
/** Role → position of the column, from 0. */
export type Columns = Partial<Record<ColumnRole, number>>

export const neededRoles = ['case', 'time', 'status'] as const satisfies readonly ColumnRole[]

/** Header names the roles go by in exports and in process-mining logs, best first. */
const usualNames: Partial<Record<ColumnRole, readonly string[]>> = {
  case: [
    'case id', 'case concept name', 'case', 'ticket id', 'ticket number', 'ticket',
    'incident id', 'incident number', 'incident', 'sr number', 'service request number',
    'request id', 'request number', 'ticket no', 'ticket nr', 'case no', 'issue key', 'issue id',
    'case number', 'case key', 'ticket key', 'incident key', 'trace id', 'vorgangsnummer', 'vorgangs id',
    'vorgang', 'ticketnummer', 'fallnummer', 'fall id', 'numéro de ticket', 'numero de ticket',
    'número de ticket', 'número do ticket', 'number', 'id', 'key',
  ],
  time: [
    'complete timestamp', 'completed timestamp', 'time timestamp', 'event time', 'event timestamp',
    'timestamp', 'change date time', 'changed at', 'change time', 'change date', 'change timestamp',
    'date stamp', 'updated at', 'updated on', 'update time', 'updated', 'changed', 'changed on',
    'modified', 'modified at', 'modified on', 'modified date', 'last modified', 'last modified date', 'edit date',
    'sys updated at', 'sys updated on', 'transition date', 'event date', 'event datetime', 'occurred at', 'logged at',
    'zeitstempel', 'zeitpunkt', 'geändert am', 'horodatage', 'date de modification', 'fecha',
    'fecha de modificación', 'time', 'datetime', 'date time', 'end time', 'end timestamp', 'date',
    'datum', 'at', 'created at', 'start timestamp', 'start time',
  ],
  status: [
    'status', 'ticket status', 'incident state', 'incident status', 'state', 'new status', 'to status', 'status to',
    'new state', 'new value', 'statut', 'état', 'estado', 'stato', 'activity', 'concept name',
    'activity name', 'activity type', 'incident activity type', 'event name', 'event', 'action',
    'task', 'aktivität', 'activité', 'actividad',
  ],
  substatus: ['sub status', 'lifecycle transition', 'lifecycle', 'status reason', 'sub state'],
  team: [
    'assignment group', 'assigned group', 'support group', 'involved st', 'support team', 'team',
    'group', 'work group', 'org group', 'queue', 'assigned team', 'assignee group',
    'assignment team', 'resolver group', 'owner group', 'group name', 'team name', 'gruppe',
    'bearbeitergruppe', 'zuständige gruppe', 'groupe', 'équipe', 'grupo', 'equipo', 'gruppo',
    'support level', 'support tier', 'support line', 'tier',
  ],
  person: [
    'org resource', 'resource', 'assigned to', 'assignee', 'person', 'agent', 'agent name', 'assigned agent', 'owner',
    'owner first name', 'user', 'bearbeiter', 'zugewiesen an', 'performed by', 'changed by', 'updated by', 'modified by',
  ],
  type: [
    'ticket type', 'type', 'category', 'case type', 'incident type', 'issue type', 'request type',
    'ticket category', 'kategorie', 'catégorie', 'categoría', 'categoria', 'product', 'service',
  ],
  channel: ['channel', 'contact type', 'contact channel', 'case origin', 'source', 'via', 'kanal', 'canal'],
  rating: ['rating', 'satisfaction', 'csat'],
  problem_started_at: ['problem started at', 'opened at', 'reported at'],
} // prettier-ignore

/** Headers of columns that tell what was done rather than how a ticket then stands. */
const activityNames = new Set(
  [
    'activity', 'concept name', 'activity name', 'activity type', 'incident activity type', 'event name',
    'event', 'action', 'task', 'aktivität', 'activité', 'actividad',
  ].map(squeezed),
) // prettier-ignore

export function tellsActivities(header: string): boolean {
  return activityNames.has(squeezed(header))
}

/**
 * `case=SR Number,time=Change Date+Time`: commas inside a name are kept, as only a comma before a
 * known role separates.
 */
export function parseColumnChoice(text: string): Partial<Record<ColumnRole, string>> {
  const choice: Partial<Record<ColumnRole, string>> = {}
  for (const part of text.split(/,(?=\s*[a-z_]+\s*=)/)) {
    const [, role = '', name = ''] = /^\s*([^=]*?)\s*=\s*(.*?)\s*$/s.exec(part) ?? []
    if (!isRole(role)) {
      const meant = nearest(role, columnRoles)
      const hint = meant ? `; did you mean “${meant}”?` : ''
      throw new Invalid(
        'import.columns-invalid',
        `“${part.trim()}” is not role=column${hint} Roles: ${columnRoles.join(', ')}`,
      )
    }
    if (name === '') throw new Invalid('import.columns-invalid', `No column is named for “${role}”`)
    choice[role] = name
  }
  return choice
}

function isRole(text: string): text is ColumnRole {
  return columnRoles.some((role) => role === text)
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
    if (found.length === 1) return found[0]!
    if (found.length > 1) {
      const which = found.map((index) => `#${index + 1}`).join(', ')
      throw new Invalid(
        'import.column-ambiguous',
        `${found.length} columns are named “${name}” (${which}): write ${role}=${which.split(', ')[0]}, by position`,
      )
    }
  }
  const meant = nearest(name, header)
  throw new Invalid(
    'import.column-not-found',
    `There is no column “${name}” for “${role}”${meant ? `; did you mean “${meant}”?` : ''}`,
  )
}

const exactly = (name: string) => (column: string) => column === name
const loosely = (name: string) => (column: string) => plain(column) === plain(name)

/**
 * Roles by the usual names of their columns. A role whose best name fits several columns is left
 * out, and said why: a wrong guess would make wrong numbers.
 * @param chosen roles already settled; their columns are not guessed again
 */
export function guessColumns(
  header: readonly string[],
  chosen: Columns,
): { columns: Columns; unclear: Map<ColumnRole, string> } {
  const names = header.map(squeezed)
  const taken = new Set(Object.values(chosen))
  const columns: Columns = {}
  const unclear = new Map<ColumnRole, string>()
  for (const role of columnRoles) {
    if (chosen[role] !== undefined) continue
    const free = (usual: string) =>
      names.flatMap((n, i) => (n === usual && !taken.has(i) ? [i] : []))
    const fits =
      usualNames[role]
        ?.map(squeezed)
        .map(free)
        .find((found) => found.length > 0) ?? []
    if (fits.length > 1) {
      const which = fits.map((index) => `#${index + 1} “${header[index]}”`).join(' or ')
      unclear.set(role, `The ${role} column could be ${which}`)
    } else if (fits.length === 1) {
      columns[role] = fits[0]!
      taken.add(fits[0]!)
    }
  }
  return { columns, unclear }
}

/** `Change Date+Time`, `change_date.time` and `changeDateTime` are one name. */
function plain(name: string): string {
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
