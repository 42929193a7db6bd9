import type { WouldHaveHelped } from '@firstline/contract/escalations'
import type { RunbookContent } from '@firstline/contract/runbooks'
import type { CheckValues } from '#server/runbooks/causes/decide-cause.ts'
import type { SeenCheck } from './lesson-evidence.ts'
import type { Named } from '#server/runbooks/format/named.ts'

/** What an engineer sends back about a ticket the first line could not resolve. */
export type Lesson = {
  was: string
  fix: string
  wouldHaveHelped: WouldHaveHelped
  detail: string
  /** For the customer of the next time; empty: the cause keeps its own words. */
  say: string
}

/** The ticket it is about, and what the runbook, if one was run, had found. */
export type LessonCase = {
  ticket: { subject: string; text: string; type: string | null }
  team: string
  because: string
  /** Names of what was handed over, as paths into the checks. */
  identifiers: readonly string[]
  /** Beside the ticket, also where nothing was run. */
  seen: readonly SeenCheck[]
  owner: string
  run: {
    source: string
    content: RunbookContent
    values: CheckValues
    cause: string | null
    matched: readonly string[]
  } | null
  named: Named
}

export type Ran = NonNullable<LessonCase['run']>

export type LessonDraft = {
  /** Of the runbook that is changed, or that is new. */
  id: string
  isNew: boolean
  /** The cause that was added or taught something. */
  cause: string
  source: string
  /** The text it changes; null of a new one. */
  before: string | null
}

export type Ending = { action: string | string[] } | { reply: string } | { escalate: string }

/**
 * What the first line does the next time: an action if the engineer names one there is; the reply
 * if knowing was all it needed and there are words for the customer; else it hands over again, now
 * knowing what it is.
 */
export function endingOf(lesson: Lesson, named: Named, escalation: string | null): Ending {
  const actions = namedActions(`${lesson.detail}\n${lesson.fix}`, named)
  const [action, ...others] = actions
  if (action !== undefined) return { action: others.length === 0 ? action : actions }
  const canExplain = lesson.wouldHaveHelped === 'runbook' && lesson.say !== ''
  if (canExplain || escalation === null) return { reply: 'explained' }
  return { escalate: escalation }
}

/** In the order the engineer wrote them; one that needs what no pick gives is left in the words. */
function namedActions(text: string, named: Named): string[] {
  const words = text.match(/[a-z0-9]+(?:[._-][a-z0-9]+)*/g) ?? []
  const usable = words.filter((word) =>
    named.actions.get(word)?.inputs.every(({ isRequired, pick }) => !isRequired || pick !== null),
  )
  return [...new Set(usable)].slice(0, 5)
}

/** What the actions of an ending act on, to be picked: `exports.recent.id` by the input it fills. */
export function picksFor(ending: Ending, named: Named): { name: string; from: string }[] {
  const actions = 'action' in ending ? [ending.action].flat() : []
  return actions.flatMap((id) =>
    (named.actions.get(id)?.inputs ?? []).flatMap(({ name, isRequired, pick }) =>
      isRequired && pick !== null ? [{ name, from: pick }] : [],
    ),
  )
}

/**
 * What is said to the customer: the engineer's words for them, never those for colleagues.
 * @param known what the cause says already: kept
 * @returns null: as it is
 */
export function sayOf(lesson: Lesson, ending: Ending, known: string | null = null): string | null {
  if (lesson.say !== '') return safeProse(lesson.say)
  if ('escalate' in ending || known !== null) return null
  return 'We have found the cause and put it right. Please tell me if you still see the problem.'
}

export function explanationOf(lesson: Lesson): string {
  const detail = lesson.detail ? `\n\n${safeProse(lesson.detail)}` : ''
  return `${safeProse(lesson.was)}\n\nHow it was fixed: ${safeProse(lesson.fix)}${detail}`
}

/** What was known of a cause, less the sentences that hand it over: the first line need not any more. */
export function withoutHandover(explanation: string): string {
  return explanation
    .split('\n')
    .map((line) =>
      line
        .split(/(?<=[.!?])\s+/)
        .filter((sentence) => !handsOver.test(sentence))
        .join(' '),
    )
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

const handsOver =
  /\b(?:escalat|hand(?:s|ed|ing)? (?:it |this |them |that )?over\b|eskalier|übergeben|übergib)/i

/** An engineer's words can neither begin a section nor leave a fence open. */
function safeProse(text: string): string {
  return text
    .trim()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/^([ \t]*)(#+\s)/gm, String.raw`$1\$2`)
    .replaceAll(/^([ \t]*)(?:`{3,}|~{3,})/gm, "$1'''")
}

/** A name for a cause from the first words that say something: `mail-worker-lost-job` */
export function causeName(was: string, taken: Pick<ReadonlySet<string>, 'has'>): string {
  const words = slugWords(was).filter((word) => word.length > 2 && !small.has(word))
  const base = (words.length > 0 ? words : ['learned']).slice(0, 4).join('-').slice(0, 48)
  const name = /^[a-z]/.test(base) ? base : `case-${base}`
  return free(name, taken, '-')
}

/** The name of a question in conditions: letters, digits and `_`. */
export function questionName(cause: string, taken: Pick<ReadonlySet<string>, 'has'>): string {
  return free(`is_${cause.replaceAll('-', '_')}`, taken, '_')
}

const small = new Set('the and was were has had for with from that this its not but are'.split(' '))

export function slugWords(text: string): string[] {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain.match(/[a-z0-9]+/g) ?? []
}

export function free(name: string, taken: Pick<ReadonlySet<string>, 'has'>, joint: string): string {
  if (!taken.has(name)) return name
  for (let n = 2; ; n++) if (!taken.has(`${name}${joint}${n}`)) return `${name}${joint}${n}`
}

/** The ticket's own first sentence as a symptom: no address, no number, not the whole story. */
export function symptomOf(ticket: LessonCase['ticket']): string {
  const clean = (text: string) =>
    text
      .split(/\s+/)
      .filter((word) => !/.@.|https?:.|\d/.test(word))
      .join(' ')
      .replaceAll(/^(?:(?:re|fwd?|aw|wg)\s*:\s*)+/gi, '')
      .replaceAll(/[^\p{L}\p{N}'’ -]+/gu, ' ')
      .split(/\s+/)
      .filter(Boolean)
      .slice(0, 14)
      .join(' ')
      .slice(0, 200)
  const first = ticket.text.split(/[.!?\n]+/).find((part) => slugWords(part).length > 3) ?? ''
  return clean(ticket.subject) || clean(first) || 'unnamed problem'
}
