import { CreateTicket } from '@firstline/contract/tickets'
import { upsertContact } from '#server/accounts/upsert-contact.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { VerbContext } from '#server/core/verb.ts'
import { requireKnownType } from './project.ts'
import { refuseFutureStart } from './set-problem-start.ts'
import { readTicket } from './read-ticket.ts'
import { openTicket } from './receive-message.ts'
import type { WithProject } from '#server/project/project.ts'

/** Opens a ticket in a customer's name: a call, a chat, another system. */
export const createTicket = defineVerb({
  permission: 'ticket:write',
  input: CreateTicket,
  async run({ tx, clock, sources }: VerbContext & WithProject, input) {
    const now = clock.now()
    if (input.type) requireKnownType(sources.project.current(), input.type)
    const problemStartedAt = input.problemStartedAt ? new Date(input.problemStartedAt) : null
    refuseFutureStart(problemStartedAt, now)
    const { contactEmail: email, contactName: name = null } = input
    const contact = await upsertContact(tx, { email, name, accountId: null }, now)
    const received = await openTicket(tx, now, {
      channel: 'api',
      contact,
      subject: input.subject,
      text: input.text,
      type: input.type ?? null,
      problemStartedAt,
    })
    return { result: await readTicket(tx, received.ticketId, now), events: received.events }
  },
})
