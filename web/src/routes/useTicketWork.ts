import type { Ticket } from '@firstline/contract/tickets'
import { useState } from 'react'
import type { ActionIntent } from '#web/actions/intent.ts'
import { usePulledDrafts } from '#web/tickets/drafts/usePulledDrafts.ts'
import { useComposer } from '#web/tickets/conversation/useComposer.ts'

/** What is open over the page. */
export type Asked =
  | { kind: 'resolve' }
  | { kind: 'reopen' }
  | { kind: 'account' }
  | { kind: 'escalate' }
  | { kind: 'merge' }
  | { kind: 'action'; intent: ActionIntent }

export type TicketTab = 'conversation' | ContextTab
export type ContextTab = 'account' | 'logs' | 'changes' | 'history'

/** One ticket being worked on: what its parts tell each other. */
export function useTicketWork(ticket: Ticket) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const [tab, setTab] = useState<TicketTab>('conversation')
  const composer = useComposer(ticket.id)
  usePulledDrafts(ticket.id)
  return {
    ticket,
    isOpen: ticket.state === 'open' || ticket.state === 'waiting',
    asked,
    ask: setAsked,
    answered: () => setAsked(null),
    tab,
    setTab,
    composer: {
      ...composer,
      insertReply: (text: string) => {
        setTab('conversation')
        composer.insertReply(text)
      },
    },
  }
}

export type TicketWork = ReturnType<typeof useTicketWork>
