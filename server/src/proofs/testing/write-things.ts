import type { Message } from '@firstline/contract/tickets'
import { randomBytes } from 'node:crypto'
import type { Role } from '@firstline/contract/permissions'
import { createTicket as createTicketOf } from '#server/accounts/testing/factory.ts'
import { run } from '#server/actions/testing/factory.ts'
import { system } from '#server/core/actor.ts'
import type { PersonActor } from '#server/core/actor.ts'
import { days, later } from '#server/core/clock.ts'
import { recordEvents } from '#server/core/record-events.ts'
import { escalate } from '#server/escalations/escalate.ts'
import { returnEscalation } from '#server/escalations/return-escalation.ts'
import { createAiAgent } from '#server/mcp/create-ai-agent.ts'
import { eraseContact } from '#server/privacy/erase-contact.ts'
import { publishRunbook } from '#server/runbooks/publish/publish-runbook.ts'
import { saveRunbookDraft } from '#server/runbooks/publish/save-runbook-draft.ts'
import { createSavedReply } from '#server/runbooks/replies/create-saved-reply.ts'
import { listOpportunities } from '#server/scorecard/opportunities/start-opportunity.ts'
import { addPerson } from '#server/team/add-person.ts'
import { createApiKey } from '#server/team/create-api-key.ts'
import { makePasswordLink } from '#server/team/make-password-link.ts'
import { createTicket } from '#server/tickets/create-ticket.ts'
import { continueTicket } from '#server/tickets/receive-message.ts'
import { replyToTicket } from '#server/tickets/reply-to-ticket.ts'
import { createIncidentUpdate } from '#server/tickets/incidents/create-incident-update.ts'
import { linkIncident } from '#server/tickets/incidents/link-incident.ts'
import { snoozeTicket } from '#server/tickets/snooze/snooze-ticket.ts'
import { someIncident } from '#server/tickets/testing/factory.ts'
import { resolveTicket } from '#server/tickets/resolve-ticket.ts'
import { createPerson } from '#server/testing/people.ts'
import { createWebhook } from '#server/webhooks/create-webhook.ts'
import type { CreateWebhook } from '@firstline/contract/webhooks'
import type { z } from 'zod'
import { sql } from 'kysely'
import { runbookText } from './customers-files.ts'
import { finish, handOver, outcome } from './look-calls.ts'
import type { Cell } from './look-calls.ts'

/** Who writes is a person who may do everything. */
export type WriteCell = Cell & { who: PersonActor }

export const reason = 'The customer asked for it'
export const unique = () => crypto.randomUUID().slice(0, 8)
export const currentPassword = 'correct-horse-12'

export async function somebody({ world }: WriteCell, role: Role = 'agent'): Promise<string> {
  return (await createPerson(world.company, { role })).id
}

export async function someSavedReply({ world, who }: WriteCell): Promise<string> {
  const words = { title: unique(), text: 'It is under way' }
  return (await createSavedReply(world.app, who, words)).id
}

export function webhookWish(): z.input<typeof CreateWebhook> {
  return { address: `https://${unique()}.example/hooks`, events: ['ticket.resolved'] }
}

/** With room for one: a desk has ten. */
export async function newWebhook({ world }: WriteCell): Promise<z.input<typeof CreateWebhook>> {
  const { db } = world.company
  await db.deleteFrom('webhook_delivery').execute()
  await db.deleteFrom('webhook').execute()
  return webhookWish()
}

/** The only one there is. */
export async function someWebhook(cell: WriteCell): Promise<string> {
  return (await createWebhook(cell.world.app, cell.who, await newWebhook(cell))).id
}

