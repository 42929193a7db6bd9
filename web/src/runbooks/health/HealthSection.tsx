import type { RunbookHealth } from '@firstline/contract/runbook-health'
import { useTranslation } from 'react-i18next'
import { Loaded } from '#web/Loaded.tsx'
import { FigureHelp } from '#web/scorecard/FigureHelp.tsx'
import { Rate } from '#web/scorecard/Rate.tsx'
import { useFigures } from '#web/useFigures.ts'
import { OpenCourse } from './OpenCourse.tsx'
import { RotBadges } from './RotBadges.tsx'
import { useRunbookHealth } from './useRunbookHealth.ts'

const figures = ['opened', 'finished', 'causeFound', 'unclassified', 'resolved', 'held'] as const

/** How a published runbook fares with the tickets it is for. */
export function HealthSection({ runbookId }: { runbookId: string }) {
  const { t } = useTranslation('health')
  const query = useRunbookHealth()
  const health = query.data?.items.find(({ id }) => id === runbookId)
  if (query.data && !health) return null // only published ones are followed
  return (
    <section aria-labelledby="health">
      <h2 id="health" className="mb-1 text-md font-semibold">
        {t('title')}
      </h2>
      <Loaded query={query} lines={4}>
        {({ windowDays }) => health && <Health health={health} windowDays={windowDays} />}
      </Loaded>
    </section>
  )
}

function Health({ health, windowDays }: { health: RunbookHealth; windowDays: number }) {
  const { t } = useTranslation('health')
  const { count } = useFigures()
  const countsOf = (figure: (typeof figures)[number]) =>
    t('counts', { part: count(health[figure].count), all: count(health[figure].of) })
  return (
    <div className="flex flex-col gap-2">
      <RotBadges rot={health.rot} />
      {health.rot.map((rot) => (
        <p key={rot} className="text-sm text-pretty text-muted">
          {t(`rotWhy.${rot}`)}
        </p>
      ))}
      <OpenCourse health={health} width={224} />
      <dl className="text-sm">
        {figures.map((figure) => (
          <div key={figure} className="flex min-h-8 items-center justify-between gap-2">
            <dt className="flex items-center text-muted">
              {t(`figure.${figure}`)}
              <FigureHelp
                title={t(`figure.${figure}`)}
                definition={`${t(`definition.${figure}`, { days: windowDays })} ${countsOf(figure)}`}
              />
            </dt>
            <dd>
              <Rate value={health[figure]} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-xs text-faint">{t('period')}</p>
    </div>
  )
}
