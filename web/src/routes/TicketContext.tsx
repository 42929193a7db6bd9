import { useTranslation } from 'react-i18next'
import { AccountHeading } from '#web/accounts/AccountHeading.tsx'
import { ActionMenu } from '#web/actions/ActionMenu.tsx'
import { Tabs } from '#web/ui/Tabs.tsx'
import { useContextTabs } from './useContextTabs.tsx'
import type { TicketWork } from './useTicketWork.ts'

/** Who it is about: the account, and its logs, changes and past. */
export function TicketContext({ work }: { work: TicketWork }) {
  const { t } = useTranslation('accounts')
  const tabs = useContextTabs(work)
  const { tab, setTab } = work
  return (
    <>
      <ContextHeading work={work} />
      <Tabs
        label={t('context')}
        tabs={tabs}
        selected={tab === 'conversation' ? (tabs[0]?.id ?? 'history') : tab}
        onSelect={setTab}
      />
    </>
  )
}

/** Whom it is about, and what can be done for them. */
export function ContextHeading({ work }: { work: TicketWork }) {
  const { ticket, ask } = work
  return (
    <AccountHeading
      ticket={ticket}
      tools={
        ticket.account &&
        !ticket.joinedTo && (
          <ActionMenu ticketId={ticket.id} onChoose={(intent) => ask({ kind: 'action', intent })} />
        )
      }
    />
  )
}
