import type { Permission } from '@firstline/contract/permissions'
import { useTranslation } from 'react-i18next'
import { AccountPanels } from '#web/accounts/AccountPanels.tsx'
import { PastTickets } from '#web/accounts/PastTickets.tsx'
import { ChangeList } from '#web/changes/ChangeList.tsx'
import { ChangeNotice } from '#web/changes/ChangeNotice.tsx'
import { LogSearch } from '#web/telemetry/LogSearch.tsx'
import { useMe } from '#web/team/useMe.ts'
import { TicketStanding } from '#web/tickets/TicketStanding.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import type { TabItem } from '#web/ui/Tabs.tsx'
import type { ContextTab, TicketWork } from './useTicketWork.ts'

/** What can be known about the customer of a ticket, one tab each. */
export function useContextTabs(work: TicketWork): TabItem<ContextTab>[] {
  const { permissions } = useMe()
  const tabs = useAllTabs(work)
  return tabs.filter(({ id }) => permissions.includes(neededFor[id]))
}

const neededFor: Record<ContextTab, Permission> = {
  account: 'account:read',
  logs: 'telemetry:read',
  changes: 'change:read',
  history: 'ticket:read',
}

function useAllTabs({ ticket, setTab }: TicketWork): TabItem<ContextTab>[] {
  const { t } = useTranslation('accounts')
  const unknown = <EmptyState text={t('noAccount')} />
  return [
    {
      id: 'account',
      label: t('account'),
      content: (
        <>
          <ChangeNotice ticketId={ticket.id} onOpen={() => setTab('changes')} />
          {ticket.account ? <AccountPanels ticketId={ticket.id} /> : unknown}
        </>
      ),
    },
    {
      id: 'logs',
      label: t('logs'),
      content: ticket.account ? <LogSearch ticketId={ticket.id} /> : unknown,
    },
    { id: 'changes', label: t('changes'), content: <ChangeList ticketId={ticket.id} /> },
    {
      id: 'history',
      label: t('history'),
      content: (
        <PastTickets ticket={ticket} standingOf={(other) => <TicketStanding ticket={other} />} />
      ),
    },
  ]
}
