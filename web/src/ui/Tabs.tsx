import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components'

export type TabItem<Id extends string = string> = {
  id: Id
  label: string
  count?: number
  /** Stays mounted while another is shown: for what holds a state of its own. */
  isKept?: boolean
  content: ReactNode
}

type TabsProps<Id extends string> = {
  label: string
  tabs: readonly TabItem<Id>[]
  selected?: Id
  onSelect?: (id: Id) => void
}

/** Fills its parent; only the chosen tab's content is mounted unless kept, and it scrolls by itself. */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect }: TabsProps<Id>) {
  return (
    <AriaTabs
      {...(selected && { selectedKey: selected })}
      onSelectionChange={(key) => onSelect?.(String(key) as Id)}
      className="flex min-h-0 flex-1 flex-col"
    >
      <TabList
        aria-label={label}
        className="flex shrink-0 gap-4 overflow-x-auto border-b border-line px-4"
      >
        {tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            className="flex min-h-row cursor-default items-center gap-1.5 border-b-2 border-transparent whitespace-nowrap text-muted transition-colors -outline-offset-2 hover:text-ink selected:border-accent selected:font-medium selected:text-ink"
          >
            {tab.label}
            {tab.count !== undefined && (
              <span className="font-normal text-faint tabular-nums">{tab.count}</span>
            )}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel
          key={tab.id}
          id={tab.id}
          shouldForceMount={tab.isKept ?? false}
          className="data-inert:hidden min-h-0 flex-1 overflow-y-auto -outline-offset-2"
        >
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
