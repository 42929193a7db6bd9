import type { ActorRef } from '@firstline/contract/common'
import type { Message, TimelineItem } from '@firstline/contract/tickets'

/** One line of the record. */
export type AuditEntry = {
  id: string
  at: string
  name: string
  actor: ActorRef
  data: Record<string, unknown>
}

export function entriesOf(items: readonly TimelineItem[]): AuditEntry[] {
  return items.map((item) => (item.kind === 'event' ? item : messageEntry(item.message)))
}

/** "ticket" of "ticket.received". */
export function kindOf(name: string): string {
  return name.split('.')[0] ?? name
}

/** Messages stand in the record by what they are; their text is in the conversation. */
function messageEntry(message: Message): AuditEntry {
  const { id, at, author, kind, text, html, delivery, deliveryError, warnings } = message
  const data = {
    message: id,
    characters: text.length,
    formatted: html !== null,
    ...(delivery && { delivery }),
    ...(deliveryError && { deliveryError }),
    ...(warnings.length > 0 && { warnings }),
    ...(message.attachments.length > 0 && { attachments: message.attachments }),
    ...(message.mailId && { mail: message.mailId }),
  }
  return { id, at, name: names[kind], actor: author, data }
}

const names = {
  customer: 'message.received',
  reply: 'message.replied',
  note: 'note.added',
} as const
