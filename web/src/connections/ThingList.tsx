import type { ConnectedThing } from '@firstline/contract/connections'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Badge } from '#web/ui/Status.tsx'
import { HealthFigures, LastAnswer } from './HealthFigures.tsx'

type ThingListProps = { connection: string; things: readonly ConnectedThing[] }

/** What asks a connection, each with how it is answered. */
export function ThingList({ connection, things }: ThingListProps) {
  const { t } = useTranslation('connections')
  if (things.length === 0) return <p className="py-3 text-sm text-muted">{t('noThings')}</p>
  return (
    <ul className="divide-y divide-line border-y border-line">
      {things.map((thing) => (
        <li
          key={`${thing.kind} ${thing.id}`}
          className="grid gap-x-6 gap-y-1 py-3 lg:grid-cols-[minmax(0,4fr)_minmax(0,5fr)_minmax(0,3fr)]"
        >
          <Named connection={connection} thing={thing} />
          <LastAnswer health={thing.health} />
          <HealthFigures health={thing.health} />
        </li>
      ))}
    </ul>
  )
}

type NamedProps = { connection: string; thing: ConnectedThing }

function Named({ connection, thing }: NamedProps) {
  const { t } = useTranslation('connections')
  const { kind, id, title, file, line, isBreakerOpen } = thing
  return (
    <div className="min-w-0">
      <p className="font-medium wrap-anywhere">
        {isSource(thing) ? (
          <Link
            to="/connections/$connectionId"
            params={{ connectionId: connection }}
            search={{ source: id }}
            className="text-accent underline-offset-2 hover:underline"
          >
            {title}
          </Link>
        ) : (
          <span>{isPart(kind) ? t(kind) : title}</span>
        )}
      </p>
      <p className="text-sm wrap-anywhere text-muted">
        {t(`kind.${kind}`)}
        {!isPart(kind) && (
          <>
            {' · '}
            <span className="font-mono text-xs">{id}</span>
          </>
        )}
      </p>
      <p className="font-mono text-xs wrap-anywhere text-faint">{`${file}:${line}`}</p>
      {isBreakerOpen !== null && (
        <p className="mt-1 text-sm text-muted">
          {isBreakerOpen ? (
            <Badge meaning="broken">{t('breaker.open')}</Badge>
          ) : (
            t('breaker.closed')
          )}
        </p>
      )}
    </div>
  )
}

export function isSource({ kind }: ConnectedThing): boolean {
  return kind === 'source' || kind === 'metric'
}

/** A part of firstline.yaml, of which there is one: it has no id and no title of its own. */
function isPart(kind: ConnectedThing['kind']): kind is 'directory' | 'logs' | 'traces' {
  return kind === 'directory' || kind === 'logs' || kind === 'traces'
}
