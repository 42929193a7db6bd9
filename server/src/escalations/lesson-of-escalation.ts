import type { RunbookContent } from '@firstline/contract/runbooks'
import type { Kysely } from 'kysely'
import { CelError } from '#server/conditions/cel.ts'
import type { DB } from '#server/database/db-types.ts'
import { readInProcess } from '#server/runbooks/lint/check-in-process.ts'
import { draftLesson } from '#server/runbooks/lessons/draft-lesson.ts'
import { seenChecks } from '#server/runbooks/lessons/lesson-evidence.ts'
import type { Lesson, LessonCase, LessonDraft } from '#server/runbooks/lessons/lesson.ts'
import { readWords } from '#server/runbooks/match/match-runbook.ts'
import { namedIn } from '#server/runbooks/format/named.ts'
import type { RunbookProject } from '#server/runbooks/format/named.ts'
import { compileRunbook, decideCauses } from '#server/runbooks/causes/decide-cause.ts'
import type { CheckValues, CompiledRunbook } from '#server/runbooks/causes/decide-cause.ts'
import { valuesOf } from '#server/runbooks/run/run-state.ts'
import { readRun } from '#server/runbooks/run/runs.ts'
import { slugOf } from './teams.ts'
import { escalationNotFound } from './read-escalation.ts'

/** The change of a runbook that an engineer's words would make. */
export async function draftOfEscalation(
  db: Kysely<DB>,
  project: RunbookProject,
  id: string,
  lesson: Lesson,
): Promise<LessonDraft> {
  const given = await lessonCaseOf(db, project, id)
  const draft = await draftLesson(lesson, given)
  const known = draft.isNew ? await newestText(db, draft.id) : null
  // a runbook of that name was made from an earlier escalation: it learns one more thing
  return known === null ? draft : draftLesson(lesson, { ...given, run: unasked(known) })
}

/** What the draft is made from: the ticket's words, what was handed over, what the run had found. */
async function lessonCaseOf(
  db: Kysely<DB>,
  project: RunbookProject,
  id: string,
): Promise<LessonCase> {
  const escalation = await db
    .selectFrom('escalation')
    .select(['ticket_id', 'team', 'because', 'identifiers', 'evidence', 'runbook_run_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!escalation) throw escalationNotFound()
  const team = slugOf(escalation.team)
  const named = namedIn(project.files)
  return {
    ticket: await readWords(db, escalation.ticket_id),
    team,
    because: escalation.because,
    identifiers: escalation.identifiers.map(({ name }) => name),
    seen: seenChecks(escalation.evidence, named),
    owner: team,
    run: escalation.runbook_run_id ? await ranOn(db, escalation.runbook_run_id) : null,
    named,
  }
}

/** The run's values, decided again by the newest text: it may have learned since the run. */
async function ranOn(db: Kysely<DB>, runId: string): Promise<LessonCase['run']> {
  const run = await readRun(db, runId)
  const values = valuesOf(run.compiled, run.findings)
  const newest = await newestText(db, run.runbook)
  return newest && { ...newest, values, ...decided(newest, values) }
}

function decided({ compiled }: Newest, values: CheckValues) {
  const { matched } = decideCauses(compiled, values)
  const [cause, ...others] = matched
  return cause !== undefined && others.length === 0
    ? { cause, matched: [] }
    : { cause: null, matched }
}

/** Nobody ran it on this ticket, so none of what it asks about was seen. */
function unasked(newest: Newest): NonNullable<LessonCase['run']> {
  const asked = newest.content.checks.filter(
    (check) => check.kind === 'ask' && check.type === 'boolean',
  )
  const values = Object.fromEntries(asked.map((check) => [check.name, false]))
  return { ...newest, values, cause: null, matched: [] }
}

type Newest = { source: string; content: RunbookContent; compiled: CompiledRunbook }

/** The open draft, so that two lessons at once do not lose one another; else what is published. */
async function newestText(db: Kysely<DB>, runbook: string): Promise<Newest | null> {
  const rows = await db
    .selectFrom('runbook_version')
    .select('source')
    .where('runbook_id', '=', runbook)
    .where('state', 'in', ['draft', 'published'])
    .orderBy('version', 'desc')
    .execute()
  for (const { source } of rows) {
    const { content } = await readInProcess(source)
    const compiled = content && compileIfSound(content)
    if (compiled) return { source, content, compiled }
  }
  return null
}

/** A draft may hold conditions that do not compile; then the version below it is the base. */
function compileIfSound(content: RunbookContent): CompiledRunbook | null {
  try {
    return compileRunbook(content)
  } catch (error) {
    if (error instanceof CelError) return null
    throw error
  }
}
