import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { z } from 'zod'
import { actorRef, system } from '#server/core/actor.ts'
import { seconds } from '#server/core/clock.ts'
import { Conflict, messageOf } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { isDatabaseGone } from '#server/database/database-gone.ts'
import type { LoadedFile } from '#server/project/project-document.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk, VerbContext } from '#server/core/verb.ts'
import type { ProjectStore, WithProject } from '#server/project/project.ts'
import { runbookDrafted, runbookPublished } from '#server/runbooks/events.ts'
import { lintFileInProcess } from '#server/runbooks/lint/check-in-process.ts'
import { asFileProblems } from '#server/runbooks/lint/lint-problem.ts'
import { lintRunbook } from '#server/runbooks/lint/lint-runbook.ts'
import { namedIn } from '#server/runbooks/format/named.ts'
import { readRunbook } from '#server/runbooks/format/parse-runbook.ts'
import { insertDraft, insertPublished, lockVersions } from './versions.ts'
import type { VersionRow } from './versions.ts'

/** Who the versions read from the folder are by; what was pushed to the desk is by whoever did. */
const reader = system('runbooks')

/** From now on runbook files are checked like every definition: file, line, reason. */
export function declareRunbooks(project: ProjectStore): void {
  project.declareKind(
    'Runbook',
    (file, files) => asFileProblems(lintRunbook(readRunbook(file), namedIn(files))),
    // a text of eight thousand characters can take four seconds
    async (file, files) => asFileProblems(await lintFileInProcess(file.text, namedIn(files))),
  )
}

/**
 * Publishes the runbook files that are new or changed, now and whenever the folder changes. A folder tells of
 * a change once: where the database is away just then, it is asked again until it answers.
 */
export async function followRunbookFiles(desk: Desk & WithProject): Promise<() => void> {
  const { project } = desk.sources
  const stopping = new AbortController()
  const { signal } = stopping
  const loadUntilAsked = async () => {
    while (!signal.aborted && !(await loadRunbookFiles(desk, project))) {
      await wait(seconds, undefined, { signal, ref: false }).catch(() => undefined)
    }
  }
  const unfollow = project.onChange(() => void loadUntilAsked())
  if (!(await loadRunbookFiles(desk, project))) void loadUntilAsked()
  return () => {
    unfollow()
    stopping.abort()
  }
}

/** @returns false where the database was away for some of them; what else is wrong with one is its own */
async function loadRunbookFiles(desk: Desk, project: ProjectStore): Promise<boolean> {
  let isAnswered = true
  for (const file of project.files('Runbook')) {
    try {
      await loadIfChanged(desk, project, file)
    } catch (error) {
      if (isDatabaseGone(error)) isAnswered = false
      desk.log.warn({ file: file.path, err: messageOf(error) }, 'runbook file was not loaded')
    }
  }
  return isAnswered
}

async function loadIfChanged(desk: Desk, project: ProjectStore, file: LoadedFile): Promise<void> {
  const known = await desk.db
    .selectFrom('runbook_version')
    .select('sha256')
    .where('runbook_id', '=', file.id)
    .where('origin', '=', 'git')
    .where(sql<string>`author ->> 'id'`, '=', String(reader.id))
    .orderBy('version', 'desc')
    .executeTakeFirst()
  if (known?.sha256 === file.hash) return
  await loadRunbookFile({ ...desk, files: project.files }, reader, { file })
}

/**
 * A file that changed is a new version. It is published, unless what is published was written in
 * the browser since, or was retired by hand: then it waits as a draft, so that neither side undoes
 * the other unseen.
 */
const loadRunbookFile = defineVerb({
  permission: 'runbook:publish',
  input: z.object({ file: z.custom<LoadedFile>() }),
  async run(
    { tx, actor, clock, log, files }: VerbContext & { files: ProjectStore['files'] },
    { file },
  ) {
    const now = clock.now()
    const versions = await lockVersions(tx, file.id, now)
    refuseKnown(versions, file)
    const published = versions.find((row) => row.state === 'published')
    const isOwnedByGit = published ? published.origin === 'git' : !isRetiredByHand(versions)
    const author = actorRef(actor)
    const { content } = readRunbook(file)
    const next = { id: file.id, source: file.text, content, origin: 'git', author } as const
    const about = { runbook: file.id, origin: next.origin, escalation: null }
    if (isOwnedByGit) {
      const version = await insertPublished(tx, versions, next, files, now)
      const previous = published?.version ?? null
      return {
        result: version,
        events: [runbookPublished({ ...about, version, previous, note: null })],
      }
    }
    refuseSecondDraft(versions, file)
    const version = await insertDraft(tx, versions, next, now)
    log.warn(
      { file: file.path, version },
      'runbook file differs from what is published: kept as draft',
    )
    const base = versions[0]?.version ?? null
    return { result: version, events: [runbookDrafted({ ...about, version, base_version: base })] }
  },
})

/** Two nodes read the same folder at once; the second finds its work done. */
function refuseKnown(versions: readonly VersionRow[], file: LoadedFile): void {
  const known = versions.find((row) => row.origin === 'git' && row.author.id === reader.id)
  if (known?.sha256 === file.hash || versions.some((row) => isInForce(row, file))) {
    throw new Conflict('runbook.unchanged', 'This file is loaded already')
  }
}

function isRetiredByHand(versions: readonly VersionRow[]): boolean {
  const last = versions.find((row) => row.state === 'retired')
  return last !== undefined && last.retired_at !== null
}

function isInForce(row: VersionRow, file: LoadedFile): boolean {
  return row.state === 'published' && row.sha256 === file.hash
}

function refuseSecondDraft(versions: readonly VersionRow[], file: LoadedFile): void {
  const open = versions.find((row) => row.state === 'draft')
  if (!open) return
  throw new Conflict(
    'runbook.draft-open',
    sentence`${file.path} changed while version ${open.version} is being edited; it is read again once that is published`,
  )
}
