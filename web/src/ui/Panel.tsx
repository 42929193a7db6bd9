import { ChevronRight, RotateCw } from 'lucide-react'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button as AriaButton } from 'react-aria-components'
import { cx } from './cx.ts'
import { EmptyState } from './EmptyState.tsx'
import type { EmptyStateProps } from './EmptyState.tsx'
import { ErrorState } from './ErrorState.tsx'
import type { Failure } from './ErrorState.tsx'
import { IconButton } from './IconButton.tsx'
import { PanelAge } from './PanelAge.tsx'
import { Skeleton } from './Skeleton.tsx'

export type PanelProps = {
  title: string
  count?: number | undefined
  /** error: nothing to show; after a failed re-read of good content stay `ready` and give `failure`. */
  status: 'loading' | 'ready' | 'empty' | 'error'
  /** When the content was read at its source. */
  readAt?: string | Date | undefined
  /** Older content is marked stale; 300 unless told. */
  staleAfterSeconds?: number
  onReload?: () => void
  isReloading?: boolean
  failure?: Failure | undefined
  empty?: Pick<EmptyStateProps, 'text' | 'action'>
  /** Beside the title: a Badge, a filter. */
  aside?: ReactNode
  isCollapsible?: boolean
  isInitiallyOpen?: boolean
  skeletonLines?: number
  children?: ReactNode
}

/** A part of a page that loads, ages, fails and is read again on its own. */
export function Panel(props: PanelProps) {
  const { title, isCollapsible = false, isInitiallyOpen = true, isReloading = false } = props
  const [isOpen, setOpen] = useState(isInitiallyOpen)
  const headingId = useId()
  const bodyId = useId()
  const isBusy = props.status === 'loading' || isReloading
  return (
    <section aria-labelledby={headingId} aria-busy={isBusy} className="border-b border-line">
      <header className="flex min-h-row items-center gap-2 pr-2 pl-4">
        <h3 id={headingId} className="flex min-w-0 items-center gap-2 text-base font-semibold">
          {isCollapsible ? (
            <AriaButton
              aria-expanded={isOpen}
              aria-controls={bodyId}
              onPress={() => setOpen(!isOpen)}
              className="-ml-1.5 flex min-h-row min-w-0 cursor-default items-center gap-1 rounded-md"
            >
              <Chevron isOpen={isOpen} />
              <span className="truncate">{title}</span>
            </AriaButton>
          ) : (
            <span className="truncate">{title}</span>
          )}
          {props.count !== undefined && (
            <span className="font-normal text-muted tabular-nums">{props.count}</span>
          )}
        </h3>
        {props.aside}
        <PanelTools {...props} isReloading={isReloading} />
      </header>
      <div id={bodyId} hidden={!isOpen} className="px-4 pb-3">
        <PanelBody {...props} />
      </div>
    </section>
  )
}

function Chevron({ isOpen }: { isOpen: boolean }) {
  return (
    <ChevronRight
      aria-hidden
      size={14}
      className={cx('shrink-0 text-faint transition-transform', isOpen && 'rotate-90')}
    />
  )
}

function PanelTools(props: PanelProps & { isReloading: boolean }) {
  const { t } = useTranslation('ui')
  const { title, readAt, staleAfterSeconds = 300, failure, onReload, isReloading } = props
  return (
    <div className="ml-auto flex shrink-0 items-center gap-1">
      {readAt && (
        <PanelAge
          readAt={readAt}
          staleAfterSeconds={staleAfterSeconds}
          isKnownStale={Boolean(failure)}
        />
      )}
      {onReload && (
        <IconButton
          icon={RotateCw}
          label={t('reload', { title })}
          onPress={onReload}
          isDisabled={isReloading || props.status === 'loading'}
          isSpinning={isReloading}
        />
      )}
    </div>
  )
}

function PanelBody(props: PanelProps) {
  const { status, failure, onReload, isReloading, empty } = props
  const { t } = useTranslation('ui')
  const retry = onReload ? { onRetry: onReload, isRetrying: isReloading ?? false } : {}
  if (status === 'loading') return <Skeleton lines={props.skeletonLines ?? 3} />
  if (status === 'error') {
    return <ErrorState isCompact failure={failure ?? { what: t('failed') }} {...retry} />
  }
  return (
    <>
      {failure && (
        <p role="alert" className="mb-2 border-l-2 border-broken pl-2 text-sm text-muted">
          <span className="font-medium text-broken">{failure.what}</span> {t('showingOlder')}
        </p>
      )}
      {status === 'empty' ? (
        <EmptyState isCompact {...(empty ?? { text: t('nothing') })} />
      ) : (
        props.children
      )}
    </>
  )
}
