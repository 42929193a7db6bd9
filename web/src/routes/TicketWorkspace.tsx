import type { Ticket } from '@firstline/contract/tickets'
import { PanelRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IncidentBanner } from '#web/incidents/IncidentBanner.tsx'
import { MergeOffer } from '#web/tickets/merging/MergeOffer.tsx'
import { TicketHeader } from '#web/tickets/conversation/TicketHeader.tsx'
import { MoreMenu } from '#web/tickets/conversation/MoreMenu.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Sheet } from '#web/ui/Dialog.tsx'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'
import { useMedia } from '#web/ui/useMedia.ts'
import { TabbedTicket } from './TabbedTicket.tsx'
import { TicketContext } from './TicketContext.tsx'
import { TicketConversation } from './TicketConversation.tsx'
import { TicketDialogs } from './TicketDialogs.tsx'
import { useTicketWork } from './useTicketWork.ts'
import type { TicketWork } from './useTicketWork.ts'

/**
 * Conversation and context side by side; with less room the context is a drawer, on a phone its
 * tabs stand beside the conversation's.
 */
export function TicketWorkspace({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('conversation')
  const work = useTicketWork(ticket)
  const isWide = useMedia('(min-width: 80rem)')
  const isNarrow = useMedia('(max-width: 63.99rem)')
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <TicketHeader
          ticket={ticket}
          tools={
            <>
              {!isWide && !isNarrow && <ContextDrawer work={work} />}
              <MoreMenu
                ticket={ticket}
                onChooseAccount={() => work.ask({ kind: 'account' })}
                onMerge={() => work.ask({ kind: 'merge' })}
              />
            </>
          }
        />
        <MergeOffer ticket={ticket} />
        {!ticket.joinedTo && <IncidentBanner ticket={ticket} />}
        {isNarrow ? (
          <TabbedTicket work={work} label={t('conversation')} />
        ) : (
          <TicketConversation work={work} />
        )}
      </div>
      {isWide && (
        <aside className="flex min-h-0 w-100 shrink-0 flex-col border-l border-line">
          <TicketContext work={work} />
        </aside>
      )}
      <TicketDialogs work={work} />
    </div>
  )
}

function ContextDrawer({ work }: { work: TicketWork }) {
  const { t } = useTranslation('conversation')
  const [isOpen, setOpen] = useState(false)
  useHotkeys([{ keys: 'c', label: t('context'), group: t('ticket'), run: () => setOpen(true) }])
  return (
    <>
      <Button size="small" icon={PanelRight} shortcut="c" onPress={() => setOpen(true)}>
        {t('context')}
      </Button>
      <Sheet title={t('context')} isOpen={isOpen} onOpenChange={setOpen}>
        <div className="-m-4 flex h-full flex-col">
          <TicketContext work={work} />
        </div>
      </Sheet>
    </>
  )
}
