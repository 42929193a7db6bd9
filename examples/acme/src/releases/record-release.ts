import { row } from '#acme/database/connect.ts'
import type { Database } from '#acme/database/connect.ts'

export type NewRelease = {
  service: string
  version: string
  author: string
  summary: string
  at?: Date
}
export type Release = {
  id: string
  service: string
  version: string
  author: string
  summary: string
  at: Date
}

/** Recorded here; told to the deploy webhook by the worker, for as long as that takes. */
export async function recordRelease(database: Database, release: NewRelease): Promise<Release> {
  const made = await row<Release>(
    database,
    `insert into release (service, version, author, summary, at)
     values ($1, $2, $3, $4, coalesce($5, now())) returning id, service, version, author, summary, at`,
    [release.service, release.version, release.author, release.summary, release.at ?? null],
  )
  if (!made) throw new Error('the release was not recorded')
  return made
}
