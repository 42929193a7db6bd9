import { rows } from '#acme/database/connect.ts'
import type { Database } from '#acme/database/connect.ts'
import type { Release } from '#acme/releases/record-release.ts'

export function listReleases(database: Database): Promise<Release[]> {
  return rows<Release>(
    database,
    'select id, service, version, author, summary, at from release order by at desc, id desc limit 50',
  )
}
