import type { Scorecard } from '@firstline/contract/scorecard'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { WeekTable } from './WeekTable.tsx'

/** What the lines of both charts mean, and the same weeks as a table. */
export function ChartNotes({ card }: { card: Scorecard }) {
  const { t } = useTranslation('scorecard')
  const [isTable, setTable] = useState(false)
  return (
    <>
      <div className="mt-2 flex flex-wrap items-center gap-x-5 gap-y-1 text-sm text-muted">
        <Key sample={<Band />}>{t('key.band')}</Key>
        <Key
          sample={
            <path
              d="M0 6h24"
              stroke="var(--color-estimate)"
              strokeWidth="1.75"
              strokeDasharray="4 3"
            />
          }
        >
          {t('key.tail', { days: card.windowDays })}
        </Key>
        <Key sample={<circle cx="12" cy="6" r="3" fill="none" stroke="var(--color-estimate)" />}>
          {t('few')}
        </Key>
        <span className="ml-auto print:hidden">
          <Button
            variant="ghost"
            size="small"
            aria-expanded={isTable}
            onPress={() => setTable(!isTable)}
          >
            {isTable ? t('table.hide') : t('table.show')}
          </Button>
        </span>
      </div>
      {isTable && <WeekTable card={card} />}
    </>
  )
}

function Key({ sample, children }: { sample: React.ReactNode; children: string }) {
  return (
    <span className="flex items-center gap-1.5">
      <svg aria-hidden width="24" height="12" className="shrink-0">
        {sample}
      </svg>
      {children}
    </span>
  )
}

function Band() {
  return (
    <>
      <rect width="24" height="12" fill="var(--color-accent)" fillOpacity="0.14" />
      <path d="M0 6h24" stroke="var(--color-accent)" strokeWidth="1.75" />
    </>
  )
}
