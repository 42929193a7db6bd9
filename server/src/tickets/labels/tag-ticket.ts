import { TagTicket, mostTagsOfTicket } from '@firstline/contract/tickets'
import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import { personIdOf } from '#server/core/actor.ts'
import { Conflict } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { VerbContext } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import { ticketTagged } from '#server/tickets/events.ts'
import { readTicket } from '#server/tickets/read-ticket.ts'
import { lockTicket } from '#server/tickets/state.ts'
import { tagKeyOf } from './tag-key.ts'

/** So many words a desk still knows by heart. */
const mostTags = 200

type Tag = { id: string; key: string; name: string }

/** Puts tags on a ticket and takes others off; a word that is new to the desk becomes a tag. */
export const tagTicket = defineVerb({
  permission: 'ticket:write',
  input: TagTicket,
  async run(context, { ticketId, add, remove }) {
    const { tx, clock } = context
    const ticket = await lockTicket(tx, ticketId)
    const before = await tagsOf(tx, ticketId)
    const unwanted = new Set(remove.map(tagKeyOf))
    const removed = before.filter(({ key }) => unwanted.has(key))
    const had = new Set(before.map(({ key }) => key))
    const added = await tagsNamed(
      context,
      add.filter((name) => !had.has(tagKeyOf(name)) && !unwanted.has(tagKeyOf(name))),
    )
    if (added.length === 0 && removed.length === 0) {
      throw new Conflict('ticket.tags-unchanged', 'Its tags are like this already')
    }
    const after = [...before.filter(({ key }) => !unwanted.has(key)), ...added]
    if (after.length > mostTagsOfTicket) {
      throw new Conflict('ticket.tags-full', 'A ticket has ten tags at most')
    }
    await tx
      .updateTable('ticket')
      .set({ tags: sql`${after.map(({ id }) => id)}::uuid[]` })
      .where('id', '=', ticketId)
      .execute()
    const names = (tags: Tag[]) => tags.map(({ name }) => name)
    return {
      result: await readTicket(tx, ticketId, clock.now()),
      events: [ticketTagged(ticket, { added: names(added), removed: names(removed) })],
    }
  },
})

function tagsOf(tx: Transaction<DB>, ticketId: string): Promise<Tag[]> {
  return tx
    .selectFrom('tag')
    .innerJoin('ticket', (join) => join.on(sql<boolean>`tag.id = any(ticket.tags)`))
    .select(['tag.id', 'tag.key', 'tag.name'])
    .where('ticket.id', '=', ticketId)
    .orderBy('tag.key')
    .execute()
}

/** Those that are not there yet are made, by whoever needs them. */
async function tagsNamed({ tx, actor, clock }: VerbContext, names: string[]): Promise<Tag[]> {
  const wanted = new Map(names.map((name) => [tagKeyOf(name), name]))
  if (wanted.size === 0) return []
  const read = () =>
    tx
      .selectFrom('tag')
      .select(['id', 'key', 'name'])
      .where('key', 'in', [...wanted.keys()])
      .orderBy('key')
      .execute()
  const known = new Set((await read()).map(({ key }) => key))
  const missing = [...wanted].filter(([key]) => !known.has(key))
  if (missing.length > 0) {
    // whoever makes tags at the same time waits: there are never more than may be
    await sql`select pg_advisory_xact_lock(${turnOfTags})`.execute(tx)
    await refuseMore(tx, missing.length)
    const [made_at, made_by] = [clock.now(), personIdOf(actor)]
    await tx
      .insertInto('tag')
      .values(missing.map(([key, name]) => ({ key, name, made_at, made_by })))
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute()
  }
  return read()
}

const turnOfTags = 7_461_673

async function refuseMore(tx: Transaction<DB>, more: number): Promise<void> {
  const { count } = await tx
    .selectFrom('tag')
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  if (count + more <= mostTags) return
  throw new Conflict('tags.full', 'The desk has 200 tags: take one that is there')
}
