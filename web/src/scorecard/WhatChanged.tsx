import type { Scorecard } from '@firstline/contract/scorecard'
import type { ScorecardChange } from '@firstline/contract/scorecard-insights'
import { useTranslation } from 'react-i18next'
import { Loaded } from '#web/Loaded.tsx'
import { Table } from '#web/ui/Table.tsx'
import type { TableColumn } from '#web/ui/Table.tsx'
import { Happenings } from './Happenings.tsx'
import { Rate } from './Rate.tsx'
import { SectionHead } from './SectionHead.tsx'
import { useFigures } from '#web/useFigures.ts'
import { useWhatChanged } from './useScorecard.ts'
import { useTypeName } from './useTypeName.ts'

/** The last whole week against the week before, split into what moved it. */
export function WhatChanged({ card }: { card: Scorecard }) {
  const { t } = useTranslation('scorecard')
  const query = useWhatChanged(card)
  return (
    <section aria-labelledby="what-changed" className="border-t border-line pt-5">
      <SectionHead
        id="what-changed"
        title={t('change.title')}
        definition={t('change.definition')}
      />
      <Loaded query={query} lines={4} isCompact>
        {(change) => <Explained change={change} />}
      </Loaded>
    </section>
  )
}

function Explained({ change }: { change: ScorecardChange }) {
  const { t } = useTranslation('scorecard')
  return (
    <div className="mt-1 flex flex-col gap-3">
      {change.change === null ? (
        <p className="text-muted">{t('change.none')}</p>
      ) : (
        <>
          <Difference change={change} />
          <TypesMoved types={change.types} />
        </>
      )}
      <div>
        <h3 className="text-sm font-medium text-muted">{t('change.allLive')}</h3>
        {change.happenings.length === 0 ? (
          <p className="text-sm text-muted">{t('change.noneLive')}</p>
        ) : (
          <Happenings happenings={change.happenings} shownAtFirst={6} />
        )}
      </div>
    </div>
  )
}

function Difference({ change: { before, after, ...change } }: { change: ScorecardChange }) {
  const { t } = useTranslation('scorecard')
  const figures = useFigures()
  const [low, high] = [change.low ?? -1, change.high ?? 1]
  const isSure = low > 0 || high < 0
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="text-lg font-semibold tabular-nums">
          {t('change.points', { change: figures.points(change.change ?? 0) })}
        </span>
        <span className="text-muted tabular-nums">
          {t('change.interval', { low: figures.points(low), high: figures.points(high) })}
        </span>
        <span className="text-muted tabular-nums">
          {t('change.from', {
            before: figures.percent(before.l1.rate ?? 0),
            beforeWeek: before.isoWeek,
            after: figures.percent(after.l1.rate ?? 0),
            afterWeek: after.isoWeek,
          })}
        </span>
      </p>
      <p className="text-sm text-muted">
        {isSure ? t('change.sure') : t('change.chance')}{' '}
        {t('change.split', {
          mix: figures.points(change.mix ?? 0),
          within: figures.points(change.within ?? 0),
        })}
      </p>
    </div>
  )
}

type TypeMoved = ScorecardChange['types'][number]

function TypesMoved({ types }: Pick<ScorecardChange, 'types'>) {
  const { t } = useTranslation('scorecard')
  const figures = useFigures()
  const nameOf = useTypeName()
  const number = { align: 'end' } as const
  const live = {
    id: 'live',
    title: t('change.live'),
    isSecondary: true,
    cell: liveCell,
  }
  const columns: TableColumn<TypeMoved>[] = [
    { id: 'type', title: t('change.type'), cell: ({ type }) => nameOf(type) },
    {
      id: 'before',
      title: t('change.before'),
      ...number,
      cell: beforeCell,
    },
    {
      id: 'after',
      title: t('change.after'),
      ...number,
      cell: afterCell,
    },
    { id: 'mix', title: t('change.mix'), ...number, cell: ({ mix }) => figures.points(mix) },
    {
      id: 'within',
      title: t('change.within'),
      ...number,
      cell: ({ within }) => figures.points(within),
    },
    ...(types.some(({ happenings }) => happenings.length > 0) ? [live] : []),
  ]
  return (
    <div className="-mx-4">
      <Table
        label={t('change.label')}
        columns={columns}
        rows={types.slice(0, shownTypes)}
        rowKey={({ type }) => type ?? ''}
      />
    </div>
  )
}

const shownTypes = 6

const beforeCell = ({ before }: TypeMoved) => <Rate value={before} />
const afterCell = ({ after }: TypeMoved) => <Rate value={after} />
const liveCell = ({ happenings }: TypeMoved) => (
  <Happenings happenings={happenings} shownAtFirst={2} />
)
