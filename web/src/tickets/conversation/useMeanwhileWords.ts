import { useTranslation } from 'react-i18next'
import type { Newer } from './useSeen.ts'

/** Names of events with words of their own; of any other it is said that somebody changed the ticket. */
const told = [
  'message.received',
  'message.replied',
  'note.added',
  'ticket.assigned',
  'ticket.priority_changed',
  'ticket.type_changed',
  'ticket.resolved',
  'ticket.reopened',
  'ticket.voided',
  'ticket.escalated',
] as const

/** What somebody else did to a ticket meanwhile, in a sentence. */
export function useMeanwhileWords(): (newer: Newer[number]) => string {
  const { t } = useTranslation('conversation')
  return ({ name, by }) =>
    t(`meanwhile.${told.find((one) => one === name) ?? 'other'}`, { name: by.name })
}
