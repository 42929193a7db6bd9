import { present } from '@firstline/contract/present'
import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import { z } from 'zod'
import { eraseContactRow } from '#server/accounts/erase-contact-row.ts'
import { erasedContact, erasedWords } from '#server/accounts/strike-words.ts'
import type { ErasedContact } from '#server/accounts/strike-words.ts'
import { eraseRuns } from '#server/actions/erase-runs.ts'
import { eraseWrites } from '#server/beside/erase-writes.ts'
import { eraseMailsOfSender, eraseMailsOfTickets } from '#server/channels/erase-mails.ts'
import { system } from '#server/core/actor.ts'
import { Conflict } from '#server/core/errors.ts'
import { inTransaction } from '#server/core/in-transaction.ts'
import { readSecret } from '#server/core/settings.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import { eraseEvidence } from '#server/escalations/erase-evidence.ts'
import { eraseStories } from '#server/learning/erase-stories.ts'
import { erasePortalUse } from '#server/portal/erase-portal-use.ts'
import { eraseFindings } from '#server/runbooks/run/erase-findings.ts'
import { eraseAttempts } from '#server/self-service/erase-attempts.ts'
import { indexTickets } from '#server/tickets/index-tickets.ts'
import { eraseMessagesElsewhere, eraseTickets } from '#server/tickets/erase-words.ts'
import { addressHash } from './address-hash.ts'
import { countErased } from './count-erased.ts'
import { keepErased } from './erased-file.ts'

const actor = system('erasure')

/** Task: erases who was said yes to. May run twice, and goes on where it broke off. */
export async function runErasure(desk: Desk, { erasure }: { erasure: string }): Promise<void> {
  const row = await desk.db
    .selectFrom('contact_erasure')
    .innerJoin('contact', 'contact.id', 'contact_erasure.contact_id')
    .select(['contact.id', 'contact.email', 'contact.name', 'contact_erasure.counts'])
    .where('contact_erasure.id', '=', erasure)
    .where('state', '=', 'erasing')
    .executeTakeFirst()
  if (!row) return
  const who = erasedContact(row)
  // what a run before this one has erased counts as well
  if (row.counts === null) {
    await desk.db
      .updateTable('contact_erasure')
      .set({ counts: JSON.stringify(await countErased(desk.db, who.contactId)) })
      .where('id', '=', erasure)
      .execute()
  }
  await eraseWords(desk.db, who)
  const hash = addressHash(await readSecret(desk.db), who.email)
  const done = await endErasure(desk, actor, { erasure, who, hash })
  await keepErased(desk, done)
  // by their name and address nothing is found from now on; of very many tickets the timed job does the rest
  await indexTickets(desk)
}

/** Of many tickets, some at a time: nobody waits long for one of them. */
async function eraseWords(db: Kysely<DB>, who: ErasedContact): Promise<void> {
  for (let after: string | null = '00000000-0000-0000-0000-000000000000'; after !== null;) {
    after = await inTransaction(db, (tx) => eraseSomeTickets(tx, who, present(after)))
  }
  await untilNoMore((limit) => inTransaction(db, (tx) => eraseMessagesElsewhere(tx, who, limit)))
  await untilNoMore((limit) => inTransaction(db, (tx) => eraseMailsOfSender(tx, who.email, limit)))
}

const ticketsAtOnce = 20

/** @returns after which to go on; null: these were the last */
async function eraseSomeTickets(
  tx: Transaction<DB>,
  who: ErasedContact,
  after: string,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from ticket where contact_id = ${who.contactId} and id > ${after}::uuid
    order by id limit ${ticketsAtOnce} for update`.execute(tx)
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return null
  await eraseAllOf(tx, who, ids)
  return ids.length < ticketsAtOnce ? null : present(ids.at(-1))
}

async function eraseAllOf(tx: Transaction<DB>, who: ErasedContact, ids: string[]): Promise<void> {
  await eraseRuns(tx, who, ids)
  await eraseFindings(tx, who, ids)
  await eraseEvidence(tx, who, ids)
  await eraseStories(tx, who, ids)
  await eraseWrites(tx, who, ids)
  await eraseMailsOfTickets(tx, ids)
  await eraseTickets(tx, who, ids)
}

/** What they wrote meanwhile. Whoever takes a mail of theirs holds their row, as this transaction does now. */
async function eraseLate(tx: Transaction<DB>, who: ErasedContact): Promise<void> {
  const { contactId } = who
  await sql`select id from contact where id = ${contactId} for update`.execute(tx)
  const { rows } = await sql<{ id: string }>`
    select id from ticket where contact_id = ${contactId} and (subject <> ${erasedWords} or id in (
      select ticket_id from message where kind = 'customer' and contact_id = ${contactId}
        and text <> ${erasedWords})) for update`.execute(tx)
  const ids = rows.map(({ id }) => id)
  if (ids.length > 0) await eraseAllOf(tx, who, ids)
  await untilNoMore((limit) => eraseMessagesElsewhere(tx, who, limit))
  await untilNoMore((limit) => eraseMailsOfSender(tx, who.email, limit))
}

const atOnce = 100

async function untilNoMore(erase: (limit: number) => Promise<number>): Promise<void> {
  for (let gone = atOnce; gone === atOnce;) gone = await erase(atOnce)
}

/** The last step: from here on nobody knows who it was. */
const endErasure = defineVerb({
  permission: 'privacy:manage',
  input: z.object({
    erasure: z.string(),
    who: z.custom<ErasedContact>(),
    hash: z.instanceof(Buffer),
  }),
  async run({ tx, clock }, { erasure, who, hash }) {
    const now = clock.now()
    const { contactId } = who
    await eraseLate(tx, who)
    await eraseAttempts(tx, contactId)
    await erasePortalUse(tx, contactId)
    await eraseContactRow(tx, who, now)
    const done = await tx
      .updateTable('contact_erasure')
      .set({ state: 'erased', erased_at: now, address_hash: hash })
      .where('id', '=', erasure)
      .where('state', '=', 'erasing')
      .returning('counts')
      .executeTakeFirst()
    if (!done) throw new Conflict('erasure.decided', 'This erasure is decided already')
    const { tickets = 0, messages = 0, mails = 0 } = done.counts ?? {}
    const data = { contact: contactId, erasure, tickets, messages, mails }
    return {
      result: { contact: contactId, hash: hash.toString('hex'), at: now.toISOString() },
      events: [{ name: 'contact.erased', data }],
    }
  },
})
