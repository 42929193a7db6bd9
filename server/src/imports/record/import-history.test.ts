import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { system } from '#server/core/actor.ts'
import { eventLog, someFile } from '#server/imports/testing/factory.ts'
import { importHistory } from './import-history.ts'
import type { ImportChoice } from './import-history.ts'
import type { Progress } from '#server/imports/history/load-file.ts'
import { recountHistory, setAsideHistory } from './set-aside-history.ts'
import { readBasis } from '#server/scorecard/sums/basis.ts'
import { getScorecard } from '#server/scorecard/read/queries.ts'
import { rebuildScorecard } from '#server/scorecard/facts/rebuild.ts'
import { createTestDesk, someAgent } from '#server/testing/desk.ts'

const desk = await createTestDesk()
let histories = 0

function choiceOf(overrides: Partial<ImportChoice> = {}): ImportChoice {
  return { format: 'event-log', origin: `import:test-${++histories}`, ...overrides }
}

/** Its own tickets every time, as no file can be in twice. */
function someHistory(cases = 3): string[] {
  const mark = crypto.randomUUID()
  return Array.from({ length: cases }, (_, i) => [
    `${mark}-${i},2026-02-01 10:00,New,Desk,a`,
    `${mark}-${i},2026-02-01 11:00,Resolved,${i % 2 ? 'Platform' : 'Desk'},a`,
  ]).flat()
}

async function recorded(origin: string) {
  const { rows } = await sql<{ events: number; tickets: number; solved: number }>`
    select (select count(*)::int from event where origin = ${origin}) as events,
      (select count(*)::int from ticket_fact where origin = ${origin}) as tickets,
      (select count(standing_at)::int from ticket_fact where origin = ${origin}) as solved`.execute(
    desk.db,
  )
  return rows[0]
}

