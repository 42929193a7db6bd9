import type { LogLevel, LogRecord } from '@firstline/contract/telemetry'
import { ChevronRight, Network } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button as AriaButton } from 'react-aria-components'
import { dateFormat } from '#web/ui/intl.ts'
import { Button } from '#web/ui/Button.tsx'
import { cx } from '#web/ui/cx.ts'
import { RecordDetails } from '#web/ui/RecordValue.tsx'

type LogLineProps = {
  record: LogRecord
  onTrace?: (traceId: string) => void
}

const inks: Record<LogLevel, string> = {
  trace: 'text-faint',
  debug: 'text-faint',
  info: 'text-muted',
  warn: 'text-pending',
  error: 'text-broken',
  fatal: 'text-broken',
}

/** One record in two lines; opened, all it carries and the way to its trace. */
export function LogLine({ record, onTrace }: LogLineProps) {
  const { t, i18n } = useTranslation('telemetry')
  const [isOpen, setOpen] = useState(false)
  const { traceId } = record
  return (
    <li className="border-b border-line text-sm">
      <AriaButton
        aria-expanded={isOpen}
        onPress={() => setOpen(!isOpen)}
        className="flex w-full cursor-default gap-1.5 px-3 py-1.5 text-left -outline-offset-2 hover:bg-hover"
      >
        <ChevronRight
          aria-hidden
          size={12}
          className={cx('mt-1 shrink-0 text-faint transition-transform', isOpen && 'rotate-90')}
        />
        <span className="min-w-0 flex-1">
          <span className="flex gap-2 text-xs text-muted">
            <time dateTime={record.at} className="font-mono">
              {timeWords(record.at, i18n.language)}
            </time>
            <span className={cx('font-medium', inks[record.level])}>{record.level}</span>
            <span className="truncate">{record.service}</span>
          </span>
          <span
            className={cx(
              'block font-mono text-xs text-ink',
              isOpen ? 'wrap-anywhere' : 'truncate',
            )}
          >
            {record.message}
          </span>
        </span>
      </AriaButton>
      {isOpen && (
        <div className="flex flex-col items-start gap-2 px-3 pb-3 pl-7">
          <RecordDetails value={{ ...record.attributes, ...(traceId && { trace_id: traceId }) }} />
          {traceId && onTrace && (
            <Button size="small" icon={Network} onPress={() => onTrace(traceId)}>
              {t('showTrace')}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

function timeWords(at: string, language: string): string {
  const date = new Date(at)
  const isToday = date.toDateString() === new Date().toDateString()
  return dateFormat(language, {
    ...(!isToday && { month: 'short', day: 'numeric' }),
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
  }).format(date)
}
