import { sql } from 'kysely'
import { z } from 'zod'
import { Conflict, Refusal } from '#server/core/errors.ts'
import { defineDeed, defineVerb } from '#server/core/verb.ts'
import type { VerbContext } from '#server/core/verb.ts'
import { changeTold, outcomeChanged } from '#server/changes/events.ts'
import type { ToldChange } from './complete-change.ts'

type Told = ToldChange & {
  /** What the sender calls the message; null: it says none. */ delivery: string | null
}
const Input = z.object({ change: z.custom<Told>() })

const recordNewChange = defineVerb({
  permission: 'change:write',
  input: Input,
  async run({ tx, clock }, { change }) {
    const row = await tx
      .insertInto('deploy')
      .values({ ...change, outcome_at: change.at, recorded_at: clock.now() })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (row)
      return {
        result: { id: row.id, isNew: true },
        events: [changeTold({ ...change, id: row.id })],
      }
    const known = await findKnown(tx, change).forUpdate().executeTakeFirstOrThrow()
    const merged = mergeTold(known, change)
    if (!merged) throw new Conflict('change.known', 'This change was told before')
    await tx.updateTable('deploy').set(merged).where('id', '=', known.id).execute()
    return {
      result: { id: known.id, isNew: false },
      events: [outcomeChanged({ ...known, outcome: merged.outcome })],
    }
  },
})

/** A change that a sender tells; told again it is no new one, and told otherwise the later word counts. */
export const recordChange = defineDeed({
  permission: recordNewChange.permission,
  input: Input,
  async run(context, input) {
    try {
      return await recordNewChange(context, context.actor, input)
    } catch (error) {
      if (!(error instanceof Refusal) || error.reason !== 'change.known') throw error
      const { id } = await findKnown(context.db, input.change).executeTakeFirstOrThrow()
      return { id, isNew: false }
    }
  },
})

type Known = { id: string; service: string; version: string; environment: string } & Pick<
  ToldChange,
  'at' | 'outcome'
> & { outcome_at: Date | null; origin: string | null }

/** By its own name, else by the message that told it, else by what it says and when. */
function findKnown(db: Pick<VerbContext['tx'], 'selectFrom'>, change: Told) {
  const { origin, delivery } = change
  return db
    .selectFrom('deploy')
    .select(['id', 'service', 'version', 'environment', 'at', 'outcome', 'outcome_at', 'origin'])
    .where((where) =>
      where.or([
        ...(origin === null ? [] : [where('origin', '=', origin)]),
        ...(delivery === null ? [] : [where('delivery', '=', delivery)]),
        where.and([
          where('origin', 'is', null),
          where('service', '=', change.service),
          where('version', '=', change.version),
          where('environment', '=', change.environment),
          where('at', '=', change.at),
          where('kind', '=', change.kind),
          where('name', '=', change.name),
        ]),
      ]),
    )
    .orderBy(sql`origin is null`)
    .limit(1)
}

/**
 * In whatever order they come: the later word about the outcome counts, and the moment is the one at
 * which it went live, where it ever did.
 * @returns null when nothing changes
 */
function mergeTold(known: Known, told: ToldChange) {
  if (told.origin === null || known.origin !== told.origin) return null
  const isLater = told.at > (known.outcome_at ?? known.at)
  if (known.outcome === told.outcome) return null
  const wentLiveAt = told.outcome === 'live' ? told.at : known.at
  if (isLater) return { outcome: told.outcome, outcome_at: told.at, at: wentLiveAt }
  return told.outcome === 'live' && told.at < known.at
    ? { outcome: known.outcome, outcome_at: known.outcome_at ?? known.at, at: told.at }
    : null
}
