import type { LearningTime as Times, TeamTime } from '@firstline/contract/learning'
import { useQuery } from '@tanstack/react-query'
import { Clock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Loaded } from '#web/Loaded.tsx'
import { apiQuery } from '#web/api.ts'
import { useFigures } from '#web/useFigures.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Status } from '#web/ui/Status.tsx'
import { TimeChart } from './TimeChart.tsx'

/** How much of each line's shifts goes into tickets, and so what is left to learn. Never by person. */
export function LearningTime() {
  const { t } = useTranslation('learning')
  const query = useQuery(apiQuery('getLearningTime'))
  return (
    <Loaded query={query} lines={10}>
      {(times) => (
        <div className="flex flex-col gap-6 px-4 pb-8 sm:px-6">
          {times.lines.length === 0 ? (
            <EmptyState icon={Clock} text={t('time.empty')} />
          ) : (
            times.lines.map((line) => <LineTime key={line.line} line={line} times={times} />)
          )}
          <Definition times={times} />
        </div>
      )}
    </Loaded>
  )
}

function LineTime({ line: { line, teams, people, weeklyHours, weeks }, times }: LineTimeProps) {
  const { t } = useTranslation('learning')
  const figures = useFigures()
  return (
    <section aria-labelledby={`time-${line}`} className="border-t border-line pt-4">
      <header className="mb-2 flex flex-wrap items-start justify-between gap-x-6 gap-y-1">
        <div className="min-w-0">
          <h2 id={`time-${line}`} className="text-md font-semibold">
            {[line, teams.join(', ')].filter(Boolean).join(' · ')}
          </h2>
          <p className="text-sm text-muted">
            {t('time.people', { count: people, hours: weeklyHours })}
          </p>
        </div>
        <Standing weeks={weeks} above={times.utilisationLine} />
      </header>
      <TimeChart weeks={weeks} above={times.utilisationLine} label={t('time.chart', { line })} />
      <p className="flex items-center gap-2 text-xs text-muted">
        <span aria-hidden className="w-6 border-t border-dashed border-muted" />
        {t('time.line', { line: figures.wholePercent(times.utilisationLine) })}
      </p>
      <WeekList weeks={weeks} />
    </section>
  )
}

type LineTimeProps = {
  line: TeamTime
  times: Times
}

/** The last whole week, in words. */
function Standing({ weeks, above }: { weeks: TeamTime['weeks']; above: number }) {
  const { t } = useTranslation('learning')
  const figures = useFigures()
  const last = weeks.findLast(({ isRunning }) => !isRunning)
  if (!last || last.utilisation === null || last.ticketHours === 0) {
    return <Status meaning="pending">{t('time.unknown')}</Status>
  }
  const share = figures.wholePercent(last.utilisation)
  const line = figures.wholePercent(above)
  return last.isAbove ? (
    <Status meaning="broken">{t('time.risk', { share, line })}</Status>
  ) : (
    <Status meaning="held">{t('time.fine', { share, line })}</Status>
  )
}

/** What the picture shows, for those who hear it. */
function WeekList({ weeks }: Pick<TeamTime, 'weeks'>) {
  const { t } = useTranslation('learning')
  const figures = useFigures()
  return (
    <ul className="sr-only">
      {weeks.map(({ begins, ticketHours, shiftHours, utilisation, isAbove }) => (
        <li key={begins}>
          {t('time.week', {
            week: figures.week(begins),
            share: utilisation === null ? '–' : figures.wholePercent(utilisation),
            spent: figures.decimal(ticketHours),
            hours: figures.decimal(shiftHours),
          })}
          {isAbove && ` ${t('time.above')}`}
        </li>
      ))}
    </ul>
  )
}

function Definition({ times }: { times: Times }) {
  const { t } = useTranslation('learning')
  const figures = useFigures()
  return (
    <div className="max-w-[80ch] border-t border-line pt-4 text-sm text-pretty text-muted">
      <h2 className="mb-1 font-semibold text-ink">{t('time.how')}</h2>
      <p>{t('time.definition', { pause: times.pauseMinutes, reading: times.readingMinutes })}</p>
      <p className="mt-1">
        {t('time.why', { line: figures.wholePercent(times.utilisationLine), zone: times.timeZone })}
      </p>
    </div>
  )
}
