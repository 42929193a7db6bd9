import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { CopyableId } from '#web/ui/CopyableId.tsx'
import { Sheet } from '#web/ui/Dialog.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { LogLine } from './LogLine.tsx'
import { durationWords } from './duration.ts'
import { TraceWaterfall } from './TraceWaterfall.tsx'

type TraceSheetProps = {
  ticketId: string
  traceId: string | null
  onClose: () => void
}

/** One request or job through all services it touched. */
export function TraceSheet({ ticketId, traceId, onClose }: TraceSheetProps) {
  const { t } = useTranslation('telemetry')
  return (
    <Sheet title={t('trace')} size="wide" isOpen={traceId !== null} onOpenChange={onClose}>
      {traceId && <TraceBody ticketId={ticketId} traceId={traceId} />}
    </Sheet>
  )
}

function TraceBody({ ticketId, traceId }: { ticketId: string; traceId: string }) {
  const { t } = useTranslation('telemetry')
  const failureOf = useFailure()
  const trace = useQuery(apiQuery('getTrace', { params: { ticketId, traceId } }))
  if (trace.isPending) return <Skeleton lines={8} />
  if (!trace.data) {
    return <ErrorState failure={failureOf(trace.error)} onRetry={() => void trace.refetch()} />
  }
  const { spans, logs, durationMs, startedAt, isTruncated } = trace.data
  return (
    <div className="flex flex-col gap-4">
      <p className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
        <CopyableId value={traceId} />
        <RelativeTime at={startedAt} />
        <span className="tabular-nums">{durationWords(durationMs)}</span>
        {isTruncated && <span className="text-pending">{t('traceTruncated')}</span>}
      </p>
      <TraceWaterfall spans={spans} durationMs={durationMs} />
      {logs.length > 0 && (
        <section aria-label={t('logsOfTrace')}>
          <h3 className="mb-1 font-semibold">{t('logsOfTrace')}</h3>
          <ul className="border-t border-line">
            {logs.map((record) => (
              <LogLine key={record.id} record={record} />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
