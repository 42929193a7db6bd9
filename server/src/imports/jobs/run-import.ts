import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ImportChoice } from '@firstline/contract/imports'
import { sql } from 'kysely'
import { Refusal } from '#server/core/errors.ts'
import { isDatabaseGone } from '#server/database/database-gone.ts'
import type { Desk } from '#server/core/verb.ts'
import { fetchHistory } from '#server/imports/vendors/fetch-history.ts'
import { importHistory } from '#server/imports/record/import-history.ts'
import type { ImportReport } from '#server/imports/record/import-history.ts'
import { fetchedPath, filesOf } from './job-files.ts'
import type { FetchFrom, JobFiles } from './job-files.ts'
import { openRejects } from './open-rejects.ts'
import { unseal } from './secret-box.ts'
import { isInside } from './start-import.ts'
import { importFolder, isUpload } from './upload-history.ts'
import { readUploads, readingChoiceOf } from './uploads.ts'
import { Stopped, watchJob } from './watch-job.ts'
import type { WithSecret } from '#server/core/settings.ts'
import type { Watch } from './watch-job.ts'

type ImportDesk = Desk & WithSecret & { url: string }
type Job = JobFiles & {
  id: string
  choice: ImportChoice
  /** It was begun before, and did not come to an end. */
  isResumed: boolean
}

/**
 * Does what was asked for. A process that is killed leaves the job to the next one, which goes on
 * after the last batch; what cannot be imported fails with its reason and waits for a person.
 */
export async function runImport(
  desk: ImportDesk,
  { import: id }: { import: string },
): Promise<void> {
  const job = await begin(desk, id)
  if (!job) return
  const watch = watchJob(desk, job)
  try {
    if (job.api && !job.api.isFetched) await fetchFor(desk, job, job.api, watch)
    if (job.api && !(await isConfirmed(desk, job)))
      return await end(desk, job, { state: 'stopped' })
    const report = await bringIn(desk, job, watch)
    await end(desk, job, { state: 'done', report: await withPeriod(desk, job, report) })
    await forget(desk, job)
  } catch (error) {
    const reason = watch.signal.aborted ? watch.signal.reason : error
    if (reason instanceof Stopped) await end(desk, job, { state: 'stopped' })
    else if (isForLater(reason, job)) throw reason // tried again by the worker
    else await end(desk, job, { state: 'failed', failure: reason })
  } finally {
    await watch.end()
  }
}

/**
 * What is no fault of the history: the database is away; or what held this very job before, and was cut off, is
 * still at it for the database.
 */
function isForLater(reason: unknown, { isResumed }: Job): reason is Error {
  if (!(reason instanceof Refusal) || isDatabaseGone(reason)) return true
  return isResumed && reason.reason === 'import.running'
}

async function begin({ db, clock }: ImportDesk, id: string): Promise<Job | null> {
  const { rows } = await sql<Job & { wantsStop: boolean }>`
    update import_job job
    set state = case when job.wants_stop then 'stopped' else 'running' end, updated_at = ${clock.now()}
    from (select id, state from import_job where id = ${id} for update) as before
    where job.id = before.id and before.state in ('waiting', 'running')
    returning job.id, job.origin, job.uploads, job.api, job.choice, job.wants_stop as "wantsStop",
      before.state = 'running' as "isResumed"`.execute(db)
  const [job] = rows
  return job && !job.wantsStop ? job : null
}

async function bringIn(desk: ImportDesk, job: Job, watch: Watch): Promise<ImportReport> {
  const { paths, name } = await filesOf(desk, job)
  const rejects = await openRejects(desk, job)
  try {
    return await importHistory(desk, paths, {
      ...readingChoiceOf(job.choice),
      origin: job.origin,
      fileName: name,
      signal: watch.signal,
      onRefusal: rejects.write,
      onProgress: watch.onProgress,
    })
  } finally {
    await rejects.close()
  }
}

