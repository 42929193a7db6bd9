import { Invalid } from '#server/core/errors.ts'
import { didYouMean } from '#server/core/did-you-mean.ts'
import { sentence } from '#server/core/sentence.ts'
import { nearest } from '#server/core/spelling.ts'

/** What a status means for the scorecard; everything that is neither of the others is `open`. */
export type StatusKind = 'open' | 'resolved' | 'void'

/** How statuses are read. Keys are `status` or `status/substatus`, in lower case. */
export type StatusRules = {
  resolved: string[]
  void: string[]
  /** Leave a ticket as it is: to close what is resolved is neither a resolution nor a reopen. */
  closing: string[]
  /** Where a file tells what was done: only these reopen. Empty: every open status does. */
  reopening: string[]
}

/** Counts by `status/substatus` as written in the file (`status` alone where there is no other). */
export type StatusCounts = ReadonlyMap<string, number>

const solved =
  '(?:resolved?|solved?|closed?|completed?|done|fixed|finished|' +
  'gelöst|geschlossen|abgeschlossen|erledigt|behoben|résolue?|fermée?|close|clos|clôturée?|' +
  'resuelt[oa]|solucionad[oa]|cerrad[oa]|resolvid[oa]|fechad[oa]|encerrad[oa]|risolt[oa]|chius[oa]|' +
  'opgelost|gesloten|afgesloten)'
const thing = '(?:ticket|case|incident|issue|request)'
const usuallyResolved = new RegExp(
  `^(?:${thing} )?(?:auto )?${solved}(?: (?:${solved}|${thing}|completed?|permanently|successful(?:ly)?|by \\w+))?$`,
)
const usuallyVoid =
  /^(?:void(?:ed)?|spam|cancell?ed|withdrawn|duplicated?|closed (?:duplicate|cancell?ed|spam|skipped)|storniert|abgebrochen|duplikat|annulée?|cancelad[oa]|duplicad[oa])$/
const usuallyReopens = new RegExp(
  `^(?:${thing} )?(?:re ?open(?:ed|ing)?|wieder ?(?:er|ge)öffnet|wiedereröffnung|rouverte?|reabiert[oa]|reabert[oa]|riapert[oa]|heropend)(?: ${thing})?$`,
)
/** Steps of an activity before it is done, as the life cycle of XES names them. */
const begun = /^(?:schedule|assign|reassign|start|resume|suspend|manualskip|autoskip)$/

/**
 * The kind of one status; the more exact rule decides: a pair before a status alone.
 * @returns null when it leaves the ticket as it is
 */
export function statusKind(
  rules: StatusRules,
  status: string,
  substatus: string,
): StatusKind | null {
  const alone = key(status)
  const pair = substatus === '' ? alone : key(`${status}/${substatus}`)
  for (const wanted of new Set([pair, alone])) {
    if (rules.resolved.includes(wanted)) return 'resolved'
    if (rules.void.includes(wanted)) return 'void'
    if (rules.closing.includes(wanted)) return null
    if (rules.reopening.includes(wanted)) return 'open'
  }
  return rules.reopening.length === 0 ? 'open' : null
}

/** Whether it is one of those few that reopen, where not every open status does. */
export function reopens({ reopening }: StatusRules, name: string): boolean {
  return reopening.includes(key(name)) || reopening.includes(key(name.split('/', 1)[0] ?? name))
}

/**
 * The statuses asked for, found among those of the file.
 * @param wanted values as given: each a status, a `status/substatus` pair, or several with commas
 * @throws Invalid with the nearest spelling and what the file has
 */
export function chooseStatuses(wanted: readonly string[], counts: StatusCounts): string[] {
  const known = new Map<string, string>()
  for (const pair of counts.keys()) {
    for (const name of [pair, pair.split('/', 1)[0] ?? pair]) known.set(key(name), name)
  }
  const names = wanted.flatMap((value) => (known.has(key(value)) ? [value] : value.split(',')))
  return names.map((name) => {
    if (known.has(key(name))) return key(name)
    const meant = nearest(name.trim(), known.values())
    throw new Invalid(
      'import.status-not-found',
      sentence`${didYouMean(sentence`The file has no status “${name.trim()}”`, meant)}\n${listStatuses(counts)}`,
    )
  })
}

/** Statuses that mean resolved in most desks. @throws Invalid when the file has none of them */
export function assumeResolved(counts: StatusCounts): string[] {
  const names = [...counts.keys()].map((pair) => pair.split('/', 1)[0] ?? pair)
  const found = [...new Set(names)].filter((name) => usuallyResolved.test(words(name)))
  if (found.length > 0) return found.map(key)
  throw new Invalid(
    'import.no-resolved-status',
    sentence`No status of the file says by its name that a ticket is resolved; name it with --resolved-status\n${listStatuses(counts)}`,
  )
}

/**
 * Statuses, or substatuses, by which a ticket never was one: spam, duplicates, withdrawn.
 * @param isSettled the user said what is resolved; that is then not taken away by a substatus
 */
export function assumeVoid(
  counts: StatusCounts,
  resolved: readonly string[],
  isSettled: boolean,
): string[] {
  const isVoid = (pair: string) => pair.split('/').some((part) => usuallyVoid.test(words(part)))
  const isResolved = (name: string) =>
    resolved.includes(name) || (isSettled && resolved.includes(name.split('/', 1)[0] ?? name))
  return [...counts.keys()].map(key).filter((name) => isVoid(name) && !isResolved(name))
}

/** Statuses that close a ticket by their name, where the user named only others as resolved. */
export function assumeClosing(
  counts: StatusCounts,
  rules: Pick<StatusRules, 'resolved' | 'void'>,
): string[] {
  const closes = (pair: string) => pair.split('/').some((part) => usuallyResolved.test(words(part)))
  const isOpen = (pair: string) => {
    const [status = '', ...substatus] = pair.split('/')
    return (
      statusKind({ ...rules, closing: [], reopening: [] }, status, substatus.join('/')) === 'open'
    )
  }
  return [...counts.keys()].filter((pair) => closes(pair) && isOpen(pair)).map(key)
}

/** Activities that reopen by their name: then no other one does, such as a note after the end. */
export function assumeReopening(counts: StatusCounts): string[] {
  const names = [...counts.keys()].map((pair) => pair.split('/', 1)[0] ?? pair)
  return [...new Set(names)].filter((name) => usuallyReopens.test(words(name))).map(key)
}

/** `Close ticket/start`, where `Close ticket/complete` is what resolves. */
export function assumeBegun(counts: StatusCounts, resolved: readonly string[]): string[] {
  const pairs = [...counts.keys()].map(key)
  return pairs.filter((pair) => {
    const [status = '', substatus = ''] = pair.split('/')
    const isCompleted = pairs.includes(`${status}/complete`)
    return begun.test(substatus) && isCompleted && resolved.includes(status)
  })
}

/** Those of the names that occur in the file, as keys. */
export function statusesAmong(names: readonly string[], counts: StatusCounts): string[] {
  const known = new Set([...counts.keys()].map((pair) => key(pair.split('/', 1)[0] ?? pair)))
  return names.map(key).filter((name) => known.has(name))
}

function listStatuses(counts: StatusCounts): string {
  const most = [...counts].sort((a, b) => b[1] - a[1])
  const lines = most.slice(0, 25).map(([name, count]) => `  ${name} (${count} rows)`)
  if (most.length > 25) lines.push(`  … and ${most.length - 25} more`)
  return `Statuses in the file:\n${lines.join('\n')}`
}

function key(name: string): string {
  return name
    .split('/')
    .map((part) => part.trim().toLowerCase())
    .join('/')
}

function words(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
