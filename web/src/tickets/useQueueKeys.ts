import type { TicketSummary } from '@firstline/contract/tickets'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'

/**
 * J and K. With a ticket open they open its neighbour; in the bare list they move the focus, and
 * Enter opens.
 */
export function useQueueKeys(
  tickets: readonly TicketSummary[],
  reveal: (index: number) => void,
): void {
  const { t } = useTranslation('tickets')
  const { ticketId } = useParams({ strict: false })
  const navigate = useNavigate()
  useHotkeys([
    { keys: 'j', label: t('next'), group: t('queue'), run: () => step(1) },
    { keys: 'k', label: t('previous'), group: t('queue'), run: () => step(-1) },
  ])

  function step(by: 1 | -1) {
    const here = tickets.findIndex(({ id }) => id === (ticketId ?? focusedTicket()))
    const next = here < 0 ? 0 : here + by
    const ticket = tickets[next]
    if (!ticket) return
    reveal(next)
    if (!ticketId) return focusRow(ticket.id)
    void navigate({
      to: '/tickets/$ticketId',
      params: { ticketId: ticket.id },
      search: (search) => search,
      replace: true, // Back leads out of the queue, not through every ticket looked at
    })
  }
}

function focusedTicket(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-ticket]')?.dataset.ticket
}

function focusRow(id: string) {
  // The row may only now come into the document.
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[data-ticket="${CSS.escape(id)}"]`)?.focus()
  })
}
