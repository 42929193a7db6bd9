import { readData } from '@firstline/contract/events'
import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import { z } from 'zod'
import type { DB } from '#server/database/db-types.ts'
import { basisHeld, businessClockOf, readBasis } from '#server/scorecard/sums/basis.ts'
import { factsOfTicket } from './facts-of-ticket.ts'
import { historyEventNames } from './history.ts'
import type { HistoryEvent, HistoryEventName } from './history.ts'
import { workEventNames, signalsOfTicket } from './signals-of-ticket.ts'
import type { WorkEvent } from './signals-of-ticket.ts'
import { replaceFacts } from './store-facts.ts'
import type { StoredFacts } from './store-facts.ts'
import { updateRollups } from '#server/scorecard/sums/update-rollups.ts'
import type { FactRows } from '#server/scorecard/sums/update-rollups.ts'
import { planKept } from '#server/database/keep-plan.ts'

type ToldEvent = (HistoryEvent | WorkEvent) & { origin: string }
type EventRow = Pick<ToldEvent, 'ticketId' | 'at' | 'name' | 'origin'> & { data: unknown }

type Replaced = { before: FactRows; after: FactRows }
const noRows: FactRows = { tickets: [], resolutions: [] }

/**
 * Computes the facts of these tickets from the record, and what the rollups count of them, as often
 * as one likes: the same record gives the same facts. A ticket that one of them continues (a repeat
 * contact) is computed too.
 */
export async function recomputeFacts(
  tx: Transaction<DB>,
  ticketIds: readonly string[],
): Promise<Replaced> {
  if (ticketIds.length === 0) return { before: noRows, after: noRows }
  const all = await lockWithContinued(tx, ticketIds)
  const basis = await readBasis(tx)
  const facts = await factsFromRecord(tx, all)
  const { before, after } = await replaceFacts(tx, all, facts, businessClockOf(basis))
  await updateRollups(tx, basis, before, after)
  return { before, after }
}

/** As the record tells them now; nothing is stored. */
async function factsFromRecord(
  db: Kysely<DB>,
  ticketIds: readonly string[],
): Promise<StoredFacts[]> {
  const histories = byTicket(ticketIds, await readHistory(db, ticketIds))
  return [...histories].flatMap(([ticketId, events]): StoredFacts[] => {
    const computed = factsOfTicket(ticketId, events.filter(isHistory))
    const origin = events.find((event) => event.ticketId === ticketId)?.origin ?? 'live'
    const conduct = signalsOfTicket(ticketId, events, origin === 'live')
    return computed ? [{ ...computed, origin, conduct }] : []
  })
}

/**
 * Two reactions for one ticket may run at once; the later one must read what the earlier one's
 * event added. One order of locking keeps them from waiting for each other for ever. The basis is held
 * before all; what is locked is read by the next statement.
 * @returns these tickets and those that they continue
 */
async function lockWithContinued(
  tx: Transaction<DB>,
  ticketIds: readonly string[],
): Promise<string[]> {
  const ids = [...ticketIds]
  const { rows } = await sql<{ id: string }>`
    with concerned as materialized (
      select id from unnest(${ids}::text[]) as id
      union
      select data ->> 'of' from event
      where name = 'ticket.repeat_linked' and ticket_id = any(${ids}::uuid[])
      order by 1)
    select id, ${basisHeld}, pg_advisory_xact_lock(hashtextextended('ticket_fact ' || id, 0))
    from concerned
    ${planKept}`.execute(tx)
  return rows.map(({ id }) => id)
}

/** What was said by a reply that never left was not said, nor what was asked with it. */
const takenBack = sql`
  select from event as back
  where back.ticket_id = event.ticket_id and back.name = 'message.taken_back'
    and (back.data ->> 'message' = event.data ->> 'message'
      or event.name = 'rating.requested' and back.data ->> 'resolution' = event.data ->> 'resolution')`

/** Whether a message asks something is told by its words, which the record does not keep. */
async function readHistory(db: Kysely<DB>, ticketIds: readonly string[]): Promise<ToldEvent[]> {
  const ids = [...ticketIds]
  const names = [...historyEventNames, ...workEventNames]
  const { rows } = await sql<EventRow>`
    select ticket_id as "ticketId", round(extract(epoch from at) * 1000)::float8 as at, name,
      case when name = 'ticket.waiting' then jsonb_build_object('asks', (
        select text like '%?%' from message where message.id =
          case when pg_input_is_valid(data ->> 'message', 'uuid') then (data ->> 'message')::uuid end))
      else data end as data, origin
    from (
      select * from event
      where ticket_id = any(${ids}::uuid[]) and name = any(${names}::text[])
        and origin not in (select origin from history_set_aside)
        and not exists (${takenBack})
      union all
      select * from event
      where name = 'ticket.repeat_linked' and data ->> 'of' = any(${ids}::text[])
        and ticket_id <> all(${ids}::uuid[])
        and origin not in (select origin from history_set_aside)
    ) as history
    order by history.at, id
    ${planKept}`.execute(db)
  return rows.map(readEvent)
}

/** The name decides the shape of data; both come from one row of the record. */
function readEvent({ name, data, ...row }: EventRow): ToldEvent {
  if (isHistoryName(name)) return { ...row, name, data: readData(name, data) } as ToldEvent
  return { ...row, name, data: name === 'ticket.waiting' ? Question.parse(data) : {} }
}

const Question = z.object({ asks: z.boolean().nullish() })

function isHistory(event: ToldEvent): event is HistoryEvent & ToldEvent {
  return isHistoryName(event.name)
}

function isHistoryName(name: ToldEvent['name']): name is HistoryEventName {
  return historyNames.has(name)
}

const historyNames: ReadonlySet<string> = new Set(historyEventNames)

function byTicket(ticketIds: readonly string[], events: readonly ToldEvent[]) {
  const histories = new Map<string, ToldEvent[]>(ticketIds.map((ticketId) => [ticketId, []]))
  for (const event of events) {
    histories.get(event.ticketId)?.push(event)
    if ('of' in event.data && event.data.of !== event.ticketId) {
      histories.get(event.data.of)?.push(event)
    }
  }
  return histories
}