export async function failedDelivery(cell: WriteCell) {
  const webhookId = await someWebhook(cell)
  const { db, clock } = cell.world.company
  const { id: deliveryId } = await db
    .insertInto('webhook_delivery')
    .values({
      webhook_id: webhookId,
      type: 'webhook.test',
      state: 'failed',
      created_at: clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { webhookId, deliveryId }
}

/** Unread, of who calls. */
export async function someNotification(cell: WriteCell): Promise<string> {
  const { db, clock } = cell.world.company
  const { id } = await db
    .insertInto('notification')
    .values({
      person_id: cell.who.id,
      kind: 'mentioned',
      ticket_id: await answerable(cell),
      event_id: sql`(select max(id) from event)`,
      event_name: 'note.added',
      at: clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function withPassword({ world }: WriteCell): Promise<PersonActor> {
  const wish = { name: 'Noor', email: `${unique()}@desk.example`, password: currentPassword }
  const { id } = await addPerson(world.app, system('test'), { ...wish, role: 'admin', line: 'L2' })
  return { kind: 'person', id, name: 'Noor', role: 'admin', line: 'L2' }
}

export async function someSession({ world }: WriteCell, of: PersonActor): Promise<string> {
  const { db, clock } = world.company
  const { user_id: userId } = await db
    .selectFrom('person')
    .select('user_id')
    .where('id', '=', of.id)
    .executeTakeFirstOrThrow()
  const id = crypto.randomUUID()
  const [now, end] = [clock.now(), later(clock.now(), days)]
  await db
    .insertInto('auth.session')
    .values({ id, userId, token: unique(), expiresAt: end, updatedAt: now })
    .execute()
  return id
}

export async function somePasskey({ world }: WriteCell, of: PersonActor): Promise<string> {
  const { db, clock } = world.company
  const { id } = await db
    .insertInto('passkey')
    .values({
      person_id: of.id,
      name: 'phone',
      credential_id: unique(),
      public_key: randomBytes(8),
      counter: 0,
      transports: [],
      created_at: clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function someKey({ world, who }: WriteCell): Promise<string> {
  const wish = { name: 'script', permissions: ['ticket:read' as const] }
  return (await createApiKey(world.app, who, wish)).id
}

export async function someAiAgent({ world, who }: WriteCell): Promise<string> {
  return (await createAiAgent(world.app, who, { name: `Robo ${unique()}` })).agent.id
}

export async function linkToken(cell: WriteCell): Promise<string> {
  const { world, who } = cell
  const wish = {
    personId: await somebody(cell),
    language: 'en',
    isSecondFactorRemoved: false,
  } as const
  const { link } = await makePasswordLink(world.app, who, wish)
  return new URL(link!).hash.slice(1)
}

/** A ticket of somebody who can be written to. */
export async function answerable({ world, who }: WriteCell): Promise<string> {
  const contactEmail = `${unique()}@shop.example`
  const wish = { subject: 'Late', text: 'Where is it?', contactEmail }
  return (await createTicket(world.app, who, { ...wish, type: 'exports.missing' })).id
}

/** Another ticket of the account that the cell is about. */
export function sameAccount({ world, of }: WriteCell): Promise<string> {
  return createTicketOf(world.company, of.account)
}

/** A reply of one's own whose mail is held. */
export async function unsentReply(cell: WriteCell): Promise<string> {
  const ticketId = await answerable(cell)
  return (await replyToTicket(cell.world.app, cell.who, { ticketId, text: 'Too early' })).id
}

export async function snoozed(cell: WriteCell): Promise<string> {
  const ticketId = await answerable(cell)
  await snoozeTicket(cell.world.app, cell.who, { ticketId })
  return ticketId
}

/** With a ticket that is part of it. */
export async function incidentOf(
  cell: WriteCell,
): Promise<{ incidentId: string; ticketId: string }> {
  const ticketId = await answerable(cell)
  const incidentId = await someIncident(cell.world.company)
  await linkIncident(cell.world.app, cell.who, { ticketId, incidentId })
  return { incidentId, ticketId }
}

/** One of one’s own, of which nothing is written yet. */
export async function unsentUpdate(cell: WriteCell): Promise<string> {
  const { incidentId, ticketId } = await incidentOf(cell)
  const wish = { incidentId, text: 'Too early', tickets: [{ ticketId, seen: '0' }] }
  return (await createIncidentUpdate(cell.world.app, cell.who, wish)).id
}

/** @returns the resolution */
export async function resolve(cell: WriteCell): Promise<string> {
  const { ticketId } = cell.of
  await resolveTicket(cell.world.app, cell.who, { ticketId, summary: 'It was started again' })
  return resolutionOf(cell)
}

export async function resolutionOf({ world, of }: WriteCell): Promise<string> {
  const { id } = await world.company.db
    .selectFrom('resolution')
    .select('id')
    .where('ticket_id', '=', of.ticketId)
    .executeTakeFirstOrThrow()
  return id
}

export async function resumeAll({ world }: WriteCell): Promise<void> {
  await world.company.db.deleteFrom('action_stop').execute()
}

export async function letRulesAct({ world }: WriteCell): Promise<void> {
  await world.company.db.deleteFrom('rule_stop').execute()
}

type Said = Partial<Pick<Message, 'judged' | 'delivery'>> & Pick<Message, 'kind'>

export async function someMessage({ world, of }: WriteCell, said: Said): Promise<string> {
  const { db, clock } = world.company
  const { id } = await db
    .insertInto('message')
    .values({ ticket_id: of.ticketId, at: clock.now(), text: `Words ${unique()}`, ...said })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The message on which a resolved ticket came back. */
export async function broughtBack(cell: WriteCell): Promise<string> {
  await resolve(cell)
  const { db, clock } = cell.world.company
  const arrival = {
    channel: 'email',
    contact: null,
    subject: 'Late',
    text: `It is back ${unique()}`,
  } as const
  return db.transaction().execute(async (tx) => {
    const came = await continueTicket(tx, clock.now(), cell.of.ticketId, arrival)
    await recordEvents(tx, system('mail'), cell.world.company, came)
    return came.messageId
  })
}

export async function someMail({ world }: WriteCell): Promise<string> {
  const raw = Buffer.from(`Subject: ${unique()}\r\n\r\nHello`)
  const { id } = await world.company.db
    .insertInto('inbound_mail')
    .values({
      raw,
      sha256: randomBytes(32),
      size_bytes: raw.length,
      received_at: world.company.clock.now(),
      state: 'held',
      outcome: 'bulk',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const textOf = (id: string) =>
  runbookText(id, 'own.one', 'own.list', 'pick.export_id').replace(
    'the export never arrived',
    `the ${id} never arrived`,
  )

export async function someDraft({
  world,
  who,
}: WriteCell): Promise<{ id: string; version: number }> {
  const id = `draft-${unique()}`
  await saveRunbookDraft(world.app, who, { id, source: textOf(id), baseVersion: 0 })
  return { id, version: 1 }
}

export async function somePublished(cell: WriteCell): Promise<{ id: string; version: number }> {
  const draft = await someDraft(cell)
  await publishRunbook(cell.world.app, cell.who, { ...draft, note: 'As agreed' })
  return draft
}

/** @returns an escalation that came back */
export async function returned({ world, of, who }: WriteCell): Promise<string> {
  const { id } = await escalate(world.app, who, { ticketId: of.ticketId, ...handOver })
  await returnEscalation(world.app, who, { id, ...outcome })
  return id
}

export async function someOpportunity(cell: WriteCell): Promise<string> {
  await returned(cell)
  const { items } = await listOpportunities(cell.world.app, cell.who, { days: 30 })
  return items[0]!.id
}

export async function someWin(cell: WriteCell): Promise<string> {
  const id = await resolve(cell)
  const now = cell.world.company.clock.now()
  await cell.world.company.db
    .insertInto('win')
    .values({
      id,
      ticket_id: cell.of.ticketId,
      type: 'exports.missing',
      proposed_at: now,
      resolved_at: now,
      type_of: 10,
      type_resolved: 1,
    })
    .execute()
  return id
}

export async function someImport(
  { world, who }: WriteCell,
  state: 'running' | 'stopped',
): Promise<string> {
  const now = world.company.clock.now()
  const { id } = await world.company.db
    .insertInto('import_job')
    .values({
      origin: `import:${unique()}`,
      choice: '{}',
      state,
      asked_by: who.id,
      asked_at: now,
      updated_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function someHistory({ world }: WriteCell): Promise<string> {
  const origin = `import:${unique()}`
  const now = world.company.clock.now()
  await world.company.db
    .insertInto('import_run')
    .values({
      origin,
      file_name: 'history.csv',
      format: 'csv',
      rules: '{}',
      sha256: '0',
      state: 'done',
      started_at: now,
      updated_at: now,
    })
    .execute()
  return origin
}

/** A run that ended so, of the only action that can be taken back. */
export async function finished(cell: WriteCell, state: 'verified' | 'unknown') {
  const { world, of, other } = cell
  const { id } = await run(world.company, of, 'export.requeue', other)
  await finish(world, of, state)
  return { params: { runId: id }, body: { reason } }
}

/** Its ticket is one of another desk. @returns its number there */
export async function mirrored({ world, of }: WriteCell): Promise<string> {
  const externalId = String(of.ticketNumber)
  const row = { desk: 'redmine', external_id: externalId, version: '', status: 'New' }
  await world.app.db
    .insertInto('beside_ticket')
    .values({
      ...row,
      ticket_id: of.ticketId,
      is_settled: true,
      last_entry: '0',
      looked_at: new Date(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return externalId
}

export async function someContact({ world }: WriteCell): Promise<{ id: string; email: string }> {
  const email = `${unique()}@nobody.example`
  return world.company.db
    .insertInto('contact')
    .values({ email, created_at: world.company.clock.now() })
    .returning(['id', 'email'])
    .executeTakeFirstOrThrow()
}

/** Asked for by somebody else. */
export async function askedErasure(cell: WriteCell): Promise<string> {
  const asking = await createPerson(cell.world.company, { role: 'admin' })
  const { id: contactId, email } = await someContact(cell)
  return (await eraseContact(cell.world.app, asking, { contactId, email, reason })).id
}
