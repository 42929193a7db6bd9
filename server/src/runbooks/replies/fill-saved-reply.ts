import { FillSavedReply } from '@firstline/contract/saved-replies'
import type { Kysely } from 'kysely'
import { recordLooks } from '#server/accounts/record-look.ts'
import { defineDeed } from '#server/core/verb.ts'
import type { DeedContext } from '#server/core/verb.ts'
import type { DB } from '#server/database/db-types.ts'
import type { CheckValues } from '#server/runbooks/causes/decide-cause.ts'
import { missingFrom, renderSay } from '#server/runbooks/causes/render-say.ts'
import { valuesOf } from '#server/runbooks/run/run-state.ts'
import { looksOf, runOf, selectRuns } from '#server/runbooks/run/runs.ts'
import { firstNameOf, personNameOf } from '#server/tickets/first-name.ts'
import { requireSavedReply } from '#server/tickets/saved-replies/read-saved-reply.ts'
import { ticketNotFound } from '#server/tickets/state.ts'

/** With the values of one ticket and of nothing else; what a run found there is a look at the account. */
export const fillSavedReply = defineDeed({
  permission: 'account:read',
  input: FillSavedReply,
  async run(desk: DeedContext, { ticketId, savedReplyId }) {
    const { readDb: db, actor } = desk
    const [ticket, { text }] = await Promise.all([
      readTicketValues(db, ticketId),
      requireSavedReply(db, savedReplyId),
    ])
    const run = /\{\{\s*run\./.test(text) ? await readFoundOn(desk, ticketId) : {}
    const agent = actor.kind === 'person' ? actor.name : null
    const values = { ...ticket, run, agent: { name: agent, first_name: firstNameOf(agent) } }
    return { text: renderSay(text, values), missing: missingFrom(text, values) }
  },
})

/** @throws NotFound `ticket.not-found` */
async function readTicketValues(db: Kysely<DB>, ticketId: string) {
  const row = await db
    .selectFrom('ticket')
    .leftJoin('contact', 'contact.id', 'ticket.contact_id')
    .leftJoin('account', 'account.id', 'ticket.account_id')
    .select([
      'ticket.number',
      'ticket.subject',
      'contact.name as contact',
      'contact.email',
      'account.name as account',
    ])
    .where('ticket.id', '=', ticketId)
    .executeTakeFirst()
  if (!row) throw ticketNotFound()
  return {
    ticket: { number: `#${row.number}`, subject: row.subject },
    contact: {
      first_name: firstNameOf(row.contact),
      name: personNameOf(row.contact),
      email: row.email,
    },
    account: { name: row.account },
  }
}

/** By the newest run that was not given up. */
async function readFoundOn(desk: DeedContext, ticketId: string): Promise<CheckValues> {
  const row = await selectRuns(desk.readDb)
    .where('run.ticket_id', '=', ticketId)
    .where('run.state', '<>', 'abandoned')
    .orderBy('run.started_at', 'desc')
    .orderBy('run.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return {}
  const run = runOf(row)
  await recordLooks(desk, desk.actor, looksOf([run]))
  return valuesOf(run.compiled, run.findings)
}
