import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { once } from 'node:events'
import { join } from 'node:path'
import type { ImportChoice } from '@firstline/contract/imports'
import { sql } from 'kysely'
import { Refusal } from '#server/core/errors.ts'
import type { Desk } from '#server/core/verb.ts'
import { fetchHistory } from '#server/imports/fetch-history.ts'
import { importHistory } from '#server/imports/import-history.ts'
import type { ImportReport } from '#server/imports/import-history.ts'
import { createMeter } from '#server/imports/meter.ts'
import type { Measured } from '#server/imports/meter.ts'
import { rejectsPath } from '#server/imports/queries.ts'
import { rejectLine, rejectsHeader } from '#server/imports/reject-line.ts'
import type { Refusal as RowRefusal } from '#server/imports/rows.ts'
import { unseal } from '#server/imports/secret-box.ts'
import { importFolder } from '#server/imports/upload-history.ts'
import type { KeepsFiles } from '#server/imports/upload-history.ts'
import { readUploads, readingChoiceOf } from '#server/imports/uploads.ts'

type ImportDesk = Desk & KeepsFiles & { url: string; secret: string }

type Job = {
  id: string
  origin: string
  uploads: string[]
  api: { vendor: string; url: string; since?: string; sealedKey: string } | null
  choice: ImportChoice
}

class Stopped extends Error {}

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
    const report = await bringIn(desk, job, watch)
    await end(desk, job, { state: 'done', report: await withPeriod(desk, job, report) })
    await forget(desk, job)
  } catch (error) {
    const reason = watch.signal.aborted ? watch.signal.reason : error
    if (reason instanceof Stopped) await end(desk, job, { state: 'stopped' })
    else if (!(reason instanceof Refusal)) throw reason // tried again by the worker
    else await end(desk, job, { state: 'failed', failure: reason })
  } finally {
    await watch.end()
  }
}

async function begin({ db, clock }: ImportDesk, id: string): Promise<Job | null> {
  const { rows } = await sql<Job & { wantsStop: boolean }>`
    update import_job
    set state = case when wants_stop then 'stopped' else 'running' end, updated_at = ${clock.now()}
    where id = ${id} and state in ('waiting', 'running')
    returning id, origin, uploads, api, choice, wants_stop as "wantsStop"`.execute(db)
  const [job] = rows
  return job && !job.wantsStop ? job : null
}

async function bringIn(desk: ImportDesk, job: Job, watch: Watch): Promise<ImportReport> {
  const uploads = job.api ? [] : await readUploads(desk.db, job.uploads)
  const paths = job.api
    ? [await fetched(desk, job, job.api, watch)]
    : uploads.map(({ path }) => path)
  const fileName = job.api?.url ?? uploads.map((upload) => upload.fileName).join(', ')
  const rejects = await openRejects(desk, job)
  try {
    return await importHistory(desk, paths, {
      ...readingChoiceOf(job.choice),
      origin: job.origin,
      fileName,
      signal: watch.signal,
      onRefusal: rejects.write,
      onProgress: watch.onProgress,
    })
  } finally {
    await rejects.close()
  }
}

async function fetched(
  desk: ImportDesk,
  { origin, choice }: Job,
  api: NonNullable<Job['api']>,
  watch: Watch,
): Promise<string> {
  const path = join(importFolder(desk), `${origin.replace(':', '-')}.parts`)
  await fetchHistory(path, {
    reader: api.vendor,
    url: api.url,
    key: unseal(desk.secret, api.sealedKey),
    since: api.since ? new Date(api.since) : null,
    timeZone: choice.timeZone,
    clock: desk.clock,
    signal: watch.signal,
    onFetched: watch.onFetched,
  })
  return path
}

type Watch = ReturnType<typeof watchJob>

const writtenEveryMs = 700

/** Writes the progress down now and then, and reads whether a person wants it to stop. */
function watchJob({ db, clock, log }: ImportDesk, { id }: Job) {
  const stopping = new AbortController()
  const measure = createMeter()
  let progress: object | null = null
  const tell = async () => {
    const { rows } = await sql<{ wantsStop: boolean }>`
      update import_job
      set progress = coalesce(${progress && JSON.stringify(progress)}::jsonb, progress),
        updated_at = ${clock.now()}
      where id = ${id} returning wants_stop as "wantsStop"`.execute(db)
    if (rows[0]?.wantsStop) stopping.abort(new Stopped('A person stopped it'))
  }
  let telling = Promise.resolve()
  const timer = setInterval(() => {
    telling = tell().catch((error: unknown) =>
      log.debug({ err: String(error) }, 'no progress told'),
    )
  }, writtenEveryMs)
  const began = Date.now()
  return {
    signal: stopping.signal,
    onProgress: (told: Parameters<typeof measure>[0]) => {
      progress = measure(told) satisfies Measured
    },
    onFetched: (rows: number, total: number | null) => {
      const rowsPerSecond = rows / Math.max(0.001, (Date.now() - began) / 1000)
      const secondsLeft = total === null ? null : Math.max(0, total - rows) / rowsPerSecond
      const share = total ? Math.min(1, rows / total) : null
      progress = { phase: 'fetching', rows, share, rowsPerSecond, secondsLeft }
    },
    async end() {
      clearInterval(timer)
      await telling
    },
  }
}

async function openRejects(desk: ImportDesk, { id }: Job) {
  await mkdir(importFolder(desk), { recursive: true, mode: 0o700 })
  const file = createWriteStream(rejectsPath(desk, id), { mode: 0o600 })
  file.write(rejectsHeader)
  return {
    write: (refusal: RowRefusal) => void file.write(rejectLine(refusal)),
    async close() {
      file.end()
      await once(file, 'close')
    },
  }
}

type End = { state: 'done' | 'stopped' | 'failed'; report?: object; failure?: Refusal }

async function end({ db, clock }: ImportDesk, { id }: Job, { state, report, failure }: End) {
  const why = failure && JSON.stringify({ reason: failure.reason, message: failure.message })
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

/** What is in the record needs no copy of other people's data beside it, nor a key to theirs. */
async function forget({ db }: ImportDesk, { id, uploads }: Job): Promise<void> {
  await sql`update import_job set api = api - 'sealedKey' where id = ${id}`.execute(db)
  for (const upload of await readUploads(db, uploads).catch(() => [])) {
    await rm(upload.path, { force: true })
  }
}

/** Files that nobody imported after all. */
export async function forgetUploads({ db, clock }: Desk): Promise<void> {
  const { rows } = await sql<{ path: string }>`
    delete from import_upload
    where uploaded_at < ${clock.now()}::timestamptz - interval '7 days'
      and not exists (select from import_job
        where import_upload.id = any(uploads) and state <> 'done')
    returning path`.execute(db)
  for (const { path } of rows) await rm(path, { force: true })
}
