import { sql } from 'kysely'
import type { Desk } from '#server/core/verb.ts'
import type { WithProject } from '#server/project/project.ts'
import { configuredBasis } from '#server/scorecard/sums/basis.ts'
import { followBasis } from './rebuild.ts'

type Following = Desk & WithProject

/** Keeps the scorecard with the project's files: how it counts, and since when things are there. */
export async function followProject(desk: Following): Promise<void> {
  await recordLive(desk)
  if (await followBasis(desk, configuredBasis(desk))) desk.log.info('the scorecard was rebuilt')
}

/** What is seen for the first time is live since now. */
async function recordLive({ db, clock, sources }: Following): Promise<void> {
  const files = (['Action', 'Source'] as const).flatMap((kind) =>
    sources.project.files(kind).map(({ id, definition }) => ({
      kind: kind.toLowerCase(),
      id,
      title: String(definition.title ?? id),
    })),
  )
  await sql`
    insert into scorecard_live (kind, id, title, since)
    select kind, id, title, ${clock.now()}
    from jsonb_to_recordset(${JSON.stringify(files)}::jsonb) as seen (kind text, id text, title text)
    where not exists (
      select from scorecard_live known where known.kind = seen.kind and known.id = seen.id)
    on conflict do nothing`.execute(db)
}
