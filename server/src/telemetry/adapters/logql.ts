import type { LogLevel } from '@firstline/contract/telemetry'
import { placesOf } from '../line-fields.ts'
import type { Place } from '../line-fields.ts'
import type { LokiPlace } from '../logs-section.ts'
import { namesFrom } from '../level-names.ts'

/** What is wanted of one account's lines. */
export type LineWish = {
  words: readonly string[]
  level: LogLevel | null
  service: string | null
  traceId: string | null
  /** The lines themselves are left out: what was taken out of them is all that is asked for. */
  isWithoutText: boolean
}

export const everyLine: LineWish = {
  words: [],
  level: null,
  service: null,
  traceId: null,
  isWithoutText: false,
}

/** What a query takes out of a line is called so: no stream has such labels. */
export const extracted = 'firstline_'

/**
 * LogQL for the lines of one account. All that is not of the project's own file is a quoted text in it; a
 * line that names the account and another one as well is not the account's.
 * @throws Error for an account without a name
 */
export function logqlFor(logs: LokiPlace, account: string, wish: LineWish): string {
  // a matcher with nothing selects what has no such label
  if (account === '') throw new Error('An account without an id has no logs')
  const names = new Map<string, string>()
  const labelOf = (place: Place) => (place.in === 'label' ? place.name : nameFor(names, place.path))
  const labelsOf = (given: readonly string[]) => [...new Set(given.flatMap(placesOf).map(labelOf))]
  const [selector, owned] = ofAccount(logs, account, labelsOf)
  const { service, level, trace } = logs.names
  const narrowed = [
    ...(wish.level ? [firstIs(labelsOf(level), `=~${quoted(anyOf(wish.level))}`)] : []),
    ...(wish.service === null ? [] : [firstIs(labelsOf(service), `=${quoted(wish.service)}`)]),
    ...(wish.traceId === null ? [] : [firstIs(labelsOf(trace), `=${quoted(wish.traceId)}`)]),
  ]
  // so that the answer says it
  if (wish.isWithoutText) labelsOf(service)
  return [
    selector,
    ...wish.words.map((word) => `|~ ${quoted(`(?i)${patternOf(word)}`)}`),
    ...(names.size > 0 ? [`| json ${extractions(names)}`] : []),
    ...[...owned, ...narrowed].map((condition) => `| ${condition}`),
    ...(wish.isWithoutText ? ['| line_format ""'] : []),
  ].join(' ')
}

/** Where the value of a place stands in an answer without text. */
export function extractedLabel(place: Place): string {
  return place.in === 'label' ? place.name : labelNamed(place.path)
}

function ofAccount(
  { streams, accountLabels, accountFields }: LokiPlace,
  account: string,
  labelsOf: (names: readonly string[]) => string[],
): [selector: string, conditions: string[]] {
  const is = (label: string) => `${label}=${quoted(account)}`
  const matchers = [...streams].map(([name, value]) => `${name}=${quoted(value)}`)
  const [only] = accountLabels
  if (only !== undefined && accountLabels.length === 1 && accountFields.length === 0)
    return [`{${[...matchers, is(only)].join(',')}}`, []]
  const labels = [...new Set([...accountLabels, ...labelsOf(accountFields)])]
  const none = labels.map((label) => `${label}="" or ${is(label)}`)
  return [`{${matchers.join(',')}}`, [...none, labels.map(is).join(' or ')]]
}

/** Of several places the first one with a value counts, as it does where a line is read. */
function firstIs(labels: readonly string[], test: string): string {
  return labels
    .map((label, index) => {
      const before = labels.slice(0, index).map((each) => `${each}=""`)
      return `(${[...before, `${label}${test}`].join(' and ')})`
    })
    .join(' or ')
}

function nameFor(names: Map<string, string>, path: readonly string[]): string {
  const name = labelNamed(path)
  names.set(name, path.map((step) => `["${step}"]`).join(''))
  return name
}

/** `account.id` in one piece and as a path are two names. */
function labelNamed(path: readonly string[]): string {
  const hex = (text: string) => Buffer.from(text).toString('hex')
  return `${extracted}${path.map(hex).join('_')}`
}

function extractions(names: ReadonlyMap<string, string>): string {
  return [...names].map(([name, expression]) => `${name}=${quoted(expression)}`).join(', ')
}

function anyOf(level: LogLevel): string {
  return `(?i)(?:${namesFrom(level).join('|')})`
}

/** As it is typed, and as JSON may write it inside of a text. */
function patternOf(word: string): string {
  const inJson = JSON.stringify(word).slice(1, -1)
  const inAscii = inJson.replaceAll(
    /[\u0080-\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `(?:${[...new Set([word, inJson, inAscii])].map(literally).join('|')})`
}

/** For RE2: nothing in it has a meaning. */
function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
}

/** A text of LogQL, which reads what JSON writes. */
function quoted(text: string): string {
  return JSON.stringify(text)
}
