import type { RetentionOf } from '@firstline/contract/privacy'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { Loaded } from '#web/Loaded.tsx'
import { numberFormat } from '#web/ui/intl.ts'
import { Table } from '#web/ui/Table.tsx'

/** How long what is kept, and what of it goes with the next night. */
export function RetentionTable() {
  const { t } = useTranslation('privacy')
  const list = useQuery(apiQuery('listRetention'))
  return (
    <Loaded query={list} lines={2}>
      {({ items }) => (
        <Table
          label={t('retention')}
          rows={items}
          rowKey={({ kind }) => kind}
          columns={[
            { id: 'kind', title: t('kept.what'), cell: kindCell },
            { id: 'days', title: t('kept.howLong'), cell: daysCell },
            {
              id: 'count',
              title: t('kept.nextNight'),
              align: 'end',
              isSecondary: true,
              cell: countCell,
            },
          ]}
        />
      )}
    </Loaded>
  )
}

function kindCell(row: RetentionOf) {
  return <Kind of={row} />
}

function Kind({ of: { kind } }: { of: RetentionOf }) {
  const { t } = useTranslation('privacy')
  return (
    <span className="flex min-w-40 flex-col py-1">
      <span>{t(`kept.${kind}`)}</span>
      <span className="text-sm text-pretty text-muted">{t(`kept.${kind}What`)}</span>
    </span>
  )
}

function daysCell(row: RetentionOf) {
  return <Days of={row} />
}

/** On a phone what goes with the next night stands below. */
function Days({ of: row }: { of: RetentionOf }) {
  const { t } = useTranslation('privacy')
  const { days } = row
  if (days === null) return t('kept.forGood')
  return (
    <span className="flex flex-col">
      <span>{t('kept.days', { count: days })}</span>
      <span className="text-sm text-muted sm:hidden">
        {t('kept.nextNight')}: <Count of={row} />
      </span>
    </span>
  )
}

function countCell(row: RetentionOf) {
  return <Count of={row} />
}

function Count({ of: { days, count } }: { of: RetentionOf }) {
  const { t, i18n } = useTranslation('privacy')
  if (days === null) return <span className="text-muted">{t('kept.nothing')}</span>
  return <span className="tabular-nums">{numberFormat(i18n.language).format(count)}</span>
}
