import type { EventName } from '@firstline/contract/events'
import { sql } from 'kysely'
import { Conflict, NotFound } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { question } from '#server/actions/limits/ask-all.ts'
import type { Database, Question } from '#server/actions/limits/ask-all.ts'
import type { Verdict } from '#server/actions/limits/guards.ts'
import type { Order } from '#server/actions/preview/order.ts'
import { stale } from '#server/actions/preview/preview-token.ts'

type Claim = Question<Pick<Verdict, 'refusal'>>

/** What the record must say of an order when its intent is written, in the order it is judged. */
export function claimsOf(db: Database, order: Order): Claim[] {
  return [
    notMerged(db, order),
    ...previewUnused(db, order),
    ...notTakenBack(db, order),
    ...ownRunbook(db, order),
  ]
}

/** Held until the intent, or the request, is written: nobody merges the ticket away from under it. */
export function notMerged(db: Database, { ticketId }: Pick<Order, 'ticketId'>): Claim {
  const merged = db
    .selectFrom('ticket')
    .select('joined_to as joinedTo')
    .where('id', '=', ticketId)
    .forKeyShare()
  const detail = sentence`This ticket was merged into another one: go on there, or undo the merge first. Nothing was done.`
  return question(merged, ([ticket]) => ({
    refusal: ticket?.joinedTo ? new Conflict('ticket.merged', detail) : null,
  }))
}

/** A preview confirms one run. */
function previewUnused(db: Database, { preview }: Order): Claim[] {
  if (!preview) return []
  const used = db.selectFrom('action_run').select('id').where('preview_id', '=', preview.id)
  return [
    question(used, ([run]) => ({
      refusal: run ? stale(sentence`it was confirmed already`) : null,
    })),
  ]
}

/** A run is taken back once. */
function notTakenBack(db: Database, { undoes, undoesStep = 0 }: Order): Claim[] {
  if (!undoes) return []
  const undone = db
    .selectFrom('action_run')
    .select('id')
    .where('undoes', '=', undoes)
    .where('undoes_step', '=', undoesStep)
    .where('state', '<>', 'failed')
  const detail = sentence`It was taken back already. Nothing was done.`
  return [
    question(undone, ([run]) => ({
      refusal: run ? new Conflict('action-run.undone', detail) : null,
    })),
  ]
}

/** The record says which runbook led to it: one that was followed on this very ticket. */
function ownRunbook(db: Database, { runbookRunId, ticketId }: Order): Claim[] {
  if (!runbookRunId) return []
  const own = db
    .selectFrom('event')
    .select('id')
    .where('ticket_id', '=', ticketId)
    .where('name', '=', 'runbook.started' satisfies EventName)
    .where(sql`data ->> 'run'`, '=', runbookRunId)
  const detail = sentence`No such runbook run on this ticket. Nothing was done.`
  return [
    question(own, ([run]) => ({
      refusal: run ? null : new NotFound('run.not-found', detail),
    })),
  ]
}
