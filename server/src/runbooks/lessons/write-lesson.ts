import type { RunbookContent } from '@firstline/contract/runbooks'
import { addToHead, appendSection, setHead } from '#server/runbooks/format/edit-runbook.ts'
import type { RunbookText } from '#server/runbooks/format/edit-runbook.ts'
import { endingOf, explanationOf, free, picksFor, sayOf, slugWords, symptomOf } from './lesson.ts'
import type { Ending, Lesson, LessonCase, Ran } from './lesson.ts'
import { matchSymptoms } from '#server/runbooks/match/match-symptoms.ts'
import type { Named } from '#server/runbooks/format/named.ts'

/** The question by which a person says that it is this. */
export function askAbout(lesson: Lesson, when: string | null) {
  const [sentence = ''] = lesson.was.split(/(?<=[.!?])\s|\n/, 1)
  const ask = `Is it this? ${sentence.trim().slice(0, 300)}`
  return { ask, type: 'boolean', ...(when === null ? {} : { when }) }
}

export function addCause(
  text: RunbookText,
  lesson: Lesson,
  given: LessonCase,
  run: Ran,
  { name, when }: { name: string; when: string },
): void {
  const escalation = escalationFor(given, run.content)
  const ending: Ending = endingOf(lesson, given.named, escalation?.name ?? null)
  if ('escalate' in ending && escalation) {
    const { to, send, because } = escalation
    setHead(text, ['escalate', escalation.name], { to, send, because })
  }
  addPicks(text, ending, given.named, run.content.picks)
  setHead(text, ['causes', name], { when, ...ending })
  addSymptom(text, given, run.content)
  const say = sayOf(lesson, ending)
  appendSection(text, { name, explanation: explanationOf(lesson), say })
}

/** What an action acts on is picked; a runbook that had no action so far may not pick it yet. */
export function addPicks(
  text: RunbookText,
  ending: Ending,
  named: Named,
  picks: RunbookContent['picks'],
): void {
  const picked = new Map(picks.map(({ name, source, field }) => [name, `${source}.${field}`]))
  for (const { name, from } of picksFor(ending, named)) {
    if ([...picked.values()].includes(from)) continue
    const fresh = free(name, picked, '_')
    picked.set(fresh, from)
    setHead(text, ['pick', fresh], from)
  }
}

/** Handing over again needs identifiers the runbook can read; without any there is no escalation. */
function escalationFor(given: LessonCase, content: RunbookContent) {
  const checks = namesOf(content.checks)
  const send = given.identifiers.filter((path) => {
    const [check = '', ...rest] = path.split('.')
    return rest.length > 0 && checks.has(check)
  })
  if (send.length === 0) return null
  const base = slugWords(given.because).slice(0, 4).join('-') || 'handed-over'
  const name = free(/^[a-z]/.test(base) ? base : `case-${base}`, namesOf(content.escalations), '-')
  return { name, to: given.team, send, because: given.because }
}

export function addFixture(
  text: RunbookText,
  content: RunbookContent,
  given: Record<string, unknown>,
  expect: string,
): void {
  const written = JSON.stringify({ given, expect })
  if (content.fixtures.some((fixture) => JSON.stringify(fixture) === written)) return
  addToHead(text, 'fixtures', { given, expect })
}

/** A ticket the runbook did not recognise by itself gives it the customer's words. */
export function addSymptom(
  text: RunbookText,
  { ticket }: LessonCase,
  content: RunbookContent,
): void {
  const candidate = { ...content, symptoms: content.symptoms }
  const [match] = matchSymptoms({ ...ticket, type: null }, [candidate])
  if (match?.isMatch) return
  addToHead(text, 'symptom', symptomOf(ticket))
}

export function namesOf(things: readonly { name: string }[]): ReadonlySet<string> {
  return new Set(things.map((thing) => thing.name))
}
