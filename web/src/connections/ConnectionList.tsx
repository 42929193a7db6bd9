import type { Connection } from '@firstline/contract/connections'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Loaded } from '#web/Loaded.tsx'
import { ConnectionFacts } from './ConnectionFacts.tsx'
import { NoConnections } from './NoConnections.tsx'
import { ProjectProblems } from './ProjectProblems.tsx'
import { ThingList } from './ThingList.tsx'
import { useConnections } from './useConnections.ts'

/** The connections in the order of the project. */
export function ConnectionList() {
  return (
    <div className="px-4 pb-8 sm:px-6">
      <Loaded query={useConnections()}>
        {({ items, problems }) => (
          <>
            {problems.length > 0 && <ProjectProblems problems={problems} />}
            {items.length === 0 ? (
              <NoConnections />
            ) : (
              items.map((connection) => (
                <ConnectionSection key={connection.id} connection={connection} />
              ))
            )}
          </>
        )}
      </Loaded>
    </div>
  )
}

function ConnectionSection({ connection }: { connection: Connection }) {
  const { t } = useTranslation('connections')
  const { id, things } = connection
  return (
    <section aria-label={t('connection', { name: id })} className="mb-8">
      <h2 className="text-base font-semibold wrap-anywhere">
        <Link
          to="/connections/$connectionId"
          params={{ connectionId: id }}
          className="underline-offset-2 hover:underline"
        >
          {id}
        </Link>
      </h2>
      <div className="mb-2">
        <ConnectionFacts connection={connection} />
      </div>
      <ThingList connection={id} things={things} />
    </section>
  )
}
