import type { Integrity } from '@firstline/contract/scorecard-insights'
import { useTranslation } from 'react-i18next'
import { Loaded } from '#web/Loaded.tsx'
import { Table } from '#web/ui/Table.tsx'
import type { TableColumn } from '#web/ui/Table.tsx'
import { CountButton } from './CountButton.tsx'
import { Rate } from './Rate.tsx'
import { SectionHead } from './SectionHead.tsx'
import { useFigures } from '#web/useFigures.ts'
import { useIntegrity } from './useScorecard.ts'
import { useTypeName } from './useTypeName.ts'

/** Signs that a number was helped along: with their resolutions, never by person. */
export function IntegritySignals() {
  const { t } = useTranslation('scorecard')
  const query = useIntegrity()
  return (
    <section aria-labelledby="integrity" className="border-t border-line pt-5">
      <SectionHead
        id="integrity"
        title={t('integrity.title')}
        definition={t('integrity.definition')}
      />
      <Loaded query={query} lines={4} isCompact>
        {(integrity) => <Signals signals={integrity.signals} />}
      </Loaded>
    </section>
  )
}

type Signal = Integrity['signals'][number]

function Signals({ signals }: Pick<Integrity, 'signals'>) {
  const { t } = useTranslation('scorecard')
  const seen = signals
    .filter(({ share }) => share.count > 0)
    .sort((one, other) => other.share.count - one.share.count)
  const unseen = signals.filter(({ share }) => share.count === 0)
  if (seen.length === 0) return <p className="mt-1 text-muted">{t('integrity.none')}</p>
  const columns: TableColumn<Signal>[] = [
    {
      id: 'signal',
      title: t('integrity.signal'),
      cell: ({ signal }) => t(`integrity.name.${signal}`),
    },
    { id: 'count', title: t('integrity.count'), align: 'end', cell: countCell },
    { id: 'share', title: t('integrity.share'), align: 'end', cell: shareCell },
    { id: 'where', title: t('integrity.where'), isSecondary: true, cell: groupsCell },
  ]
  return (
    <>
      <div className="-mx-4 mt-1">
        <Table
          label={t('integrity.label')}
          columns={columns}
          rows={seen}
          rowKey={({ signal }) => signal}
        />
      </div>
      {unseen.length > 0 && (
        <p className="mt-2 max-w-[110ch] text-sm text-muted">
          {t('integrity.unseen', {
            signals: unseen.map(({ signal }) => t(`integrity.name.${signal}`)).join('; '),
          })}
        </p>
      )}
    </>
  )
}

const countCell = (signal: Signal) => <CountOfSignal signal={signal} />
const shareCell = ({ share }: Signal) => <Rate value={share} />
const groupsCell = (signal: Signal) => <Groups signal={signal} />

function CountOfSignal({ signal: { signal, share } }: { signal: Signal }) {
  const figures = useFigures()
  return <CountButton behind={{ signal }}>{figures.count(share.count)}</CountButton>
}

const shownGroups = 2

function Groups({ signal: { signal, groups } }: { signal: Signal }) {
  const { t } = useTranslation('scorecard')
  const figures = useFigures()
  const nameOf = useTypeName()
  return (
    <ul className="text-sm">
      {groups.slice(0, shownGroups).map(({ type, team, share }) => (
        <li key={`${type} ${team}`}>
          {t('integrity.group', { type: nameOf(type), team })}{' '}
          <CountButton behind={{ signal, team, type }}>{figures.count(share.count)}</CountButton>
        </li>
      ))}
    </ul>
  )
}
