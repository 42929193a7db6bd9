import { present } from '@firstline/contract/present'
import type { RunbookContent } from '@firstline/contract/runbooks'
import { lintInProcess } from '#server/runbooks/lint/check-in-process.ts'
import {
  addToHead,
  appendSection,
  replaceSection,
  openRunbook,
  removeFromHead,
  setHead,
  writeRunbook,
} from '#server/runbooks/format/edit-runbook.ts'
import type { RunbookText } from '#server/runbooks/format/edit-runbook.ts'
import { distinguishing, fixtureOf } from './lesson-facts.ts'
import {
  causeName,
  endingOf,
  explanationOf,
  free,
  questionName,
  sayOf,
  slugWords,
  symptomOf,
  withoutHandover,
} from './lesson.ts'
import type { Lesson, LessonCase, LessonDraft, Ran } from './lesson.ts'
import { errorsOf } from '#server/runbooks/lint/lint-problem.ts'
import { addCause, addFixture, addPicks, addSymptom, askAbout, namesOf } from './write-lesson.ts'

/**
 * The change of a runbook that would have let the first line resolve this ticket, made from the
 * engineer's words and the values of the run. Deterministic; an engineer reads it before it counts.
 */
export async function draftLesson(lesson: Lesson, given: LessonCase): Promise<LessonDraft> {
  return given.run === null ? newRunbook(lesson, given) : taughtRunbook(lesson, given, given.run)
}

async function taughtRunbook(lesson: Lesson, given: LessonCase, run: Ran): Promise<LessonDraft> {
  const diagnosed = run.content.causes.find((cause) => cause.name === run.cause)
  if (diagnosed?.escalation) return teachCause(lesson, given, run, diagnosed)
  const isUntold = run.cause === null && run.matched.length === 0
  const told = isUntold ? await tellApart(lesson, given, run) : null
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
  const known = 'escalate' in ending ? cause.explanation : withoutHandover(cause.explanation)
  const explanation = [explanationOf(lesson), known].filter(Boolean).join('\n\n')
  replaceSection(text, { name: cause.name, explanation, say: sayOf(lesson, ending, cause.say) })
  return drafted(run, cause.name, writeRunbook(text))
}

function drafted({ content, source: before }: Ran, cause: string, source: string): LessonDraft {
  return { id: content.id, isNew: false, cause, source, before }
}

/** No cause matched, and the values the runbook looks at tell this state from every other. */
async function tellApart(lesson: Lesson, given: LessonCase, run: Ran): Promise<LessonDraft | null> {
  const when = distinguishing(run.content, run.values)
  if (when === null) return null
  const name = causeName(lesson.was, namesOf(run.content.causes))
  const text = openRunbook(run.source)
  addCause(text, lesson, given, run, { name, when })
  addFixture(text, run.content, fixtureOf(run.content, run.values), name)
  const source = writeRunbook(text)
  const { problems } = await lintInProcess(source, given.named)
  return errorsOf(problems).length > 0 ? null : drafted(run, name, source)
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
  return drafted(run, name, writeRunbook(text))
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
  if ('escalate' in ending) addHandover(text, given, present(handover))
  text.head.setIn(['causes'], text.head.createNode({}))
  setHead(text, ['causes', name], { when: question, ...ending })
  const state = Object.fromEntries(given.seen.map((seen) => [seen.name, seen.value]))
  addToHead(text, 'fixtures', { given: { ...state, [question]: true }, expect: name })
  const say = sayOf(lesson, ending)
  appendSection(text, { name, explanation: explanationOf(lesson), say })
  const source = writeRunbook(text)
  return { id: text.head.get('id') as string, isNew: true, cause: name, source, before: null }
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
