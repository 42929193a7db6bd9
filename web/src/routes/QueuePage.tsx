import { Outlet, useParams } from '@tanstack/react-router'
import { QueuePane } from '#web/tickets/QueuePane.tsx'
import { useTranslation } from 'react-i18next'
import { cx } from '#web/ui/cx.ts'

/** Queue at the left, the chosen ticket beside it; on a small screen one of the two. */
export function QueuePage() {
  const { t } = useTranslation('conversation')
  const { ticketId } = useParams({ strict: false })
  return (
    <div className="flex h-full min-h-0">
      <div
        className={cx(
          'min-h-0 w-full flex-col border-line lg:flex lg:w-75 lg:shrink-0 lg:border-r',
          ticketId ? 'hidden' : 'flex',
        )}
      >
        <QueuePane />
      </div>
      <section
        data-content
        tabIndex={-1}
        aria-label={t('ticket')}
        className={cx('min-h-0 min-w-0 flex-1 flex-col lg:flex', ticketId ? 'flex' : 'hidden')}
      >
        <Outlet />
      </section>
    </div>
  )
}
