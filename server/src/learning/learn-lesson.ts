import { LearnLesson, ListLessons } from '@firstline/contract/learning'
import type { LessonDetail } from '@firstline/contract/learning'
import { Id } from '@firstline/contract/common'
import { sql } from 'kysely'
import type { Kysely, SqlBool } from 'kysely'
import { z } from 'zod'
import { requirePerson } from '#server/core/actor.ts'
import { decodeCursor, encodeCursor, pageOf } from '#server/core/cursor.ts'
import type { DB } from '#server/database/db-types.ts'
import { defineQuery, defineVerb } from '#server/core/verb.ts'
import { lessonLearned } from './events.ts'
import { lessonOf, readLesson, selectLessons } from './read-lesson.ts'

export const listLessons = defineQuery({
  permission: 'learning:read',
  input: ListLessons,
  async run({ db, actor }, { state, cursor, limit }) {
    const personId = requirePerson(actor).id
    const after = cursor ? decodeCursor(cursor) : null
    const [rows, unlearned] = await Promise.all([
      selectLessons(db, personId)
        .$if(state === 'new', (query) => query.where('learned.at', 'is', null))
        .$if(state === 'learned', (query) => query.where('learned.at', 'is not', null))
        .$if(after !== null, (query) =>
          query.where(
            sql<SqlBool>`(escalation.returned_at, escalation.id) < (${after?.at}, ${after?.id}::uuid)`,
          ),
        )
        .orderBy('escalation.returned_at', 'desc')
        .orderBy('escalation.id', 'desc')
        .limit(limit + 1)
        .execute(),
      countUnlearned(db, personId),
    ])
    const { page, last } = pageOf(rows, limit)
    return {
      items: page.map(lessonOf),
      next: last ? encodeCursor({ at: last.returnedAt, id: last.id }) : null,
      unlearned,
    }
  },
})

async function countUnlearned(db: Kysely<DB>, personId: string): Promise<number> {
  const { count } = await db
    .selectFrom('escalation')
    .leftJoin('lesson_learned as learned', (join) =>
      join
        .onRef('learned.escalation_id', '=', 'escalation.id')
        .on('learned.person_id', '=', personId),
    )
    .select(sql<number>`count(*)::int`.as('count'))
    .where('escalation.escalated_by', '=', personId)
    .where('escalation.returned_at', 'is not', null)
    .where('learned.at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

export const getLesson = defineQuery({
  permission: 'learning:read',
  input: z.object({ id: Id }),
  run: ({ db, actor }, { id }) => readDetail(db, { id, personId: requirePerson(actor).id }),
})

/** Each for themselves: nobody sees who has learned what. */
export const learnLesson = defineVerb({
  permission: 'learning:read',
  input: LearnLesson,
  async run({ tx, actor, clock }, { id, isLearned }) {
    const key = { id, personId: requirePerson(actor).id }
    const lesson = await readLesson(tx, key)
    if (isLearned) {
      await tx
        .insertInto('lesson_learned')
        .values({ escalation_id: id, person_id: key.personId, at: clock.now() })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    } else {
      await tx
        .deleteFrom('lesson_learned')
        .where('escalation_id', '=', id)
        .where('person_id', '=', key.personId)
        .execute()
    }
    const { ticketId, accountId } = lesson
    return {
      result: await readDetail(tx, key),
      events: [lessonLearned({ escalation: id, ticketId, accountId }, { is_learned: isLearned })],
    }
  },
})

async function readDetail(
  db: Kysely<DB>,
  key: { id: string; personId: string },
): Promise<LessonDetail> {
  const lesson = lessonOf(await readLesson(db, key))
  const { runbook } = lesson
  const texts = runbook
    ? await db
        .selectFrom('runbook_version')
        .select(['version', 'source'])
        .where('runbook_id', '=', runbook.id)
        .where('version', 'in', [runbook.version, runbook.basedOn ?? 0])
        .execute()
    : []
  const textOf = (version: number | null | undefined) =>
    texts.find((text) => text.version === version)?.source ?? null
  return { ...lesson, before: textOf(runbook?.basedOn), after: textOf(runbook?.version) }
}
