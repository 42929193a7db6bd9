import { PreviewIncidentUpdate, mostTickets } from '@firstline/contract/incidents'
import type { PreviewedAnswer } from '@firstline/contract/incidents'
import type { z } from 'zod'
import { defineQuery } from '#server/core/verb.ts'
import type { QueryContext } from '#server/core/verb.ts'
import { fillUpdate, refuseUnknownVariables } from '#server/tickets/incidents/fill-update.ts'
import { readAnswerable } from '#server/tickets/incidents/read-answerable.ts'
import type { Answerable } from '#server/tickets/incidents/read-answerable.ts'
import { findIncident } from '#server/tickets/incidents/read-incident.ts'
import { nextRecipients } from '#server/tickets/next-recipients.ts'
import { composeMail } from './compose-mail.ts'
import { readConversation } from './send-mail.ts'
import type { WithProject } from '#server/project/project.ts'

type Context = QueryContext & WithProject

/** Every customer's mail as it would be sent, and who gets none and why. */
export const previewIncidentUpdate = defineQuery({
  permission: 'ticket:write',
  input: PreviewIncidentUpdate,
  async run(context: Context, { incidentId, text, outcome }) {
    refuseUnknownVariables(text)
    await findIncident(context.db, incidentId)
    const tickets = await readAnswerable(context.db, incidentId, { limit: mostTickets })
    const items: PreviewedAnswer[] = []
    for (const ticket of tickets) {
      const { id: ticketId, number, contactName, contactEmail, seen, leftOut } = ticket
      items.push({
        ticketId,
        number: Number(number),
        contact: contactName ?? contactEmail,
        seen,
        leftOut,
        mail: leftOut === null ? await mailFor(context, ticket, { text, outcome }) : null,
      })
    }
    return { items }
  },
})

type Wish = Pick<z.output<typeof PreviewIncidentUpdate>, 'text' | 'outcome'>

async function mailFor(
  { db, clock, sources, config }: Context,
  { id, number, contactName }: Answerable,
  { text, outcome }: Wish,
): Promise<NonNullable<PreviewedAnswer['mail']>> {
  const ticketNumber = Number(number)
  const [{ to, cc }, conversation, { subject }] = await Promise.all([
    nextRecipients(db, id),
    readConversation({ db }, id, clock.now()),
    db.selectFrom('ticket').select('subject').where('id', '=', id).executeTakeFirstOrThrow(),
  ])
  const mail = composeMail({
    messageId: '',
    inReplyTo: null,
    addressToken: '',
    to,
    cc,
    subject,
    ticketNumber,
    text: fillUpdate(text, { contactName, ticketNumber }),
    ...conversation,
    support: sources.project.current().support,
    // made with the resolution, which is not there yet
    rating: outcome === 'resolve' ? { page: `${config.publicUrl}/rate`, token: '…' } : null,
  })
  return { to, cc, subject: mail.subject, text: mail.text }
}
