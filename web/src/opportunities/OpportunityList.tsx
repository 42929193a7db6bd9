import type { Opportunities } from '@firstline/contract/opportunities'
import { Hammer } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PartLink } from '#web/PartLink.tsx'
import { ownTimeZone } from '#web/ui/intl.ts'
import { useFigures } from '#web/useFigures.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Sheet } from '#web/ui/Dialog.tsx'
import { BehindOpportunity } from './BehindOpportunity.tsx'
import { OpportunityRow } from './OpportunityRow.tsx'
import { StartSheet } from './StartSheet.tsx'
import { Unexplained } from './Unexplained.tsx'
import { opportunityStates } from './useOpportunities.ts'
import type { OpportunityState } from './useOpportunities.ts'

type OpportunityListProps = {
  opportunities: Opportunities
  state: OpportunityState
}

/** What would have let the first line resolve, by what it would add. */
export function OpportunityList({ opportunities, state }: OpportunityListProps) {
  const { t } = useTranslation('opportunities')
  const [opened, setOpened] = useState<{ id: string; as: 'issue' | 'behind' }>()
  const { items, unexplained } = opportunities
  const shown = items.filter((item) => item.state === state)
  const isOpened = (as: 'issue' | 'behind') => opened?.as === as
  const chosen = items.find(({ id }) => id === opened?.id)
  const mostPoints = Math.max(...items.map(({ points }) => points ?? 0), 1)
  return (
    <>
      <Standing opportunities={opportunities} state={state} />
      {shown.length === 0 ? (
        <EmptyState icon={Hammer} text={t(`empty.${state}`)} />
      ) : (
        <ol aria-label={t(`state.${state}`)} className="border-t border-line">
          {shown.map((opportunity) => (
            <li key={opportunity.id} className="border-b border-line">
              <OpportunityRow
                opportunity={opportunity}
                mostPoints={mostPoints}
                onOpen={(as) => setOpened({ id: opportunity.id, as })}
              />
            </li>
          ))}
        </ol>
      )}
      {state === 'open' && unexplained.length > 0 && <Unexplained types={unexplained} />}
      {chosen && (
        <StartSheet
          opportunity={chosen}
          isOpen={isOpened('issue')}
          onClose={() => setOpened(undefined)}
        />
      )}
      <Sheet
        title={t('behind.title')}
        isOpen={isOpened('behind')}
        onOpenChange={() => setOpened(undefined)}
      >
        {opened && <BehindOpportunity id={opened.id} />}
      </Sheet>
    </>
  )
}

/** What it is counted of, and how many there are of each state. */
function Standing({ opportunities, state: chosen }: OpportunityListProps) {
  const { t } = useTranslation('opportunities')
  const figures = useFigures()
  const { from, to, resolved, items } = opportunities
  const timeZone = ownTimeZone()
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 pb-3 sm:px-6">
      <p className="text-sm text-muted">
        {figures.period(from, to, timeZone)} ·{' '}
        {t('countedOf', { count: resolved, all: figures.count(resolved) })}
      </p>
      <nav aria-label={t('states')} className="-mx-2 flex flex-wrap gap-x-1">
        {opportunityStates.map((state) => (
          <PartLink
            key={state}
            to="/build-next"
            search={{ state }}
            isChosen={state === chosen}
            count={items.filter((item) => item.state === state).length}
          >
            {t(`state.${state}`)}
          </PartLink>
        ))}
      </nav>
    </div>
  )
}
