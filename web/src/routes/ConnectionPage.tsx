import type { Connection } from '@firstline/contract/connections'
import { Link, getRouteApi } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ConnectionFacts } from '#web/connections/ConnectionFacts.tsx'
import { SourceView } from '#web/connections/SourceView.tsx'
import { ThingList, isSource } from '#web/connections/ThingList.tsx'
import { useConnection } from '#web/connections/useConnections.ts'
import { YamlText } from '#web/connections/YamlText.tsx'
import { Loaded } from '#web/Loaded.tsx'

const route = getRouteApi('/signed-in/connections/$connectionId')

/** One connection with all that asks it, or one of its sources: to be tried and copied. */
export function ConnectionPage() {
  const { t } = useTranslation('connections')
  const { connectionId } = route.useParams()
  const { source } = route.useSearch()
  const connection = useConnection(connectionId)
  return (
    <div className="h-full overflow-y-auto">
      <title>{`${source ?? connectionId} · ${t('title')} · Firstline`}</title>
      <div className="mx-auto flex max-w-300 flex-col px-4 pt-5 pb-8 sm:px-6">
        <Back connection={source === undefined ? null : connectionId} />
        <h1 className="text-lg font-semibold wrap-anywhere">{source ?? connectionId}</h1>
        <Loaded query={connection}>
          {(found) => (
            <>
              <div className="mb-4">
                <ConnectionFacts connection={found} />
              </div>
              {source === undefined ? (
                <>
                  <ThingList connection={found.id} things={found.things} />
                  <YamlText yaml={found.yaml} />
                </>
              ) : (
                <OneSource key={source} connection={found} source={source} />
              )}
            </>
          )}
        </Loaded>
      </div>
    </div>
  )
}

/** @param connection of a source; null: to all connections */
function Back({ connection }: { connection: string | null }) {
  const { t } = useTranslation('connections')
  const look =
    'inline-flex items-center gap-1 text-sm text-muted hover:text-ink pointer-coarse:min-h-11'
  return connection === null ? (
    <Link to="/connections" className={look}>
      <ArrowLeft aria-hidden size={14} /> {t('title')}
    </Link>
  ) : (
    <Link to="/connections/$connectionId" params={{ connectionId: connection }} className={look}>
      <ArrowLeft aria-hidden size={14} /> {connection}
    </Link>
  )
}

/** Where the connection has no such source, what is below says so. */
function OneSource({ connection, source }: { connection: Connection; source: string }) {
  const { id, things } = connection
  const own = things.filter((thing) => isSource(thing) && thing.id === source)
  return (
    <>
      {own.length > 0 && <ThingList connection={id} things={own} />}
      <SourceView source={source} />
    </>
  )
}
