import type { RunbookContent } from '@firstline/contract/runbooks'
import {
  addToHead,
  appendSection,
  replaceSection,
  openRunbook,
  removeFromHead,
  setHead,
  writeRunbook,
} from './edit-runbook.ts'
import type { RunbookText } from './edit-runbook.ts'
import { distinguishing, fixtureOf } from './lesson-facts.ts'
import {
  causeName,
  endingOf,
  explanationOf,
  free,
  picksFor,
  questionName,
  sayOf,
  slugWords,
  symptomOf,
} from './lesson.ts'
import type { Ending, Lesson, LessonCase, LessonDraft } from './lesson.ts'
import type { Named } from './named.ts'
import { errorsOf } from './lint-problem.ts'
import { lintRunbook } from './lint-runbook.ts'
import { matchSymptoms } from './match-symptoms.ts'
import { parseRunbook } from './parse-runbook.ts'

/**
 * The change of a runbook that would have let the first line resolve this ticket, made from the
 * engineer's words and the values of the run. Deterministic; an engineer reads it before it counts.
 */
export function draftLesson(lesson: Lesson, given: LessonCase): LessonDraft {
  return given.run === null ? newRunbook(lesson, given) : taughtRunbook(lesson, given, given.run)
}

type Ran = NonNullable<LessonCase['run']>

function taughtRunbook(lesson: Lesson, given: LessonCase, run: Ran): LessonDraft {
  const diagnosed = run.content.causes.find((cause) => cause.name === run.cause)
  if (diagnosed?.escalation) return teachCause(lesson, given, run, diagnosed)
  const told = run.cause === null && run.matched.length === 0 ? tellApart(lesson, given, run) : null
  return told ?? askApart(lesson, given, run)
}

/** The cause was known, what to do about it was not: it keeps its condition and gets an ending. */
function teachCause(
  lesson: Lesson,
  given: LessonCase,
  run: Ran,
  cause: RunbookContent['causes'][number],
): LessonDraft {
  const text = openRunbook(run.source)
  const ending = endingOf(lesson, given.named, cause.escalation)
  for (const end of ['reply', 'action', 'escalate']) {
    removeFromHead(text, ['causes', cause.name, end])
  }
  addPicks(text, ending, given.named, run.content.picks)
  for (const [end, value] of Object.entries(ending)) {
    setHead(text, ['causes', cause.name, end], value)
  }
  addFixture(text, run.content, fixtureOf(run.content, run.values), cause.name)
  addSymptom(text, given, run.content)
  const explanation = `${explanationOf(lesson)}\n\nUntil this was known: ${cause.explanation}`
  replaceSection(text, { name: cause.name, explanation, say: sayOf(lesson, ending) })
  return { id: run.content.id, isNew: false, cause: cause.name, source: writeRunbook(text) }
}

/** No cause matched, and the values the runbook looks at tell this state from every other. */
function tellApart(lesson: Lesson, given: LessonCase, run: Ran): LessonDraft | null {
  const when = distinguishing(run.content, run.values)
  if (when === null) return null
  const name = causeName(lesson.was, namesOf(run.content.causes))
  const text = openRunbook(run.source)
  addCause(text, lesson, given, run, { name, when })
  addFixture(text, run.content, fixtureOf(run.content, run.values), name)
  const source = writeRunbook(text)
  const problems = errorsOf(lintRunbook(parseRunbook(source), given.named))
  return problems.length > 0 ? null : { id: run.content.id, isNew: false, cause: name, source }
}

/** The values do not tell it apart, so a person must: a question, asked only where it matters. */
function askApart(lesson: Lesson, given: LessonCase, run: Ran): LessonDraft {
  const { content } = run
  const matched = content.causes.filter(
    (cause) => cause.name === run.cause || run.matched.includes(cause.name),
  )
  const name = causeName(lesson.was, namesOf(content.causes))
  const question = questionName(name, namesOf(content.checks))
  const where =
    matched.length > 0
      ? matched.map((cause) => `(${cause.when})`).join(' && ')
      : content.causes.map((cause) => `!(${cause.when})`).join(' && ')
  const text = openRunbook(run.source)
  setHead(text, ['checks', question], askAbout(lesson, where))
  for (const cause of matched) {
    const others = matched.filter((other) => other !== cause).map((other) => `(${other.when})`)
    const itself = [...others, question].join(' && ')
    setHead(text, ['causes', cause.name, 'when'], `(${cause.when}) && !(${itself})`)
  }
  for (const [index, fixture] of content.fixtures.entries()) {
    if (matched.some((cause) => cause.name === fixture.expect)) {
      setHead(text, ['fixtures', index, 'given', question], false)
    }
  }
  addCause(text, lesson, given, run, { name, when: `${where} && ${question}` })
  const state = { ...fixtureOf(content, run.values), [question]: true }
  addFixture(text, content, state, name)
  return { id: content.id, isNew: false, cause: name, source: writeRunbook(text) }
}

