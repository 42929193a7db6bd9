import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { planKept } from '#server/database/keep-plan.ts'
import { decodeTextModel } from '#server/text-model/stored-text-model.ts'
import type { TextModel } from '#server/text-model/train-text-model.ts'

/** The last one read; its id is never used again, also not by another database. */
let held: { id: string; model: TextModel | null } | null = null

/** The model in force: a node that holds another reads it now, so that all answer alike. */
export async function readMatchModel(db: Kysely<DB>): Promise<TextModel | null> {
  const current = await db
    .selectFrom('match_model')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .modifyEnd(planKept)
    .executeTakeFirst()
  if (!current) return null
  if (held?.id === current.id) return held.model
  const row = await db
    .selectFrom('match_model')
    .select('model')
    .where('id', '=', current.id)
    .executeTakeFirst()
  if (!row) return readMatchModel(db) // replaced just now
  const model = decodeTextModel(row.model)
  held = { id: current.id, model }
  return model
}
