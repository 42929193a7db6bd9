import { present } from '@firstline/contract/present'
import type {
  Runbook,
  RunbookLint,
  RunbookSummary,
  RunbookVersion,
} from '@firstline/contract/runbooks'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { days } from '#server/core/clock.ts'
import type { DB } from '#server/database/db-types.ts'
import { Invalid, NotFound, saidOf } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { lintInProcess } from '#server/runbooks/lint/check-in-process.ts'
import { namedIn } from '#server/runbooks/format/named.ts'
import type { RunbookProject } from '#server/runbooks/format/named.ts'
import { readLastDeploys, staleReasons } from './stale.ts'
import type { Deploy } from './stale.ts'

const usageWindowDays = 90

/**
 * @param version the published one unless told, or the newest where none was published yet
 * @param linted what is known of its text already
 * @throws NotFound `runbook.not-found`
 */
export async function readRunbookVersion(
  db: Kysely<DB>,
  project: RunbookProject,
  id: string,
  version: number | undefined,
  now: Date,
  linted?: Linted,
): Promise<Runbook> {
  const rows = await selectVersions(db).where('runbook_id', '=', id).execute()
  const published = rows.find((row) => row.state === 'published')
  const shown = version ? rows.find((row) => row.version === version) : (published ?? rows[0])
  if (!shown) throw new NotFound('runbook.not-found', sentence`There is no such runbook as “${id}”`)
  const { source } = await db
    .selectFrom('runbook_version')
    .select('source')
    .where('runbook_id', '=', id)
    .where('version', '=', shown.version)
    .executeTakeFirstOrThrow()
  const { content, problems } = linted ?? (await lintOrSay(source, project))
  const beside = {
    usage: await readUsage(db, now),
    deploys: await readLastDeploys(db),
    files: project.files,
  }
  return {
    ...summaryOf(rows, beside),
    shown: versionOf(shown),
    latestVersion: present(rows[0]).version,
    source,
    content,
    problems,
    versions: rows.map(versionOf),
  }
}

export type Linted = Pick<RunbookLint, 'content' | 'problems'>

/** A stored text is shown even when it is too large to be checked. */
export async function lintOrSay(source: string, { files }: RunbookProject): Promise<Linted> {
  try {
    return await lintInProcess(source, namedIn(files))
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    const where = { file: null, line: 1, column: null, endColumn: null, state: null }
    const said = {
      reason: error.message,
      said: saidOf(error),
      suggestion: null,
      severity: 'error' as const,
    }
    return { content: null, problems: [{ ...where, ...said }] }
  }
}

export async function readRunbooks(
  db: Kysely<DB>,
  { files }: RunbookProject,
  now: Date,
): Promise<RunbookSummary[]> {
  const [rows, usage, deploys] = await Promise.all([
    selectVersions(db).execute(),
    readUsage(db, now),
    readLastDeploys(db),
  ])
  const byRunbook = Object.values(Object.groupBy(rows, (row) => row.runbook_id))
  return byRunbook.map((versions) => summaryOf(present(versions), { usage, deploys, files }))
}

function selectVersions(db: Kysely<DB>) {
  return db
    .selectFrom('runbook_version')
    .select(['runbook_id', 'version', 'state', 'origin', 'base_version', 'title', 'type', 'owner'])
    .select(['author', 'created_at', 'published_at', 'published_by', 'note', 'escalation_id'])
    .select(['sha256', 'verified_at', 'verified_by', 'verified_against'])
    .select(['retired_at', 'retired_by', 'retired_reason'])
    .orderBy('runbook_id')
    .orderBy('version', 'desc')
}
type Row = Awaited<ReturnType<ReturnType<typeof selectVersions>['execute']>>[number]

type Beside = { usage: Usage; deploys: readonly Deploy[]; files: RunbookProject['files'] }

/** @param versions of one runbook, newest first; at least one */
function summaryOf(versions: readonly Row[], { usage, deploys, files }: Beside): RunbookSummary {
  const published = versions.find((row) => row.state === 'published')
  const draft = versions.find((row) => row.state === 'draft')
  const shown = published ?? draft ?? present(versions[0])
  return {
    id: shown.runbook_id,
    title: shown.title,
    type: shown.type,
    owner: shown.owner,
    state: published ? 'published' : draft ? 'draft' : 'retired',
    publishedVersion: published?.version ?? null,
    draftVersion: draft?.version ?? null,
    origin: shown.origin,
    updatedAt: (present(versions[0]).published_at ?? present(versions[0]).created_at).toISOString(),
    verified: published ? versionOf(published).verified : null,
    stale: published ? staleReasons(published, files, deploys) : [],
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
    state: row.state,
    origin: row.origin,
    baseVersion: row.base_version,
    author: row.author,
    createdAt: row.created_at.toISOString(),
    publishedAt: row.published_at?.toISOString() ?? null,
    publishedBy: row.published_by,
    note: row.note,
    escalationId: row.escalation_id,
    sha256: row.sha256,
    verified: row.verified_at &&
      row.verified_by && { at: row.verified_at.toISOString(), by: row.verified_by },
    retired: row.retired_at &&
      row.retired_by && {
        at: row.retired_at.toISOString(),
        by: row.retired_by,
        reason: row.retired_reason ?? '',
      },
  }
}

type Usage = ReadonlyMap<string, RunbookSummary['usage']>

export async function readTexts(
  db: Kysely<DB>,
  { id, from, to }: { id: string; from: number; to: number },
): Promise<{ from: Text; to: Text }> {
  const rows = await db
    .selectFrom('runbook_version')
    .select(['version', 'source'])
    .where('runbook_id', '=', id)
    .where('version', 'in', [from, to])
    .execute()
  const textOf = (version: number): Text => {
    const text = rows.find((row) => row.version === version)
    if (text) return text
    throw new NotFound('runbook.not-found', sentence`There is no version ${version} of “${id}”`)
  }
  return { from: textOf(from), to: textOf(to) }
}
type Text = { version: number; source: string }

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
    // what a customer tried themselves is counted by itself
    .where(sql<boolean>`handled_by ->> 'kind' <> 'customer'`)
    .groupBy('runbook_id')
    .execute()
  return new Map(rows.map(({ runbook_id, ...usage }) => [runbook_id, usage]))
}
