import type { ActorRef } from '@firstline/contract/common'
import { ownProperty } from '@firstline/contract/own-property'
import type { RunbookContent, StaleReason } from '@firstline/contract/runbooks'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import type { RunbookProject } from '#server/runbooks/format/named.ts'

type Files = RunbookProject['files']

/** What a version was vouched for with: id → SHA-256 of the file; and the services it looks at. */
type Against = {
  sources: Record<string, string>
  actions: Record<string, string>
  services: string[]
}

/** What the columns say once somebody has vouched for a version. */
export function verification(
  content: RunbookContent | null,
  files: Files,
  by: ActorRef,
  at: Date,
): { verified_at: Date; verified_by: string; verified_against: string } {
  return {
    verified_at: at,
    verified_by: JSON.stringify(by),
    verified_against: JSON.stringify(namedDefinitions(content, files)),
  }
}

function namedDefinitions(content: RunbookContent | null, files: Files): Against {
  const checks = content?.checks.filter((check) => check.kind === 'source') ?? []
  const actions = content?.causes.flatMap((cause) => cause.actions) ?? []
  const services = checks.flatMap(({ with: given }) => [given.services, given.names].flatMap(texts))
  return {
    sources: hashesOf(files('Source'), [...checks, ...(content?.picks ?? [])].map(sourceOf)),
    actions: hashesOf(files('Action'), actions.map(idOf)),
    services: [...new Set(services)].toSorted(),
  }
}

const sourceOf = ({ source }: { source: string }) => source
const idOf = ({ id }: { id: string }) => id

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

function hashesOf(files: ReturnType<Files>, names: readonly string[]): Record<string, string> {
  const named = files.filter(({ id }) => names.includes(id))
  return Object.fromEntries(named.map(({ id, hash }) => [id, hash]))
}

/** What its column keeps. */
function againstOf(verifiedAgainst: unknown): Against | null {
  return verifiedAgainst as Against | null
}

/** None where nobody vouched for the version since this is remembered. */
export function servicesLookedAt(verifiedAgainst: unknown): readonly string[] {
  return againstOf(verifiedAgainst)?.services ?? []
}

/**
 * The last deploy of each service: a few rows, read once for all runbooks. Of the many before it none
 * is read: from each service to the next it goes along the index.
 */
export async function readLastDeploys(db: Kysely<DB>): Promise<Deploy[]> {
  const { rows } = await sql<Deploy>`
    with recursive last as (
      (select service, version, at from deploy
        where kind = 'deploy' and outcome = 'live' order by service, at desc limit 1)
      union all
      select following.* from last, lateral (
        select deploy.service, deploy.version, deploy.at from deploy
        where deploy.service > last.service and kind = 'deploy' and outcome = 'live'
        order by deploy.service, deploy.at desc limit 1
      ) as following
    )
    select service, version, at from last`.execute(db)
  return rows
}
export type Deploy = { service: string; version: string; at: Date }

/** Which of the things a published version names are no longer what they were. */
export function staleReasons(
  { verified_at: at, verified_against }: { verified_at: Date | null; verified_against: unknown },
  files: Files,
  deploys: readonly Deploy[],
): StaleReason[] {
  // vouched for before this was remembered: nothing to compare with
  const against = againstOf(verified_against)
  if (at === null || against === null) return []
  return [
    ...changedDefinitions('source', against.sources, files('Source')),
    ...changedDefinitions('action', against.actions, files('Action')),
    ...deploys
      .filter((deploy) => deploy.at > at && against.services.includes(deploy.service))
      .map(({ service, version, at: deployed }) => ({
        kind: 'service' as const,
        name: service,
        reason: `${service} was deployed since (version ${version})`,
        at: deployed.toISOString(),
      })),
  ]
}

function changedDefinitions(
  kind: 'source' | 'action',
  before: Record<string, string>,
  files: ReturnType<Files>,
): StaleReason[] {
  const now = hashesOf(files, Object.keys(before))
  return Object.entries(before).flatMap(([name, hash]) => {
    if (ownProperty(now, name) === hash) return []
    const what = ownProperty(now, name) === undefined ? 'is gone' : 'has changed since'
    return [{ kind, name, reason: `The ${kind} ${name} ${what}`, at: null }]
  })
}
