import { RotateCw, Search } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MoreButton } from '#web/MoreButton.tsx'
import { useFailure } from '#web/failure.ts'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { PanelAge } from '#web/ui/PanelAge.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import { Select } from '#web/ui/Select.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { LogLine } from './LogLine.tsx'
import { TraceSheet } from './TraceSheet.tsx'
import { emptyFilter, hoursOf, ranges, useLogs } from './useLogs.ts'
import type { LogFilter } from './useLogs.ts'

/** What this account's requests and jobs logged, newest first. */
export function LogSearch({ ticketId }: { ticketId: string }) {
  const [filter, setFilter] = useState<LogFilter>(emptyFilter)
  const [traceId, setTraceId] = useState<string | null>(null)
  const logs = useLogs(ticketId, filter)
  return (
    <>
      <Filters filter={filter} onChange={setFilter} logs={logs} />
      <Results filter={filter} onChange={setFilter} logs={logs} onTrace={setTraceId} />
      <TraceSheet ticketId={ticketId} traceId={traceId} onClose={() => setTraceId(null)} />
    </>
  )
}

type Logs = ReturnType<typeof useLogs>

type PartProps = {
  filter: LogFilter
  onChange: (filter: LogFilter) => void
  logs: Logs
}

const levels = ['any', 'info', 'warn', 'error', 'fatal'] as const

function Filters({ filter, onChange, logs }: PartProps) {
  const { t } = useTranslation('telemetry')
  const [words, setWords] = useState(filter.q)
  const services = [...new Set([...logs.services, ...(filter.service ? [filter.service] : [])])]
  return (
    <Form
      role="search"
      className="flex flex-col gap-2 border-b border-line p-3"
      onSubmit={() => onChange({ ...filter, q: words.trim() })}
    >
      <div className="flex items-end gap-2">
        <TextField
          label={t('search')}
          isLabelHidden
          placeholder={t('searchPlaceholder')}
          type="search"
          value={words}
          onChange={setWords}
        />
        <SubmitButton variant="quiet" icon={Search}>
          {t('find')}
        </SubmitButton>
      </div>
      <div className="grid grid-cols-3 gap-2 text-sm">
        <Select
          label={t('level')}
          isLabelHidden
          options={levels.map((id) => ({ id, label: t(`levels.${id}`) }))}
          value={filter.level ?? 'any'}
          onChange={(level) => onChange({ ...filter, level: level === 'any' ? null : level })}
        />
        <Select
          label={t('service')}
          isLabelHidden
          options={[
            { id: '', label: t('allServices') },
            ...services.map((id) => ({ id, label: id })),
          ]}
          value={filter.service ?? ''}
          onChange={(service) => onChange({ ...filter, service: service || null })}
        />
        <Select
          label={t('range')}
          isLabelHidden
          options={ranges.map((id) => ({ id, label: t(`ranges.${id}`) }))}
          value={filter.range}
          onChange={(range) => onChange({ ...filter, range })}
        />
      </div>
    </Form>
  )
}

function Results({
  filter,
  onChange,
  logs,
  onTrace,
}: PartProps & { onTrace: (id: string) => void }) {
  const { t } = useTranslation('telemetry')
  const failureOf = useFailure()
  if (logs.isPending) {
    return (
      <div className="p-4">
        <Skeleton lines={8} />
      </div>
    )
  }
  if (logs.error && logs.records.length === 0) {
    return <ErrorState failure={failureOf(logs.error)} onRetry={() => void logs.refetch()} />
  }
  if (logs.records.length === 0) return <NoLogs filter={filter} onChange={onChange} />
  return (
    <>
      <div className="flex min-h-row items-center justify-between gap-2 border-b border-line pr-2 pl-4 text-xs text-muted">
        <span role="status">{t('count', { count: logs.records.length })}</span>
        <span className="flex items-center gap-1">
          <PanelAge
            readAt={new Date(logs.dataUpdatedAt)}
            staleAfterSeconds={120}
            isKnownStale={Boolean(logs.error)}
          />
          <IconButton
            icon={RotateCw}
            label={t('reload')}
            isSpinning={logs.isRefetching}
            onPress={() => void logs.refetch()}
          />
        </span>
      </div>
      <ul aria-label={t('logs')}>
        {logs.records.map((record) => (
          <LogLine key={record.id} record={record} onTrace={onTrace} />
        ))}
      </ul>
      <MoreButton list={logs} className="p-3">
        {t('older')}
      </MoreButton>
    </>
  )
}

/** Offers the next wider search, as far as there is one. */
function NoLogs({ filter, onChange }: Pick<PartProps, 'filter' | 'onChange'>) {
  const { t } = useTranslation('telemetry')
  const wider = ranges[ranges.indexOf(filter.range) + 1]
  if (filter.q || filter.level || filter.service) {
    return (
      <EmptyState
        text={t('noMatch')}
        action={{
          label: t('clear'),
          onPress: () => onChange({ ...emptyFilter, range: filter.range }),
        }}
      />
    )
  }
  return (
    <EmptyState
      text={t('nothing', { count: hoursOf[filter.range] })}
      {...(wider && {
        action: {
          label: t('lookIn', { range: t(`ranges.${wider}`) }),
          onPress: () => onChange({ ...filter, range: wider }),
        },
      })}
    />
  )
}
