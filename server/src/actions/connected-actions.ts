import type { ThingOfConnection } from '#server/connections/health/connected-things.ts'
import type { QueryContext } from '#server/core/verb.ts'
import type { WithActions } from './desk.ts'
import { readOpenBreakers } from './limits/limits.ts'

/** The actions, each by the connection that it calls. */
export async function connectedActions({
  db,
  clock,
  actions,
  sources: { project },
}: Pick<QueryContext, 'db' | 'clock'> & Pick<WithActions, 'actions' | 'sources'>): Promise<
  ThingOfConnection[]
> {
  const all = [...actions.current().values()]
  const open = await readOpenBreakers(db, all, clock.now())
  const files = new Map(project.files('Action').map((file) => [file.id, file]))
  return all.map(({ id, title, run, limits }) => ({
    kind: 'action',
    id,
    title,
    connection: run.connection,
    file: files.get(id)?.path ?? '',
    line: 1,
    isBreakerOpen: limits.breaker ? open.has(id) : null,
  }))
}
