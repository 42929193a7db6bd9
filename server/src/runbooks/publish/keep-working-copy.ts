import type { RunbookEditing } from '@firstline/contract/runbooks'
import { KeepWorkingCopy } from '@firstline/contract/runbooks'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { requirePerson } from '#server/core/actor.ts'
import { days } from '#server/core/clock.ts'
import { NotFound } from '#server/core/errors.ts'
import { defineQuery, defineVerb } from '#server/core/verb.ts'
import { editingEnded, editingKept } from '#server/runbooks/events.ts'

const OneRunbook = KeepWorkingCopy.pick({ id: true })

/** Somebody who has not touched the text for a week is no longer changing it. */
const editingDays = 7

export const getRunbookEditing = defineQuery({
  permission: 'runbook:edit',
  input: OneRunbook,
  run: ({ db, actor, clock }, { id }) => readEditing(db, id, requirePerson(actor).id, clock.now()),
})

/** Nothing is lost by a closed tab, and the second of two editors is told while writing. */
export const keepWorkingCopy = defineVerb({
  permission: 'runbook:edit',
  input: KeepWorkingCopy,
  async run({ tx, actor, clock }, { id, source, baseVersion }) {
    const now = clock.now()
    const personId = requirePerson(actor).id
    const kept = { source, base_version: baseVersion, saved_at: now }
    await tx
      .insertInto('runbook_working_copy')
      .values({ runbook_id: id, person_id: personId, started_at: now, ...kept })
      .onConflict((conflict) => conflict.columns(['runbook_id', 'person_id']).doUpdateSet(kept))
      .execute()
    return {
      result: await readEditing(tx, id, personId, now),
      events: [editingKept({ runbook: id, base_version: baseVersion })],
    }
  },
})

export const dropWorkingCopy = defineVerb({
  permission: 'runbook:edit',
  input: OneRunbook,
  async run({ tx, actor, clock }, { id }) {
    const personId = requirePerson(actor).id
    if (!(await removeWorkingCopy(tx, id, personId))) {
      throw new NotFound('runbook.no-working-copy', 'There is no unsaved text of yours to drop')
    }
    return {
      result: await readEditing(tx, id, personId, clock.now()),
      events: [editingEnded({ runbook: id })],
    }
  },
})

/** Also what saving a draft does: the text is then a version. */
export async function removeWorkingCopy(
  db: Kysely<DB>,
  id: string,
  personId: string,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('runbook_working_copy')
    .where('runbook_id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

async function readEditing(
  db: Kysely<DB>,
  id: string,
  personId: string,
  now: Date,
): Promise<RunbookEditing> {
  const [latest, rows] = [await readLatest(db, id), await readCopies(db, id, now)]
  const mine = rows.find((row) => row.person_id === personId)
  const others = rows.filter((row) => row !== mine)
  return {
    latestVersion: latest?.version ?? 0,
    mine: mine
      ? {
          source: mine.source,
          baseVersion: mine.base_version,
          savedAt: mine.saved_at.toISOString(),
        }
      : null,
    others: others.map((row) => ({
      person: { kind: 'person', id: row.person_id, name: row.name },
      baseVersion: row.base_version,
      startedAt: row.started_at.toISOString(),
      savedAt: row.saved_at.toISOString(),
    })),
  }
}

function readLatest(db: Kysely<DB>, id: string) {
  return db
    .selectFrom('runbook_version')
    .select('version')
    .where('runbook_id', '=', id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

function readCopies(db: Kysely<DB>, id: string, now: Date) {
  return db
    .selectFrom('runbook_working_copy as copy')
    .innerJoin('person', 'person.id', 'copy.person_id')
    .select(['copy.person_id', 'copy.source', 'copy.base_version', 'copy.started_at'])
    .select(['copy.saved_at', 'person.name'])
    .where('copy.runbook_id', '=', id)
    .where('copy.saved_at', '>', new Date(now.getTime() - editingDays * days))
    .orderBy('copy.saved_at', 'desc')
    .execute()
}