/** The key has done its work then: it is forgotten. */
async function fetchFor(
  desk: ImportDesk,
  job: Job,
  { vendor, url, since, sealedKey }: FetchFrom,
  watch: Watch,
): Promise<void> {
  await fetchHistory(fetchedPath(desk, job), {
    reader: vendor,
    url,
    key: unseal(desk.secret, sealedKey ?? ''),
    reach: isInside(url, desk.config) ? 'declared' : 'public',
    since: since ? new Date(since) : null,
    timeZone: job.choice.timeZone,
    clock: desk.clock,
    signal: watch.signal,
    onFetched: watch.onFetched,
  })
  await sql`
    update import_job set api = (api - 'sealedKey') || '{"isFetched": true}'
    where id = ${job.id}`.execute(desk.db)
}

/** A person has seen how it is understood: of this job, or of the history that it goes on with. */
async function isConfirmed({ db }: ImportDesk, { api, origin }: Job): Promise<boolean> {
  if (api?.isFetched) return true
  const { rows } = await sql`select from import_run where origin = ${origin}`.execute(db)
  return rows.length > 0
}

type End = { state: 'done' | 'stopped' | 'failed'; report?: object; failure?: Refusal }

async function end({ db, clock }: ImportDesk, { id }: Job, { state, report, failure }: End) {
  const { reason, message, said } = failure ?? {}
  const why = failure && JSON.stringify({ reason, message, ...(said && { said }) })
  await sql`
    update import_job
    set state = ${state}, wants_stop = false, progress = null, updated_at = ${clock.now()},
      report = coalesce(${report ? JSON.stringify(report) : null}::jsonb, report),
      failure = ${why ?? null}::jsonb,
      finished_at = case when ${state} = 'done' then ${clock.now()}::timestamptz end
    where id = ${id}`.execute(db)
}

/** With the period its tickets were resolved in, to lead to the scorecard. */
async function withPeriod({ db }: ImportDesk, { origin }: Job, report: ImportReport) {
  const { rows } = await sql<{ from: Date | null; to: Date | null }>`
    select min(standing_at) as from, max(standing_at) as to from ticket_fact
    where origin = ${origin}`.execute(db)
  const { cases, events, rows: counted, refusals, remarks } = report
  return { cases, events, rows: counted, refusals, remarks, ...rows[0] }
}

/** What is in the record needs no copy of other people's data beside it. */
async function forget({ db }: ImportDesk, { uploads }: Job): Promise<void> {
  for (const upload of await readUploads(db, uploads).catch(() => [])) {
    await rm(upload.path, { force: true })
  }
}

/**
 * Files that nobody imported after all, and what a process left that was killed: a file that is in no
 * row, because it ended before the row was written or after the row was gone, and one whose import is
 * done.
 */
export async function forgetUploads(desk: Desk): Promise<void> {
  const { db, clock } = desk
  const { rows } = await sql<{ path: string }>`
    delete from import_upload
    where not exists (select from import_job
        where import_upload.id = any(uploads) and state <> 'done')
      and (uploaded_at < ${clock.now()}::timestamptz - interval '7 days'
        or exists (select from import_job where import_upload.id = any(uploads)))
    returning path`.execute(db)
  for (const { path } of rows) await rm(path, { force: true })
  await forgetStrays(desk)
}

/** Longer than a connection may say nothing, and than the row takes after the last byte. */
const strayMs = 3_600_000

async function forgetStrays(desk: Desk): Promise<void> {
  const folder = importFolder(desk)
  const names = await readdir(folder).catch(() => []) // nothing was ever uploaded
  const old: string[] = []
  for (const name of names.filter(isUpload)) {
    const path = join(folder, name)
    const written = await stat(path).catch(() => null) // gone meanwhile
    if (written && written.mtimeMs < desk.clock.now().getTime() - strayMs) old.push(path)
  }
  if (old.length === 0) return
  const kept = await desk.db
    .selectFrom('import_upload')
    .select('path')
    .where('path', 'in', old)
    .execute()
  const known = new Set(kept.map(({ path }) => path))
  for (const path of old.filter((each) => !known.has(each))) await rm(path, { force: true })
}
