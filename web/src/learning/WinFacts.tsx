import type { Win } from '@firstline/contract/learning'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useTitles } from '#web/tickets/conversation/useTitles.ts'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'

/** The ticket, who resolved it and by what. */
export function WinFacts({ win }: { win: Win }) {
  const { t } = useTranslation('learning')
  const titles = useTitles()
  const { ticket, by, resolvedAt, runbook, actions, typeRate } = win
  const means = [...(runbook ? [titles.runbook(runbook.id)] : []), ...actions.map((a) => a.title)]
  return (
    <div className="text-sm text-pretty text-muted">
      <p>
        <Link
          to="/tickets/$ticketId"
          params={{ ticketId: ticket.id }}
          className="font-medium text-accent hover:underline"
        >
          #{ticket.number} {ticket.subject}
        </Link>{' '}
        · {by ? t('win.by', { name: by.name }) : t('win.resolved')} <RelativeTime at={resolvedAt} />
        {means.length > 0 && ` · ${t('win.with', { means: [...new Set(means)].join(', ') })}`}
      </p>
      <p>
        {t('win.rare', {
          type: ticket.type === null ? t('noType') : titles.type(ticket.type),
          part: typeRate.resolved,
          all: typeRate.of,
        })}
      </p>
    </div>
  )
}
