import type { TraceSpan } from '@firstline/contract/telemetry'
import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from 'react-aria-components'
import { cx } from '#web/ui/cx.ts'
import { RecordDetails } from '#web/ui/RecordValue.tsx'
import { durationWords } from './duration.ts'

/** Spans as bars on one time axis, parents above their children. */
export function TraceWaterfall({ spans, durationMs }: { spans: TraceSpan[]; durationMs: number }) {
  const { t } = useTranslation('telemetry')
  return (
    <ol aria-label={t('spans')} className="border-t border-line">
      {spans.map((span) => (
        <SpanRow key={span.spanId} span={span} totalMs={Math.max(durationMs, 0.001)} />
      ))}
    </ol>
  )
}

function SpanRow({ span, totalMs }: { span: TraceSpan; totalMs: number }) {
  const { t } = useTranslation('telemetry')
  const [isOpen, setOpen] = useState(false)
  const isError = span.status === 'error'
  return (
    <li className="border-b border-line text-sm">
      <Button
        aria-expanded={isOpen}
        onPress={() => setOpen(!isOpen)}
        className="grid w-full cursor-default grid-cols-[minmax(9rem,2fr)_3fr] items-center gap-3 px-1 py-1 text-left -outline-offset-2 hover:bg-hover"
      >
        <span
          className="flex min-w-0 items-center gap-1"
          style={{ paddingLeft: Math.min(span.depth, 12) * 12 }}
        >
          {isError && (
            <TriangleAlert aria-label={t('error')} size={12} className="shrink-0 text-broken" />
          )}
          <span className="min-w-0">
            <span className="block truncate">{span.name}</span>
            <span className="block truncate text-xs text-muted">{span.service}</span>
          </span>
        </span>
        <span className="relative block h-5">
          <span
            className={cx(
              'absolute inset-y-1.5 min-w-0.5 rounded-sm',
              isError ? 'bg-broken' : 'bg-accent-fill',
            )}
            style={{
              left: `${(span.offsetMs / totalMs) * 100}%`,
              width: `${(span.durationMs / totalMs) * 100}%`,
            }}
          />
          <span
            className="absolute inset-y-0 flex items-center px-1.5 text-xs whitespace-nowrap text-muted tabular-nums"
            style={labelPlace(span, totalMs)}
          >
            {durationWords(span.durationMs)}
          </span>
        </span>
      </Button>
      {isOpen && (
        <div className="flex flex-col gap-2 px-1 pb-3">
          {span.statusMessage && <p className="text-broken">{span.statusMessage}</p>}
          <RecordDetails value={span.attributes} />
          {span.events.map((event, index) => (
            <div key={index}>
              <p className="text-muted">
                {event.name} · <span className="tabular-nums">{durationWords(event.offsetMs)}</span>
              </p>
              <RecordDetails value={event.attributes} />
            </div>
          ))}
        </div>
      )}
    </li>
  )
}

/** Behind the bar, or before it where there is no room behind. */
function labelPlace({ offsetMs, durationMs }: TraceSpan, totalMs: number) {
  const end = (offsetMs + durationMs) / totalMs
  return end < 0.85 ? { left: `${end * 100}%` } : { right: `${(1 - offsetMs / totalMs) * 100}%` }
}
