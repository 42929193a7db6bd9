import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Tabs } from '#web/ui/Tabs.tsx'
import { ContextHeading } from './TicketContext.tsx'
import { TicketConversation } from './TicketConversation.tsx'
import { useContextTabs } from './useContextTabs.tsx'
import type { TicketWork } from './useTicketWork.ts'

type TabbedTicketProps = {
  work: TicketWork
  /** Of the first of them. */
  label: string
  isWithoutWords?: boolean
}

/** Where there is room for one thing at a time. */
export function TabbedTicket({ work, label, isWithoutWords = false }: TabbedTicketProps) {
  const { t } = useTranslation('conversation')
  const tabs = useContextTabs(work)
  return (
    <Tabs
      label={t('partsOfTicket')}
      selected={work.tab}
      onSelect={work.setTab}
      tabs={[
        {
          id: 'conversation',
          label,
          content: (
            <div className="flex h-full min-h-0 flex-col">
              <TicketConversation work={work} isWithoutWords={isWithoutWords} />
            </div>
          ),
        },
        ...tabs.map((tab) =>
          tab.id === 'account' ? { ...tab, content: withHeading(work, tab.content) } : tab,
        ),
      ]}
    />
  )
}

function withHeading(work: TicketWork, content: ReactNode) {
  return (
    <>
      <ContextHeading work={work} />
      {content}
    </>
  )
}