/**
 * Nothing was run: a runbook of its own, which looks at what the evidence showed and asks whether it
 * is this; the engineer says how to see it.
 */
function newRunbook(lesson: Lesson, given: LessonCase): LessonDraft {
  const type = given.ticket.type ?? 'unknown'
  const words = slugWords(given.ticket.type ?? symptomOf(given.ticket)).slice(0, 6)
  const id = (words.join('-') || 'new-runbook').slice(0, 60)
  const name = causeName(lesson.was, new Set())
  const question = questionName(name, new Set())
  const handover = newHandover(given, question)
  const ending = endingOf(lesson, given.named, handover && handedOver)
  const symptom = symptomOf(given.ticket)
  const text = openRunbook(
    `---\napiVersion: firstline/v1\nkind: Runbook\nid: ${/^[a-z]/.test(id) ? id : `case-${id}`}\n---\n`,
  )
  setHead(text, ['title'], symptom.charAt(0).toUpperCase() + symptom.slice(1))
  setHead(text, ['type'], type)
  setHead(text, ['owner'], given.owner)
  text.head.setIn(['symptom'], text.head.createNode([symptom]))
  addPicks(text, ending, given.named, [])
  text.head.setIn(['checks'], text.head.createNode({}))
  for (const seen of given.seen) setHead(text, ['checks', seen.name], seen.check)
  setHead(text, ['checks', question], askAbout(lesson, null))
  if ('escalate' in ending) addHandover(text, given, handover!)
  text.head.setIn(['causes'], text.head.createNode({}))
  setHead(text, ['causes', name], { when: question, ...ending })
  const state = Object.fromEntries(given.seen.map((seen) => [seen.name, seen.value]))
  addToHead(text, 'fixtures', { given: { ...state, [question]: true }, expect: name })
  const say = sayOf(lesson, ending)
  appendSection(text, { name, explanation: explanationOf(lesson), say })
  return { id: text.head.get('id') as string, isNew: true, cause: name, source: writeRunbook(text) }
}

const handedOver = 'handed-over'
/** Asked for only once it is this. */
type Handover = { questions: ReadonlyMap<string, object>; send: string[] }

/**
 * What was handed over this time: sent where a check reads it; asked for where somebody typed it, and
 * handed over among the checks.
 */
function newHandover({ identifiers, seen }: LessonCase, question: string): Handover | null {
  const send = seen.flatMap((check) => check.send)
  if (send.length === 0) return null
  const names = new Set([question, ...seen.map(({ name }) => name)])
  const questions = new Map<string, object>()
  for (const identifier of identifiers.slice(0, 5)) {
    const words = slugWords(identifier).join('_').slice(0, 40)
    const name = free(/^[a-z]/.test(words) ? words : `id_${words}`, names, '_')
    names.add(name)
    questions.set(name, { ask: identifier.slice(0, 200), type: 'text', when: question })
  }
  return { questions, send }
}

function addHandover(text: RunbookText, given: LessonCase, { questions, send }: Handover): void {
  for (const [name, asked] of questions) setHead(text, ['checks', name], asked)
  setHead(text, ['escalate', handedOver], { to: given.team, send, because: given.because })
}

function askAbout(lesson: Lesson, when: string | null) {
  const sentence = lesson.was
    .split(/(?<=[.!?])\s|\n/)[0]!
    .trim()
    .slice(0, 300)
  const ask = `Is it this? ${sentence}`
  return { ask, type: 'boolean', ...(when === null ? {} : { when }) }
}

function addCause(
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
function addPicks(
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
  const send = given.identifiers.filter(
    (path) => path.includes('.') && checks.has(path.split('.')[0]!),
  )
  if (send.length === 0) return null
  const base = slugWords(given.because).slice(0, 4).join('-') || 'handed-over'
  const name = free(/^[a-z]/.test(base) ? base : `case-${base}`, namesOf(content.escalations), '-')
  return { name, to: given.team, send, because: given.because }
}

function addFixture(
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
function addSymptom(text: RunbookText, { ticket }: LessonCase, content: RunbookContent): void {
  const candidate = { ...content, symptoms: content.symptoms }
  const [match] = matchSymptoms({ ...ticket, type: null }, [candidate])
  if (match?.isMatch) return
  addToHead(text, 'symptom', symptomOf(ticket))
}

function namesOf(things: readonly { name: string }[]): ReadonlySet<string> {
  return new Set(things.map((thing) => thing.name))
}
