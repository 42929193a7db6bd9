import { createHash } from 'node:crypto'
import type { ActorRef } from '@firstline/contract/common'
import type { RunbookContent, RunbookVersionState } from '@firstline/contract/runbooks'
import type { Transaction } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { Conflict, NotFound } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import type { RunbookProject } from '#server/runbooks/format/named.ts'
import { verification } from './stale.ts'

type Origin = 'git' | 'browser' | 'escalation'

export type VersionRow = {
  version: number
  state: RunbookVersionState
  origin: Origin
  title: string
  type: string
  owner: string
  source: string
  sha256: string
  escalation_id: string | null
  created_at: Date
  author: ActorRef
  /** Taken out of use by hand. */
  retired_at: Date | null
}

/** All versions of one runbook, newest first, with the runbook locked: writers queue here. */
export async function lockVersions(
  tx: Transaction<DB>,
  id: string,
  now: Date,
): Promise<VersionRow[]> {
  await tx
    .insertInto('runbook')
    .values({ id, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx.selectFrom('runbook').select('id').where('id', '=', id).forUpdate().execute()
  const rows = await tx
    .selectFrom('runbook_version')
    .select([
      'version',
      'state',
      'origin',
      'title',
      'type',
      'owner',
      'source',
      'sha256',
      'escalation_id',
      'created_at',
      'author',
      'retired_at',
    ])
    .where('runbook_id', '=', id)
    .orderBy('version', 'desc')
    .execute()
  return rows
}

/** @throws NotFound `runbook.not-found` */
export function requireVersion(
  versions: readonly VersionRow[],
  id: string,
  version: number,
): VersionRow {
  const row = versions.find((each) => each.version === version)
  if (row) return row
  throw versionNotFound(id, version)
}

export function versionNotFound(id: string, version: number): NotFound {
  return new NotFound('runbook.not-found', sentence`There is no version ${version} of “${id}”`)
}

/** @throws NotFound `runbook.not-found`, Conflict `runbook.not-published` */
export function requirePublished(
  versions: readonly VersionRow[],
  id: string,
  version: number,
): VersionRow {
  const row = requireVersion(versions, id, version)
  if (row.state === 'published') return row
  throw new Conflict('runbook.not-published', sentence`Version ${version} of “${id}” is not in use`)
}

/**
 * The second of two editors is told, and keeps the text in hand.
 * @throws Conflict `runbook.edited-meanwhile`
 */
export function refuseStale(versions: readonly VersionRow[], seen: number): void {
  const [latest] = versions
  if ((latest?.version ?? 0) === seen) return
  const saved = latest
    ? sentence`${latest.author.name} saved version ${latest.version} after version ${seen}, which you started from`
    : sentence`Nothing was ever saved as version ${seen}, which you started from`
  throw new Conflict(
    'runbook.edited-meanwhile',
    sentence`${saved}. Nothing was overwritten: read it, then save yours on top of it`,
    latest && {
      meanwhile: {
        version: latest.version,
        by: latest.author.name,
        at: latest.created_at.toISOString(),
        source: latest.source,
        baseSource: versions.find(({ version }) => version === seen)?.source ?? null,
      },
    },
  )
}

export type NewVersion = {
  id: string
  source: string
  /** Null when the text does not parse; only a draft may be so. */
  content: RunbookContent | null
  origin: Origin
  author: ActorRef
  escalationId?: string | null
}
type Files = RunbookProject['files']

/** @returns the new version's number; the draft before it is kept as superseded */
export async function insertDraft(
  tx: Transaction<DB>,
  versions: readonly VersionRow[],
  draft: NewVersion,
  now: Date,
): Promise<number> {
  await tx
    .updateTable('runbook_version')
    .set({ state: 'superseded' })
    .where('runbook_id', '=', draft.id)
    .where('state', '=', 'draft')
    .execute()
  const escalationId = draft.escalationId ?? openLoopOf(versions)
  const row = {
    ...rowOf(versions, draft, now),
    state: 'draft' as const,
    escalation_id: escalationId,
  }
  await tx.insertInto('runbook_version').values(row).execute()
  return row.version
}

/** Published as it comes, beside a draft that somebody may be writing. */
export async function insertPublished(
  tx: Transaction<DB>,
  versions: readonly VersionRow[],
  version: NewVersion,
  files: Files,
  now: Date,
): Promise<number> {
  await retirePublished(tx, version.id)
  const row = {
    ...rowOf(versions, version, now),
    state: 'published' as const,
    published_at: now,
    published_by: JSON.stringify(version.author),
    ...verification(version.content, files, version.author, now),
  }
  await tx.insertInto('runbook_version').values(row).execute()
  return row.version
}

export async function publishDraft(
  tx: Transaction<DB>,
  id: string,
  version: number,
  by: { actor: ActorRef; at: Date; note: string; content: RunbookContent | null; files: Files },
): Promise<void> {
  await retirePublished(tx, id)
  await tx
    .updateTable('runbook_version')
    .set({
      state: 'published',
      published_at: by.at,
      published_by: JSON.stringify(by.actor),
      note: by.note,
      ...verification(by.content, by.files, by.actor, by.at),
    })
    .where('runbook_id', '=', id)
    .where('version', '=', version)
    .execute()
}

function rowOf(versions: readonly VersionRow[], version: NewVersion, now: Date) {
  const before = versions[0]
  return {
    runbook_id: version.id,
    version: (before?.version ?? 0) + 1,
    origin: version.origin,
    base_version: before?.version ?? null,
    title: version.content?.title ?? before?.title ?? version.id,
    type: version.content?.type ?? before?.type ?? '',
    owner: version.content?.owner ?? before?.owner ?? '',
    symptoms: version.content?.symptoms ?? [],
    source: version.source,
    sha256: sha256(version.source),
    author: JSON.stringify(version.author),
    created_at: now,
  }
}

async function retirePublished(tx: Transaction<DB>, id: string): Promise<void> {
  await tx
    .updateTable('runbook_version')
    .set({ state: 'retired' })
    .where('runbook_id', '=', id)
    .where('state', '=', 'published')
    .execute()
}

/** A draft made from an escalation stays tied to it through every later edit of the draft. */
function openLoopOf(versions: readonly VersionRow[]): string | null {
  return versions.find((version) => version.state === 'draft')?.escalation_id ?? null
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
