import { eventKinds } from '@firstline/contract/events'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { cx } from '#web/ui/cx.ts'
import { kindOf } from './entries.ts'
import type { AuditEntry } from './entries.ts'

type KindFilterProps = {
  entries: readonly AuditEntry[]
  chosen: string | undefined
}

const route = getRouteApi('/signed-in/tickets/$ticketId/audit')

/** What happened is of a few kinds; each with how often. */
export function KindFilter({ entries, chosen }: KindFilterProps) {
  const { t } = useTranslation('audit')
  const { ticketId } = route.useParams()
  const counts = Map.groupBy(entries, ({ name }) => kindOf(name))
  const kinds = [...counts.keys()].sort()
  return (
    <nav aria-label={t('kinds')} className="-ml-2 flex flex-wrap gap-1">
      {[undefined, ...kinds].map((kind) => (
        <Link
          key={kind ?? ''}
          to="/tickets/$ticketId/audit"
          params={{ ticketId }}
          search={kind ? { kind } : {}}
          activeOptions={{ exact: true }}
          aria-current={kind === chosen ? 'true' : undefined}
          className={cx(
            'flex min-h-7 items-center gap-1.5 rounded-md px-2 text-sm transition-colors pointer-coarse:min-h-11',
            kind === chosen
              ? 'bg-selected font-medium text-ink'
              : 'text-muted hover:bg-hover hover:text-ink',
          )}
        >
          {kind ? nameOf(kind) : t('all')}{' '}
          <span className="font-normal text-faint tabular-nums">
            {kind ? counts.get(kind)?.length : entries.length}
          </span>
        </Link>
      ))}
    </nav>
  )

  function nameOf(kind: string): string {
    return isNamed(kind) ? t(`kind.${kind}`) : kind
  }
}

function isNamed(kind: string): kind is (typeof eventKinds)[number] {
  return eventKinds.some((each) => each === kind)
}
