import type { Ticket } from '@firstline/contract/tickets'
import { sql } from 'kysely'
import type { Actor } from '#server/core/actor.ts'
import type { TestDesk } from '#server/testing/desk.ts'
import { createTicket } from './create-ticket.ts'
import type { DirectoryEntry, NeedsDirectory } from './directory.ts'
import type { DeskProject, NeedsProject } from './project.ts'

/** For tests: a desk whose project and directory are those of a small company. */
export type TicketDesk = TestDesk & NeedsProject & NeedsDirectory & { secret: string }

export const testProject: DeskProject = {
  support: { address: 'support@acme.example', name: 'Acme Support', signature: 'Acme Support' },
  types: [
    { id: 'exports.email-missing', title: 'Export email missing' },
    { id: 'how-to', title: 'How do I …' },
  ],
}

export function ticketDesk(desk: TestDesk, entries: Record<string, DirectoryEntry> = {}): TicketDesk {
  return {
    ...desk,
    sources: { project: { current: () => testProject } },
    directory: {
      findByEmail: async (email) => entries[email] ?? null,
      findById: async (id) => Object.values(entries).find((e) => e.externalId === id) ?? null,
    },
    secret: 'a secret of thirty-two characters or more',
  }
}

export async function someTicket(
  desk: TicketDesk,
  actor: Actor,
  overrides: Partial<Parameters<typeof createTicket>[2]> = {},
): Promise<Ticket> {
  return createTicket(desk, actor, {
    subject: 'Export link never arrived',
    text: 'I did not receive the export email.',
    contactEmail: `${crypto.randomUUID()}@northwind.example`,
    ...overrides,
  })
}

/** The events of a ticket in order, as the record has them. */
export async function eventsOf(desk: TestDesk, ticketId: string) {
  const { rows } = await sql<{
    name: string
    data: Record<string, unknown>
    actor_kind: string
    actor_id: string | null
  }>`select name, data, actor_kind, actor_id from event where ticket_id = ${ticketId} order by id`.execute(
    desk.db,
  )
  return rows
}
