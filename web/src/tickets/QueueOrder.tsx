import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { cx } from '#web/ui/cx.ts'
import { ordersOf, useQueueSearch, usualOrder } from './useQueue.ts'

/** Who has waited longest, of what is urgent first, or what happened last. */
export function QueueOrder() {
  const { t } = useTranslation('tickets')
  const { view, order } = useQueueSearch()
  return (
    <nav
      aria-label={t('order.label')}
      className="flex min-w-0 flex-1 flex-wrap gap-x-3 gap-y-1 text-xs max-sm:gap-x-2"
    >
      {ordersOf(view).map((option) => (
        <Link
          key={option}
          to="."
          search={(search) => ({
            ...search,
            order: option === usualOrder(view) ? undefined : option,
          })}
          aria-current={option === order ? 'true' : undefined}
          className={cx(
            'rounded-sm pointer-coarse:flex pointer-coarse:min-h-11 pointer-coarse:items-center',
            option === order ? 'font-medium text-ink' : 'text-muted hover:text-ink',
          )}
        >
          {t(`order.${option}`)}
        </Link>
      ))}
    </nav>
  )
}
