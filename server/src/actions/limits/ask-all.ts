import { ownProperty } from '@firstline/contract/own-property'
import type { Expression, Kysely, ShallowDehydrateObject, Transaction } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB } from '#server/database/db-types.ts'

export type Database = Kysely<DB> | Transaction<DB>

/** What is to be looked up, and what is made of the rows. */
export type Question<Answer> = {
  lookup: ReturnType<typeof jsonArrayFrom>
  judge(rows: unknown): Answer
}

/** @param judge gets the rows as they come out of JSON, where a time is a text */
export function question<Row, Answer>(
  query: Expression<Row>,
  judge: (rows: ShallowDehydrateObject<Row>[]) => Answer,
): Question<Answer> {
  return { lookup: jsonArrayFrom(query), judge: (rows) => judge(rows as never) }
}

/** All by one statement, which sees one state of the database. */
export async function askAll<Answer>(
  db: Database,
  questions: readonly Question<Answer>[],
): Promise<Answer[]> {
  const lookups = questions.map(({ lookup }, n) => lookup.as(`answer_${n}`))
  const answers = await db.selectNoFrom(lookups).executeTakeFirstOrThrow()
  return questions.map(({ judge }, n) => judge(ownProperty(answers, `answer_${n}`)))
}
