import type { ImportItem } from '@firstline/contract/imports'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { NotFound } from '#server/core/errors.ts'

/**
 * Imports as people see them: what was asked for here, and what came in at the command line.
 * @param wanted one job, or all
 */
export async function readImports(db: Kysely<DB>, wanted?: string): Promise<ImportItem[]> {
  const { rows } = await sql<ImportItem>`
    with asked as (
      select job.id, job.origin, job.state, job.progress, job.failure, job.report,
        coalesce(job.api ->> 'url', (select string_agg(file_name, ', ' order by file_name)
          from import_upload where id = any(job.uploads)), job.origin) as source,
        coalesce((job.report -> 'rows' ->> 'refused')::int, 0) > 0 as "hasRejects",
        job.choice, job.state in ('stopped', 'failed')
          and (job.api is null or job.api ? 'isFetched')
          and not exists (select from import_run where import_run.origin = job.origin) as "canChoose",
        job.asked_at as "askedAt", job.finished_at as "finishedAt",
        jsonb_build_object('id', person.id, 'name', person.name) as "askedBy"
      from import_job job join person on person.id = job.asked_by
      where case when ${wanted ?? null}::uuid is not null then job.id = ${wanted ?? null}::uuid
        -- who asked again has given up the attempt before
        else job.state not in ('stopped', 'failed') or not exists (select from import_job later
          where later.origin = job.origin and later.asked_at > job.asked_at) end
    ), known as (
      select null::uuid as id, run.origin,
        case run.state when 'running' then 'stopped' else run.state end as state,
        null::jsonb as progress, null::jsonb as failure,
        jsonb_build_object('cases', run.cases, 'events', run.events, 'refusals', run.refusals,
          'remarks', run.remarks, 'from', null, 'to', null, 'rows', jsonb_build_object(
            'read', run.rows_read, 'used', run.rows_read - run.rows_refused,
            'refused', run.rows_refused)) as report,
        run.file_name as source, false as "hasRejects",
        null::jsonb as choice, false as "canChoose", run.started_at as "askedAt",
        run.finished_at as "finishedAt", null::jsonb as "askedBy"
      from import_run run
      where ${wanted ?? null}::uuid is null
        and not exists (select from import_job where import_job.origin = run.origin)
    )
    select listed.*, case when aside.origin is null then null
      else jsonb_build_object('at', aside.at, 'reason', aside.reason) end as "setAside"
    from (select * from asked union all select * from known) as listed
    left join history_set_aside aside using (origin)
    order by "askedAt" desc limit 200`.execute(db)
  return rows.map((row) => ({
    ...row,
    askedAt: iso(row.askedAt),
    finishedAt: row.finishedAt && iso(row.finishedAt),
    setAside: row.setAside && { ...row.setAside, at: iso(row.setAside.at) },
  }))
}

/** @throws NotFound */
export async function readImport(db: Kysely<DB>, id: string): Promise<ImportItem> {
  const [item] = await readImports(db, id)
  if (item) return item
  throw new NotFound('import.not-found', 'There is no such import')
}

function iso(time: string | Date): string {
  return new Date(time).toISOString()
}
