import type { Ticket } from '@firstline/contract/tickets'
import { useTranslation } from 'react-i18next'
import { PanelLine } from '#web/beside/PanelLine.tsx'
import { IncidentBanner } from '#web/incidents/IncidentBanner.tsx'
import { useKeptDrafts } from '#web/tickets/drafts/useKeptDrafts.ts'
import { useMedia } from '#web/ui/useMedia.ts'
import { TabbedTicket } from './TabbedTicket.tsx'
import { TicketContext } from './TicketContext.tsx'
import { TicketConversation } from './TicketConversation.tsx'
import { TicketDialogs } from './TicketDialogs.tsx'
import { useTicketWork } from './useTicketWork.ts'

/**
 * The parts of a ticket's page beside another desk's ticket. In a side bar what was said stands right next
 * to it; in a window of its own it does not.
 */
export function BesideWorkspace({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('beside')
  useKeptDrafts()
  const work = useTicketWork(ticket)
  const isWide = useMedia('(min-width: 56rem)')
  return (
    <>
      <PanelLine ticket={ticket} />
      <IncidentBanner ticket={ticket} />
      {isWide ? (
        <div className="flex min-h-0 flex-1">
          <div className="flex min-h-0 min-w-0 flex-1 flex-col">
            <TicketConversation work={work} />
          </div>
          <aside className="flex min-h-0 w-100 shrink-0 flex-col border-l border-line">
            <TicketContext work={work} />
          </aside>
        </div>
      ) : (
        <TabbedTicket work={work} label={t('work')} isWithoutWords />
      )}
      <TicketDialogs work={work} />
    </>
  )
}
