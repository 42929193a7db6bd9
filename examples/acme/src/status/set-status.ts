import { row } from '#acme/database/connect.ts'
import type { Database } from '#acme/database/connect.ts'
import { notFound } from '#acme/refused.ts'

export type ComponentStatus = 'operational' | 'degraded' | 'outage'

/** `since` moves only when the status really changes. */
export async function setStatus(
  database: Database,
  change: { component: string; status: ComponentStatus; note?: string },
): Promise<void> {
  const changed = await row(
    database,
    `update status_component
     set since = case when status = $2 then since else now() end, status = $2, note = $3
     where name = $1 returning name`,
    [change.component, change.status, change.note ?? ''],
  )
  if (!changed) throw notFound(`Component ${change.component}`)
}
