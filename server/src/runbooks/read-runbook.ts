import type { ActorRef } from '@firstline/contract/common'
import type {
  Runbook,
  RunbookSummary,
  RunbookVersion,
  RunbookVersionState,
} from '@firstline/contract/runbooks'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { days } from '#server/core/clock.ts'
import type { DB } from '#server/core/db-types.ts'
import { NotFound } from '#server/core/errors.ts'
import { lintRunbook } from './lint-runbook.ts'
import { namedIn } from './named.ts'
import type { RunbookProject } from './named.ts'
import { parseRunbook } from './parse-runbook.ts'
import type { Origin } from './versions.ts'

const usageWindowDays = 90

/**
 * @param version the published one unless told, or the newest where none was published yet
 * @throws NotFound `runbook.not-found`
 */
export async function readRunbookVersion(
  db: Kysely<DB>,
  project: RunbookProject,
  id: string,
  version: number | undefined,
  now: Date,
): Promise<Runbook> {
  const rows = await selectVersions(db).where('runbook_id', '=', id).execute()
  const published = rows.find((row) => row.state === 'published')
  const shown = version ? rows.find((row) => row.version === version) : (published ?? rows[0])
  if (!shown) throw new NotFound('runbook.not-found', `There is no such runbook as “${id}”`)
  const { source } = await db
    .selectFrom('runbook_version')
    .select('source')
    .where('runbook_id', '=', id)
    .where('version', '=', shown.version)
    .executeTakeFirstOrThrow()
  const parsed = parseRunbook(source)
  const usage = await readUsage(db, now)
  return {
    ...summaryOf(rows, usage),
    shown: versionOf(shown),
    latestVersion: rows[0]!.version,
    source,
    content: parsed.content,
    problems: lintRunbook(parsed, namedIn(project.files)).map((p) => ({ file: null, ...p })),
    versions: rows.map(versionOf),
  }
}

export async function readRunbooks(db: Kysely<DB>, now: Date): Promise<RunbookSummary[]> {
  const [rows, usage] = await Promise.all([selectVersions(db).execute(), readUsage(db, now)])
  const byRunbook = Object.values(Object.groupBy(rows, (row) => row.runbook_id))
  return byRunbook.map((versions) => summaryOf(versions!, usage))
}

function selectVersions(db: Kysely<DB>) {
  return db
    .selectFrom('runbook_version')
    .select(['runbook_id', 'version', 'state', 'origin', 'base_version', 'title', 'type', 'owner'])
    .select(['author', 'created_at', 'published_at', 'published_by', 'note', 'escalation_id'])
    .orderBy('runbook_id')
    .orderBy('version', 'desc')
}
type Row = Awaited<ReturnType<ReturnType<typeof selectVersions>['execute']>>[number]

/** @param versions of one runbook, newest first; at least one */
function summaryOf(versions: readonly Row[], usage: Usage): RunbookSummary {
  const published = versions.find((row) => row.state === 'published')
  const draft = versions.find((row) => row.state === 'draft')
  const shown = published ?? draft ?? versions[0]!
  return {
    id: shown.runbook_id,
    title: shown.title,
    type: shown.type,
    owner: shown.owner,
    state: published ? 'published' : draft ? 'draft' : 'retired',
    publishedVersion: published?.version ?? null,
    draftVersion: draft?.version ?? null,
    origin: shown.origin as Origin,
    updatedAt: (versions[0]!.published_at ?? versions[0]!.created_at).toISOString(),
    usage: usage.get(shown.runbook_id) ?? {
      runs: 0,
      causesFound: 0,
      unclassified: 0,
      abandoned: 0,
    },
  }
}

function versionOf(row: Row): RunbookVersion {
  return {
    version: row.version,
    state: row.state as RunbookVersionState,
    origin: row.origin as Origin,
    baseVersion: row.base_version,
    author: row.author as ActorRef,
    createdAt: row.created_at.toISOString(),
    publishedAt: row.published_at?.toISOString() ?? null,
    publishedBy: row.published_by as ActorRef | null,
    note: row.note,
    escalationId: row.escalation_id,
  }
}

type Usage = ReadonlyMap<string, RunbookSummary['usage']>

async function readUsage(db: Kysely<DB>, now: Date): Promise<Usage> {
  const since = new Date(now.getTime() - usageWindowDays * days)
  const rows = await db
    .selectFrom('runbook_run')
    .select('runbook_id')
    .select(sql<number>`count(*)::int`.as('runs'))
    .select(sql<number>`count(*) filter (where state = 'cause_found')::int`.as('causesFound'))
    .select(sql<number>`count(*) filter (where state = 'unclassified')::int`.as('unclassified'))
    .select(sql<number>`count(*) filter (where state = 'abandoned')::int`.as('abandoned'))
    .where('started_at', '>', since)
    .groupBy('runbook_id')
    .execute()
  return new Map(rows.map(({ runbook_id, ...usage }) => [runbook_id, usage]))
}
