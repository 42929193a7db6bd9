import type { Win } from '@firstline/contract/learning'
import { DeclineWin, ListWins, NameWin } from '@firstline/contract/learning'
import { sql } from 'kysely'
import type { SqlBool, Transaction } from 'kysely'
import { z } from 'zod'
import { actorRef } from '#server/core/actor.ts'
import { decodeCursor, encodeCursor, pageOf } from '#server/core/cursor.ts'
import type { DB } from '#server/database/db-types.ts'
import { Conflict } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { defineQuery, defineVerb } from '#server/core/verb.ts'
import type { VerbContext } from '#server/core/verb.ts'
import { winDeclined, winNamed, winProposed } from './events.ts'
import { readWin, selectWins, winOf } from './read-win.ts'
import type { WithProject } from '#server/project/project.ts'

export const listWins = defineQuery({
  permission: 'learning:read',
  input: ListWins,
  async run({ db }, { state, cursor, limit }) {
    const after = cursor ? decodeCursor(cursor) : null
    const [rows, { proposed }] = await Promise.all([
      selectWins(db)
        .where('win.state', '=', state)
        .$if(after !== null, (query) =>
          query.where(sql<SqlBool>`(win.resolved_at, win.id) < (${after?.at}, ${after?.id}::uuid)`),
        )
        .orderBy('win.resolved_at', 'desc')
        .orderBy('win.id', 'desc')
        .limit(limit + 1)
        .execute(),
      db
        .selectFrom('win')
        .select(sql<number>`count(*)::int`.as('proposed'))
        .where('state', '=', 'proposed')
        .executeTakeFirstOrThrow(),
    ])
    const { page, last } = pageOf(rows, limit)
    return {
      items: page.map(winOf),
      next: last ? encodeCursor({ at: last.resolved_at, id: last.id }) : null,
      proposed,
    }
  },
})

/** As the scorecard found it: a resolution that held, of a type the first line seldom resolves. */
export const FoundWin = z.object({
  id: z.uuid(),
  ticketId: z.uuid(),
  type: z.string(),
  resolvedAt: z.date(),
  madeBy: z.string().nullable(),
  runbookVersion: z.string().nullable(),
  actionRuns: z.array(z.uuid()),
  typeResolved: z.int(),
  typeOf: z.int(),
})
export type FoundWin = z.infer<typeof FoundWin>

/** Proposes each only once, also when two nodes found it. */
export const proposeWin = defineVerb({
  permission: 'win:decide',
  input: FoundWin,
  async run({ tx, clock }, found) {
    const row = await tx
      .insertInto('win')
      .values({
        id: found.id,
        ticket_id: found.ticketId,
        type: found.type,
        resolved_at: found.resolvedAt,
        made_by: found.madeBy,
        runbook_version: found.runbookVersion,
        action_runs: found.actionRuns,
        type_resolved: found.typeResolved,
        type_of: found.typeOf,
        proposed_at: clock.now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!row) throw new Conflict('win.known', 'This win was proposed before')
    return { result: null, events: [winProposed(found, { type: found.type })] }
  },
})

/** Naming it is confirming it; the chat hears of it once this is committed. */
export const nameWin = defineVerb({
  permission: 'win:decide',
  input: NameWin,
  async run({ tx, actor, clock, sources }: VerbContext & WithProject, { id, name, story }) {
    const isTold = sources.project.current().learning.chatWebhook !== null
    const ticketId = await decide(tx, id, {
      state: 'named',
      name,
      story,
      decided_at: clock.now(),
      decided_by: JSON.stringify(actorRef(actor)),
      chat: isTold ? 'waiting' : 'none',
    })
    return {
      result: await readWin(tx, id),
      events: [winNamed({ id, ticketId }, { name })],
      jobs: isTold ? [{ task: 'tell_win', payload: { win: id }, key: `tell_win:${id}` }] : [],
    }
  },
})

export const declineWin = defineVerb({
  permission: 'win:decide',
  input: DeclineWin,
  async run({ tx, actor, clock }, { id, reason }) {
    const ticketId = await decide(tx, id, {
      state: 'declined',
      declined_because: reason,
      decided_at: clock.now(),
      decided_by: JSON.stringify(actorRef(actor)),
    })
    return { result: await readWin(tx, id), events: [winDeclined({ id, ticketId }, { reason })] }
  },
})

type Decision = {
  state: 'named' | 'declined'
  decided_at: Date
  decided_by: string
  name?: string
  story?: string
  declined_because?: string
  chat?: Win['chat']
}

/** Two leads may decide at once: one wins. */
async function decide(tx: Transaction<DB>, id: string, decision: Decision): Promise<string> {
  const row = await tx
    .updateTable('win')
    .set(decision)
    .where('id', '=', id)
    .where('state', '=', 'proposed')
    .returning('ticket_id')
    .executeTakeFirst()
  if (row) return row.ticket_id
  const { state } = await readWin(tx, id)
  const said =
    state === 'declined'
      ? sentence`This win was declined already`
      : sentence`This win was named already`
  throw new Conflict('win.decided', said)
}
