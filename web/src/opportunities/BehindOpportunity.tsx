import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { MoreButton } from '#web/MoreButton.tsx'
import { Loaded } from '#web/Loaded.tsx'
import { apiPages } from '#web/api.ts'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'

/** The escalations it is made of, newest first. */
export function BehindOpportunity({ id }: { id: string }) {
  const { t } = useTranslation('opportunities')
  const list = useInfiniteQuery(apiPages('listOpportunityEscalations', { params: { id } }))
  return (
    <Loaded query={list}>
      {({ pages }) => (
        <div className="flex flex-col gap-3">
          <ul className="-mx-4 -mt-4">
            {pages
              .flatMap(({ items }) => items)
              .map(({ id: escalationId, ticket, returned, escalatedAt }) => (
                <li key={escalationId} className="border-b border-line px-4 py-2.5">
                  <div className="flex items-baseline justify-between gap-3">
                    <Link
                      to="/escalations/$escalationId"
                      params={{ escalationId }}
                      className="min-w-0 font-medium text-accent hover:underline"
                    >
                      #{ticket.number} {ticket.subject}
                    </Link>
                    <span className="text-sm text-muted">
                      <RelativeTime at={escalatedAt} />
                    </span>
                  </div>
                  {returned && (
                    <p className="line-clamp-3 text-sm text-pretty text-muted">
                      {returned.was} {t('spent', { count: returned.minutesSpent })}
                    </p>
                  )}
                </li>
              ))}
          </ul>
          <MoreButton list={list}>{t('more')}</MoreButton>
        </div>
      )}
    </Loaded>
  )
}
