import type { Impact } from '@firstline/contract/scorecard-insights'
import { useQuery } from '@tanstack/react-query'
import { BookOpenCheck, Database, TrendingUp, Zap } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from '@tanstack/react-router'
import { Loaded } from '#web/Loaded.tsx'
import { apiQuery } from '#web/api.ts'
import { useTitles } from '#web/tickets/conversation/useTitles.ts'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Badge } from '#web/ui/Status.tsx'
import { ImpactFigures } from './ImpactFigures.tsx'

const icons = { runbook: BookOpenCheck, action: Zap, source: Database }

/** What each runbook, action and source changed since it went live, newest first. */
export function ImpactList() {
  const { t } = useTranslation('opportunities')
  const query = useQuery(apiQuery('listImpact'))
  return (
    <Loaded query={query} lines={10}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState icon={TrendingUp} text={t('impact.empty')} />
        ) : (
          <ul aria-label={t('impact.title')} className="border-t border-line">
            {items.filter(isUsed).map((impact) => (
              <li
                key={`${impact.kind} ${impact.id}`}
                className="grid gap-x-8 gap-y-3 border-b border-line px-4 py-4 sm:px-6 xl:grid-cols-[20rem_minmax(0,1fr)]"
              >
                <LiveThing impact={impact} />
                <ImpactFigures impact={impact} />
              </li>
            ))}
            <Unused items={items.filter((impact) => !isUsed(impact))} />
          </ul>
        )
      }
    </Loaded>
  )
}

function isUsed({ types }: Impact): boolean {
  return types.length > 0
}

/** Nothing can be compared for these: one line together. */
function Unused({ items }: { items: readonly Impact[] }) {
  const { t } = useTranslation('opportunities')
  if (items.length === 0) return null
  return (
    <li className="flex flex-col gap-1 px-4 py-4 sm:px-6">
      <h2 className="font-semibold">{t('impact.unused')}</h2>
      <p className="text-sm text-muted">{t('impact.unusedWhat')}</p>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {items.map(({ kind, id, title }) => (
          <li key={`${kind} ${id}`}>
            {t(`kind.${kind}`)} · {title}
          </li>
        ))}
      </ul>
    </li>
  )
}

function LiveThing({ impact }: { impact: Impact }) {
  const { t } = useTranslation('opportunities')
  const titles = useTitles()
  const { kind, id, title, liveSince, types } = impact
  return (
    <div className="flex min-w-0 flex-col items-start gap-1">
      <h2 className="font-semibold text-pretty wrap-anywhere">
        {kind === 'runbook' ? (
          <Link
            to="/runbooks/$runbookId"
            params={{ runbookId: id }}
            className="hover:text-accent hover:underline"
          >
            {title}
          </Link>
        ) : (
          title
        )}
      </h2>
      <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
        <Badge meaning="neutral" icon={icons[kind]}>
          {t(`kind.${kind}`)}
        </Badge>
        {title !== id && <code className="font-mono text-xs text-faint">{id}</code>}
      </p>
      <p className="text-sm text-pretty text-muted">
        {t('impact.liveSince')} <RelativeTime at={liveSince} />
        {types.length > 0 && ` · ${types.map(titles.type).join(', ')}`}
      </p>
    </div>
  )
}
