import { RotateCw, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { CopyableId } from './CopyableId.tsx'
import { cx } from './cx.ts'

/** A failure in the reader's words. */
export type Failure = {
  /** What happened. */
  what: string
  /** What is safe: not lost, not sent, not changed. */
  safe?: string
  /** What to do. */
  next?: string
  requestId?: string
}

type ErrorStateProps = {
  failure: Failure
  onRetry?: () => void
  isRetrying?: boolean
  isCompact?: boolean
}

export function ErrorState({ failure, onRetry, isRetrying, isCompact }: ErrorStateProps) {
  const { t } = useTranslation('ui')
  return (
    <div
      role="alert"
      className={cx('flex items-start gap-2', isCompact ? 'py-1' : 'mx-auto max-w-xl px-6 py-12')}
    >
      <TriangleAlert aria-hidden size={16} className="mt-0.5 shrink-0 text-broken" />
      <div className="flex min-w-0 flex-1 flex-col items-start gap-2">
        <div>
          <p className="font-medium">{failure.what}</p>
          {failure.safe && <p className="text-muted">{failure.safe}</p>}
          {failure.next && <p className="text-muted">{failure.next}</p>}
        </div>
        {onRetry && (
          <Button
            size="small"
            icon={RotateCw}
            onPress={onRetry}
            {...(isRetrying && { isPending: true })}
          >
            {t('retry')}
          </Button>
        )}
        {failure.requestId && (
          <p className="flex max-w-full flex-wrap items-center gap-x-1 text-xs text-faint">
            {t('requestId')} <CopyableId value={failure.requestId} />
          </p>
        )}
      </div>
    </div>
  )
}
