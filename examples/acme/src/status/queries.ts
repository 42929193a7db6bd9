import { rows } from '#acme/database/connect.ts'
import type { Database } from '#acme/database/connect.ts'
import type { ComponentStatus } from '#acme/status/set-status.ts'

export type Component = {
  name: string
  title: string
  status: ComponentStatus
  since: Date
  note: string
}

export async function readStatus(database: Database) {
  const components = await rows<Component>(
    database,
    'select name, title, status, since, note from status_component order by position',
  )
  return { updated_at: new Date(), components }
}