describe('importing a history', () => {
  test('its events are in the record, its facts on the scorecard, and nothing in a queue', async () => {
    const choice = choiceOf()
    const report = await importHistory(desk, [someFile(eventLog(...someHistory()))], choice)
    expect(report).toMatchObject({
      outcome: 'imported',
      cases: 3,
      events: 7,
      rows: { read: 6, used: 6, refused: 0 },
    })
    expect(await recorded(choice.origin)).toEqual({ events: 7, tickets: 3, solved: 3 })
    const { rows: tickets } = await sql`select 1 from ticket`.execute(desk.db)
    expect(tickets).toEqual([])
    const scorecard = await getScorecard(desk, someAgent, {})
    expect(scorecard.origins).toContainEqual({ origin: choice.origin, tickets: 3 })
    const { rows: said } = await sql<{ data: object }>`
      select data from event where name = 'history.imported' and data ->> 'origin' = ${choice.origin}`.execute(
      desk.db,
    )
    expect(said).toMatchObject([{ data: { cases: 3, events: 7 } }])
  })

  test('so many events at once are sealed at once', async () => {
    await sql`select graphile_worker.remove_job('seal_record')`.execute(desk.db)
    await importHistory(desk, [someFile(eventLog(...someHistory()))], choiceOf())
    const { rows } = await sql`
      select task_identifier as task, run_at <= now() as "isDue" from graphile_worker.jobs
      where key = 'seal_record'`.execute(desk.db)
    expect(rows).toEqual([{ task: 'seal_record', isDue: true }])
  })

  test('the same file twice changes nothing', async () => {
    const choice = choiceOf()
    const file = someFile(eventLog(...someHistory()))
    const first = await importHistory(desk, [file], choice)
    const before = await recorded(choice.origin)
    const second = await importHistory(desk, [file], choice)
    expect(second).toMatchObject({ outcome: 'unchanged', cases: first.cases, rows: first.rows })
    expect(await recorded(choice.origin)).toEqual(before)
  })

  test('a file that grew adds what is new', async () => {
    const choice = choiceOf()
    const rows = someHistory(2)
    await importHistory(desk, [someFile(eventLog(...rows))], choice)
    const reopened = `${rows[0]!.split(',')[0]},2026-02-03 10:00,In progress,Desk,a`
    await importHistory(desk, [someFile(eventLog(...rows, reopened, ...someHistory(1)))], choice)
    expect(await recorded(choice.origin)).toEqual({ events: 8, tickets: 3, solved: 2 })
  })

  test('an import that was killed goes on where it stood, and nothing is twice', async () => {
    const choice = choiceOf()
    const file = someFile(eventLog(...someHistory(450)))
    await stopAfterBatch(file, choice)
    const halfway = await recorded(choice.origin)
    expect(halfway?.tickets).toSatisfy((tickets: number) => tickets > 100 && tickets < 300)
    const report = await importHistory(desk, [file], choice)
    expect(report).toMatchObject({ outcome: 'imported', cases: 450 })
    const all = await recorded(choice.origin)
    expect(all).toMatchObject({ tickets: 450, solved: 450 })
    expect(all?.events).toBe(report.events)
  })

  test('what is stopped is counted as far as it came, and a file that grew then counts once', async () => {
    const choice = choiceOf()
    const rows = someHistory(450)
    await stopAfterBatch(someFile(eventLog(...rows)), choice)
    expect(await sumsDiffering()).toEqual([])
    await importHistory(desk, [someFile(eventLog(...rows, ...someHistory(1)))], choice)
    expect(await recorded(choice.origin)).toMatchObject({ tickets: 451 })
    expect(await sumsDiffering()).toEqual([])
  })

  test('one that was killed before it was counted is counted by the next, or set aside whole', async () => {
    const [again, aside] = [choiceOf(), choiceOf()]
    const file = someFile(eventLog(...someHistory(450)))
    await stopAfterBatch(file, again)
    await stopAfterBatch(someFile(eventLog(...someHistory(450))), aside)
    await forgetSums(again.origin)
    await forgetSums(aside.origin)
    await importHistory(desk, [file], again)
    await setAsideHistory(desk, system('test'), { origin: aside.origin, reason: 'killed' })
    await recountHistory(desk, { origin: aside.origin })
    expect(await recorded(aside.origin)).toMatchObject({ tickets: 0 })
    expect(await sumsDiffering()).toEqual([])
  })

  test('an import that is stopped while it reads stops there, and has written nothing', async () => {
    const choice = choiceOf()
    const stopping = new AbortController()
    const phases: string[] = []
    const onProgress = ({ phase }: Progress) => {
      phases.push(phase)
      stopping.abort(new Error('stopped'))
    }
    const file = someFile(eventLog(...someHistory(3_000)))
    const { signal } = stopping
    const stopped = importHistory(desk, [file], { ...choice, onProgress, signal })
    await expect(stopped).rejects.toThrow('stopped')
    expect(phases).toEqual(['reading'])
    const aborted = AbortSignal.abort(new Error('stopped'))
    const never = importHistory(desk, [file], { ...choice, signal: aborted })
    await expect(never).rejects.toThrow('stopped')
    expect(await recorded(choice.origin)).toMatchObject({ events: 0 })
    expect(await importHistory(desk, [file], choice)).toMatchObject({ cases: 3_000 })
  })

  test('two at once: one imports, the other is refused', async () => {
    const choice = choiceOf()
    const file = someFile(eventLog(...someHistory(300)))
    const outcomes = await Promise.allSettled([
      importHistory(desk, [file], choice),
      importHistory(desk, [file], choice),
    ])
    const refused = outcomes.filter(({ status }) => status === 'rejected')
    expect(refused).toMatchObject([{ reason: { reason: 'import.running' } }])
    expect(await recorded(choice.origin)).toMatchObject({ tickets: 300 })
  })

  test('the same file under a second name is refused: its tickets would count twice', async () => {
    const file = someFile(eventLog(...someHistory()))
    await importHistory(desk, [file], choiceOf())
    await expect(importHistory(desk, [file], choiceOf())).rejects.toMatchObject({
      reason: 'import.already-imported',
    })
  })

  test('another reading of the same history is refused: the record cannot be changed', async () => {
    const choice = choiceOf()
    const rows = someHistory()
    await importHistory(desk, [someFile(eventLog(...rows))], choice)
    const grown = someFile(eventLog(...rows, ...someHistory(1)))
    await expect(importHistory(desk, [grown], { ...choice, l1: ['Desk'] })).rejects.toThrow(
      'l1: []',
    )
  })

  test('without teams the L1 rate would be wrong, so the import is refused', async () => {
    const file = someFile('ticket,time,status\n1,2026-02-01,Resolved\n')
    await expect(importHistory(desk, [file], choiceOf())).rejects.toMatchObject({
      reason: 'import.lines-unknown',
    })
  })

  test.each(['live', 'import:', 'import:a b', 'import:a/../b'])(
    'a history cannot be named “%s”',
    async (origin) => {
      const file = someFile(eventLog(...someHistory()))
      await expect(importHistory(desk, [file], choiceOf({ origin }))).rejects.toMatchObject({
        reason: 'import.origin-invalid',
      })
    },
  )
})

/** A kill leaves facts that no sum knows of. */
async function forgetSums(origin: string): Promise<void> {
  for (const sums of ['scorecard_count', 'scorecard_duration']) {
    await sql`
      delete from ${sql.ref(sums)} using scorecard_group
      where id = group_id and origin = ${origin}`.execute(desk.db)
  }
}

async function sumsDiffering(): Promise<string[]> {
  const basis = await readBasis(desk.db)
  return (await rebuildScorecard(desk, basis)).sumsOf
}

/** Stops the import after its first batch, as a kill between two batches would. */
async function stopAfterBatch(file: string, choice: ImportChoice): Promise<void> {
  const killing = new AbortController()
  const onProgress = ({ phase, share }: Progress) => {
    if (phase === 'writing' && share > 0.5) killing.abort(new Error('killed'))
  }
  const { signal } = killing
  await expect(
    importHistory(desk, [file], { ...choice, batchEvents: 450, onProgress, signal }),
  ).rejects.toThrow('killed')
}
