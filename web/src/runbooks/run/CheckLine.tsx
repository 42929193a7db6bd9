import type { RunbookRun, RunCheck } from '@firstline/contract/runbooks'
import {
  Check,
  Circle,
  CircleDashed,
  CircleHelp,
  ClockAlert,
  Minus,
  RotateCw,
  TriangleAlert,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button as AriaButton } from 'react-aria-components'
import { Button } from '#web/ui/Button.tsx'
import { cx } from '#web/ui/cx.ts'
import { SourceRecord } from '#web/accounts/SourceRecord.tsx'
import { RecordDetails } from '#web/ui/RecordValue.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { AskCheck } from './AskCheck.tsx'

type CheckLineProps = {
  run: RunbookRun
  check: RunCheck
  mayRun: boolean
  onRepeat: () => void
  isRepeating: boolean
}

const signs: Record<RunCheck['state'], { icon: LucideIcon; ink: string }> = {
  pending: { icon: CircleDashed, ink: 'text-faint' },
  blocked: { icon: Circle, ink: 'text-faint' },
  open: { icon: CircleHelp, ink: 'text-accent' },
  skipped: { icon: Minus, ink: 'text-faint' },
  answered: { icon: Check, ink: 'text-held' },
  empty: { icon: Minus, ink: 'text-muted' },
  timed_out: { icon: ClockAlert, ink: 'text-pending' },
  failed: { icon: TriangleAlert, ink: 'text-broken' },
}

/** One check with its value and age; opened, all of the value. */
export function CheckLine(props: CheckLineProps) {
  const { run, check, mayRun, onRepeat, isRepeating } = props
  const { t } = useTranslation('runs')
  const [isOpen, setOpen] = useState(false)
  const { icon: Sign, ink } = signs[check.state]
  const hasDetails = check.state === 'answered' && typeof check.value === 'object'
  const isMissing = check.state === 'timed_out' || check.state === 'failed'
  return (
    <li className="border-b border-line py-1.5 last:border-b-0">
      <div className="flex items-start gap-2">
        <Sign
          aria-label={t(`checkState.${check.state}`)}
          size={14}
          strokeWidth={2}
          className={cx('mt-0.75 shrink-0', ink)}
        />
        <div className="min-w-0 flex-1">
          <p className="flex flex-wrap items-baseline gap-x-2">
            <span className={cx(check.state === 'pending' && 'text-muted')}>{check.title}</span>
            <CheckValue check={check} />
          </p>
          {isMissing && check.error && <p className="text-sm text-muted">{check.error}</p>}
          {check.kind === 'ask' && <AskCheck run={run} check={check} mayRun={mayRun} />}
        </div>
        {check.at && check.state !== 'open' && (
          <span className="mt-px shrink-0 text-xs text-faint">
            <RelativeTime at={check.at} form="short" />
          </span>
        )}
        {hasDetails && (
          <AriaButton
            aria-expanded={isOpen}
            onPress={() => setOpen(!isOpen)}
            className="shrink-0 cursor-default rounded-sm px-1 text-xs text-muted hover:text-ink pointer-coarse:min-h-11"
          >
            {isOpen ? t('less') : t('all')}
          </AriaButton>
        )}
        {isMissing && mayRun && (
          <Button size="small" icon={RotateCw} isPending={isRepeating} onPress={onRepeat}>
            {t('repeat')}
          </Button>
        )}
      </div>
      {isOpen && (
        <div className="mt-1.5 pl-5.5">
          <RecordDetails value={check.value} />
        </div>
      )}
    </li>
  )
}

function CheckValue({ check }: { check: RunCheck }) {
  const { t } = useTranslation('runs')
  if (check.state === 'answered' && check.kind === 'source') {
    return (
      <span className="min-w-0 text-sm">
        <SourceRecord
          source={check.source}
          value={check.value}
          fields={3}
          without={['id', 'account_id']}
        />
      </span>
    )
  }
  if (check.state === 'answered' || check.state === 'open') return null
  return <span className="text-sm text-muted">{t(`checkState.${check.state}`)}</span>
}
