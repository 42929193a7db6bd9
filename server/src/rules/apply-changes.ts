import { TicketPriority } from '@firstline/contract/tickets'
import type { RuleChange, RuleEffect, RuleLeft, RuleLeftBecause } from '@firstline/contract/rules'
import type { Transaction } from 'kysely'
import { later } from '#server/core/clock.ts'
import { NotFound, Refusal } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import type { VerbContext } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import { parseDuration } from '#server/project/duration.ts'
import { offerRunbook } from '#server/runbooks/match/offer-runbook.ts'
import { addNote } from '#server/tickets/add-note.ts'
import { assignTicket } from '#server/tickets/assign-ticket.ts'
import { setTicketPriority } from '#server/tickets/labels/set-ticket-priority.ts'
import { tagTicket } from '#server/tickets/labels/tag-ticket.ts'
import { offerReply } from '#server/tickets/saved-replies/offer-reply.ts'
import { setTicketType } from '#server/tickets/set-ticket-type.ts'
import { snoozeTicket } from '#server/tickets/snooze/snooze-ticket.ts'
import { changedMeanwhile } from './changed-meanwhile.ts'
import type { RuleDesk } from './rule-store.ts'

type Wanted = { ticketId: string; eventId: string; changes: readonly RuleChange[] }
type Context = VerbContext & RuleDesk

/** One after the other, each by the verb a person would do it by; what one refuses is left, and said. */
export async function applyChanges(
  context: Context,
  { ticketId, eventId, changes }: Wanted,
): Promise<{ did: RuleChange[]; left: RuleLeft[] }> {
  const touched = await changedMeanwhile(context.tx, { ticketId, eventId })
  const did: RuleChange[] = []
  const left: RuleLeft[] = []
  for (const together of inTurn(changes)) {
    const [{ effect }] = together
    const because = touched(effect)
      ? 'changed_meanwhile'
      : await attempt(apply(context, ticketId, together))
    if (because) left.push(...together.map((change) => ({ ...change, because })))
    else did.push(...together)
  }
  return { did, left }
}

type Together = [RuleChange, ...RuleChange[]]

/** What is put on and taken off is one change of the tags. */
function inTurn(changes: readonly RuleChange[]): Together[] {
  const isOfTags = ({ effect }: RuleChange) => effect === 'tag' || effect === 'untag'
  const [first, ...more] = changes.filter(isOfTags)
  const others = changes.filter((change) => !isOfTags(change)).map((change): Together => [change])
  return first ? [[first, ...more], ...others] : others
}

const leftBecause: ReadonlyMap<string, RuleLeftBecause> = new Map([
  ['person.not-found', 'not_found'],
  ['runbook.not-found', 'not_found'],
  ['saved-reply.not-found', 'not_found'],
  ['type.not-found', 'not_found'],
  ['runbook.match-refused', 'refused'],
  ['tags.full', 'full'],
  ['ticket.tags-full', 'full'],
])

async function attempt(doing: Promise<unknown>): Promise<RuleLeftBecause | null> {
  try {
    await doing
    return null
  } catch (error) {
    const because = error instanceof Refusal ? leftBecause.get(error.reason) : undefined
    if (because) return because
    throw error
  }
}

async function apply(context: Context, ticketId: string, together: Together): Promise<unknown> {
  const { actor, clock, tx } = context
  const desk = { ...context, db: tx }
  const [{ effect, to }] = together
  switch (effect) {
    case 'type':
      return setTicketType(desk, actor, { ticketId, type: to })
    case 'priority':
      return setTicketPriority(desk, actor, { ticketId, priority: TicketPriority.parse(to) })
    case 'tag':
    case 'untag':
      return tagTicket(desk, actor, {
        ticketId,
        add: named(together, 'tag'),
        remove: named(together, 'untag'),
      })
    case 'assign':
      return assignTicket(desk, actor, { ticketId, personId: await personOf(tx, to) })
    case 'hand_back':
      return assignTicket(desk, actor, { ticketId, personId: null })
    case 'offer_runbook':
      return offerRunbook(desk, actor, { ticketId, runbook: to })
    case 'offer_reply':
      return offerReply(tx, ticketId, to)
    case 'note':
      return addNote(desk, actor, { ticketId, text: to })
    case 'snooze':
      return snoozeTicket(desk, actor, { ticketId, until: wakeAt(to, clock.now()) })
    case 'webhook':
      // the event says so
      return undefined
  }
}

function named(together: Together, wanted: RuleEffect): string[] {
  return together.flatMap(({ effect, to }) => (effect === wanted ? [to] : []))
}

function wakeAt(text: string, now: Date): string | null {
  return text === 'until_answer' ? null : later(now, parseDuration(text)).toISOString()
}

/** @throws NotFound `person.not-found` */
async function personOf(tx: Transaction<DB>, email: string): Promise<string> {
  const person = await tx
    .selectFrom('person')
    .select('id')
    .where(({ fn, eb }) => eb(fn<string>('lower', ['email']), '=', email.toLowerCase()))
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (person) return person.id
  throw new NotFound('person.not-found', sentence`Nobody here has the address ${email}`)
}
