import type { Scorecard } from '@firstline/contract/scorecard'
import { BehindFigures } from './BehindFigure.tsx'
import { ChartNotes } from './ChartNotes.tsx'
import { Headline } from './Headline.tsx'
import { IntegritySignals } from './IntegritySignals.tsx'
import { MoreFigures } from './MoreFigures.tsx'
import { ScorecardEmpty } from './ScorecardEmpty.tsx'
import { SelfService } from './SelfService.tsx'
import { TwoNumbers } from './TwoNumbers.tsx'
import { TypesTable } from './TypesTable.tsx'
import { WhatChanged } from './WhatChanged.tsx'

export function ScorecardView({ card }: { card: Scorecard }) {
  if (card.resolutions.made === 0 && card.timeToResolution.tickets === 0) return <ScorecardEmpty />
  return (
    <BehindFigures card={card}>
      <div className="flex flex-col gap-6">
        <Headline card={card} />
        <div>
          <TwoNumbers card={card} />
          <ChartNotes card={card} />
        </div>
        <TypesTable card={card} />
        <MoreFigures card={card} />
        <SelfService />
        <WhatChanged card={card} />
        <IntegritySignals />
      </div>
    </BehindFigures>
  )
}
