import type { RecordEntry } from '@firstline/contract/audit'
import { getRouteApi } from '@tanstack/react-router'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { MoreButton } from '#web/MoreButton.tsx'
import { AuditList } from '#web/audit/AuditList.tsx'
import { EntryTools } from '#web/audit/EntryTools.tsx'
import { RecordFilters } from '#web/audit/RecordFilters.tsx'
import { exportUrl, filterOf } from '#web/audit/record-search.ts'
import type { RecordSearch } from '#web/audit/record-search.ts'
import { SealPanel } from '#web/audit/SealPanel.tsx'
import { useRecord } from '#web/audit/useRecord.ts'
import { useFailure } from '#web/failure.ts'
import { ownTimeZone } from '#web/ui/intl.ts'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Menu } from '#web/ui/Menu.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'

const route = getRouteApi('/signed-in/record')

/** Who saw and did what at this desk; reading it is on the record too. */
export function RecordPage() {
  const { t } = useTranslation('audit')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const zone = ownTimeZone()
  return (
    <div className="h-full overflow-y-auto">
      <title>{`${t('record.title')} · Firstline`}</title>
      <div className="mx-auto flex max-w-300 flex-col gap-5 px-4 py-5 sm:px-6">
        <header className="flex flex-wrap items-start justify-between gap-3">
          <div className="min-w-0 flex-1 basis-80">
            <h1 className="text-lg font-semibold">{t('record.title')}</h1>
            <p className="text-sm text-pretty text-muted">{t('record.lead', { zone })}</p>
          </div>
          <ExportMenu search={search} />
        </header>
        <SealPanel />
        <Entries
          search={search}
          onSearch={(next) => void navigate({ search: next, replace: true })}
        />
      </div>
    </div>
  )
}

type EntriesProps = {
  search: RecordSearch
  onSearch: (search: RecordSearch) => void
}

function Entries({ search, onSearch }: EntriesProps) {
  const { t } = useTranslation('audit')
  const failureOf = useFailure()
  const record = useRecord(filterOf(search))
  const { entries } = record
  const account = entries.find((entry) => entry.account?.id === search.accountId)?.account
  return (
    <>
      <RecordFilters search={search} accountName={account?.name} onChange={onSearch} />
      {record.isPending && <Skeleton lines={8} />}
      {record.error && (
        <ErrorState
          isCompact={entries.length > 0}
          failure={failureOf(record.error)}
          onRetry={() => void record.refetch()}
        />
      )}
      {record.data && entries.length === 0 && (
        <EmptyState text={t('none')} action={{ label: t('clear'), onPress: () => onSearch({}) }} />
      )}
      {entries.length > 0 && (
        <div>
          <AuditList entries={entries} tools={toolsOf} />
        </div>
      )}
      <MoreButton list={record}>{t('more')}</MoreButton>
    </>
  )
}

function toolsOf(entry: RecordEntry) {
  return <EntryTools entry={entry} />
}

function ExportMenu({ search }: { search: RecordSearch }) {
  const { t } = useTranslation('audit')
  const take = (format: 'csv' | 'ndjson' | 'sealed') => () =>
    window.location.assign(exportUrl(format === 'sealed' ? {} : filterOf(search), format))
  return (
    <Menu
      label={t('export.title')}
      placement="bottom end"
      trigger={<Button icon={Download}>{t('export.title')}</Button>}
      groups={[
        {
          id: 'shown',
          title: t('export.shown'),
          entries: [
            { id: 'csv', label: 'CSV', onAction: take('csv') },
            { id: 'ndjson', label: 'NDJSON', onAction: take('ndjson') },
          ],
        },
        {
          id: 'all',
          title: t('export.all'),
          entries: [{ id: 'sealed', label: t('export.sealed'), onAction: take('sealed') }],
        },
      ]}
    />
  )
}
