import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openProject } from '#server/open-project.ts'
import { minutes } from '#server/core/clock.ts'
import { inTransaction } from '#server/core/in-transaction.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { businessClockOf, configuredBasis, factsVersion, isBuiltBy } from './basis.ts'
import type { Basis } from './basis.ts'
import { secondsOfBucket } from './contributions.ts'
import { countOrigin } from './count-origin.ts'
import { updateRollups } from './update-rollups.ts'

const desk = await createTestDesk()
/** Berlin begins its day at 23:00 UTC in winter. */
const basis = { timeZone: 'Europe/Berlin', windowDays: 3 }

let origins = 0
const someOrigin = () => `import:${++origins}`

/** As a row of ticket_fact; received on Tuesday, and nothing else is known of it. */
const ticket = (origin: string, fields: object = {}) => ({
  ticket_id: crypto.randomUUID(),
  origin,
  received_at: '2026-03-03T12:00:00Z',
  problem_started_at: '2026-03-03T12:00:00Z',
  escalated: false,
  is_void: false,
  ...fields,
})

/** As a row of resolution_fact. */
const resolution = (origin: string, fields: object = {}) => ({
  resolution_id: crypto.randomUUID(),
  ticket_id: crypto.randomUUID(),
  origin,
  at: '2026-03-04T12:00:00Z',
  escalated: false,
  broken_again: false,
  action_runs: [],
  signals: [],
  ...fields,
})

type Facts = { tickets: object[]; resolutions: object[] }
const nothing: Facts = { tickets: [], resolutions: [] }

const change = (before: Partial<Facts>, after: Partial<Facts>) =>
  inTransaction(desk.db, (tx) =>
    updateRollups(tx, basis, { ...nothing, ...before }, { ...nothing, ...after }),
  )

/** The counters that are not 0, by day or week. */
async function countsOf(origin: string, span: 'day' | 'week' = 'day') {
  const { rows } = await sql<{ begins: string; sums: Record<string, number> }>`
    select to_char(begins, 'YYYY-MM-DD') as begins, (
      select jsonb_object_agg(key, value)
      from jsonb_each(to_jsonb(count) - 'span' - 'begins' - 'group_id') where value <> '0') as sums
    from scorecard_count as count join scorecard_group as known on known.id = group_id
    where origin = ${origin} and span = ${span} order by count.begins, known.key`.execute(desk.db)
  return rows.map(({ begins, sums }) => [begins, sums])
}

async function durationsOf(origin: string) {
  const { rows } = await sql<{ told: string }>`
    select concat_ws(' ', grain, type, to_char(begins, 'YYYY-MM-DD'), measure, bucket, tickets) as told
    from scorecard_duration join scorecard_group on id = group_id
    where origin = ${origin} order by 1`.execute(desk.db)
  return rows.map(({ told }) => told)
}

describe('a resolution counts', () => {
  const at = '2026-03-04T12:00:00Z'
  test.each<[string, object, object]>([
    ['as made, once', {}, { made: 1 }],
    [
      'as broken at the last moment of the window',
      { at, broken_at: '2026-03-07T12:00:00Z' },
      { made: 1, broken: 1, broken_ever: 1 },
    ],
    [
      'as broken some time when that was later',
      { at, broken_at: '2026-03-07T12:00:00.001Z' },
      { made: 1, broken_ever: 1 },
    ],
    ['as asked for a rating', { rating_requested_at: at }, { made: 1, asked: 1 }],
    ['as rated', { rating_requested_at: at, rating: 'down' }, { made: 1, asked: 1, rated: 1 }],
    [
      'as rated up, also where nobody is known to have asked',
      { rating: 'up' },
      { made: 1, asked: 1, rated: 1, rated_up: 1 },
    ],
  ])('%s', async (_, fields, sums) => {
    const origin = someOrigin()
    await change({}, { resolutions: [resolution(origin, fields)] })
    expect(await countsOf(origin)).toEqual([['2026-03-04', sums]])
    expect(await countsOf(origin, 'week')).toEqual([['2026-03-02', sums]])
  })
})

describe('a ticket counts', () => {
  test('as received, and as resolved on the day it was', async () => {
    const [open, solved, empty] = [someOrigin(), someOrigin(), someOrigin()]
    await change({}, { tickets: [ticket(open), ticket(empty, { is_void: true })] })
    await change({}, { tickets: [ticket(solved, { standing_at: '2026-03-10T12:00:00Z' })] })
    expect(await countsOf(open)).toEqual([['2026-03-03', { received: 1 }]])
    expect(await countsOf(empty)).toEqual([['2026-03-03', { received: 1, voided: 1 }]])
    expect(await countsOf(solved)).toEqual([
      ['2026-03-03', { received: 1, solved: 1 }],
      ['2026-03-10', { resolved: 1 }],
    ])
    expect(await countsOf(solved, 'week')).toEqual([
      ['2026-03-02', { received: 1, solved: 1 }],
      ['2026-03-09', { resolved: 1 }],
    ])
  })

  test('on the day of the organisation’s clock', async () => {
    const origin = someOrigin()
    const at = ['2026-03-01T22:59:59.999Z', '2026-03-01T23:00:00Z']
    await change({}, { tickets: at.map((received_at) => ticket(origin, { received_at })) })
    expect(await countsOf(origin)).toEqual([
      ['2026-03-01', { received: 1 }],
      ['2026-03-02', { received: 1 }],
    ])
    expect((await countsOf(origin, 'week')).map(([begins]) => begins)).toEqual([
      '2026-02-23',
      '2026-03-02',
    ])
  })

  test('with those alike in everything; no value is one too', async () => {
    const origin = someOrigin()
    const kinds = [{}, { type: '' }, { type: 'a' }, { channel: 'a' }, { escalated: true }]
    const tickets = [...kinds, ...kinds].map((fields) => ticket(origin, fields))
    await change({}, { tickets })
    expect(await countsOf(origin)).toEqual(kinds.map(() => ['2026-03-03', { received: 2 }]))
  })
})

describe('a duration', () => {
  const lasting = (ms: number) => new Date(Date.parse('2026-03-03T12:00:00Z') + ms).toISOString()
  test('is in the bucket whose bounds hold it: each is two per cent longer', async () => {
    const [origin, cases] = [
      someOrigin(),
      [
        [999, -1],
        [1_000, 0],
        [2_000, 35], // ln 2 / ln 1.02 = 35.003
        [60 * minutes, 413],
      ] as const,
    ]
    for (const [ms, bucket] of cases) {
      const one = `${origin}-${ms}`
      await change({}, { tickets: [ticket(one, { standing_at: lasting(ms) })] })
      expect(await durationsOf(one)).toEqual([
        `origin 2026-03-02 solved ${bucket} 1`,
        `problem 2026-03-02 solved ${bucket} 1`,
      ])
      expect(secondsOfBucket(bucket)).toBeCloseTo(bucket < 0 ? 0 : 1.02 ** bucket * Math.sqrt(1.02))
    }
  })

  test('is that to the resolution, else to where another ticket goes on, in business hours too', async () => {
    const [solved, continued, both] = [someOrigin(), someOrigin(), someOrigin()]
    const ends = { standing_at: lasting(1_000), continued_at: lasting(2_000) }
    await change(
      {},
      {
        tickets: [
          ticket(solved, { standing_at: ends.standing_at, business_seconds: 0, type: 'a' }),
          ticket(continued, { continued_at: ends.continued_at, business_seconds: 1 }),
          ticket(both, ends),
        ],
      },
    )
    expect(await durationsOf(solved)).toEqual([
      'origin 2026-03-02 solved 0 1',
      'origin 2026-03-02 solved_business -1 1',
      'problem a 2026-03-02 solved 0 1',
      'problem a 2026-03-02 solved_business -1 1',
    ])
    expect(await durationsOf(continued)).toEqual([
      'origin 2026-03-02 continued 35 1',
      'origin 2026-03-02 continued_business 0 1',
      'problem 2026-03-02 continued 35 1',
      'problem 2026-03-02 continued_business 0 1',
    ])
    expect(await durationsOf(both)).toEqual([
      'origin 2026-03-02 solved 0 1',
      'problem 2026-03-02 solved 0 1',
    ])
  })

  test('is none of what is open and of what was no ticket, and begins in its week', async () => {
    const origin = someOrigin()
    const standing_at = lasting(1_000)
    const early = { received_at: '2026-03-01T22:59:59Z', standing_at }
    await change(
      {},
      {
        tickets: [
          ticket(origin),
          ticket(origin, { is_void: true, standing_at }),
          ticket(origin, early),
        ],
      },
    )
    expect(await durationsOf(origin)).toEqual([
      'origin 2026-02-23 solved 0 1',
      'problem 2026-02-23 solved 0 1',
    ])
  })
})

describe('a change of facts', () => {
  test('takes away what was counted and adds what counts now', async () => {
    const origin = someOrigin()
    const before = ticket(origin, { standing_at: '2026-03-04T12:00:00Z' })
    const other = ticket(origin, { standing_at: '2026-03-04T12:00:00Z' })
    const after = { ...before, standing_at: '2026-03-05T12:00:00Z' }
    await change({}, { tickets: [before, other] })
    await change({ tickets: [before] }, { tickets: [after] })
    expect(await countsOf(origin)).toEqual([
      ['2026-03-03', { received: 2, solved: 2 }],
      ['2026-03-04', { resolved: 1 }],
      ['2026-03-05', { resolved: 1 }],
    ])
    await change({ tickets: [after, other] }, {})
    expect((await countsOf(origin)).map(([, sums]) => sums)).toEqual([null, null, null])
  })

  test('that changes no sum writes none', async () => {
    const origin = someOrigin()
    const tickets = [ticket(origin, { standing_at: '2026-03-04T12:00:00Z' })]
    await change({ tickets }, { tickets })
    expect([await countsOf(origin), await durationsOf(origin)]).toEqual([[], []])
  })

  test.each([50, 51, 120])('of %i tickets counts like that of one', async (size) => {
    const origin = someOrigin()
    const tickets = Array.from({ length: size }, () =>
      ticket(origin, { standing_at: '2026-03-03T12:00:01Z' }),
    )
    await change({}, { tickets })
    const sums = { received: size, solved: size, resolved: size }
    expect(await countsOf(origin)).toEqual([['2026-03-03', sums]])
    await change({ tickets: tickets.slice(1) }, {})
    expect(await countsOf(origin)).toEqual([
      ['2026-03-03', { received: 1, solved: 1, resolved: 1 }],
    ])
    expect(await durationsOf(origin)).toContain('origin 2026-03-02 solved 0 1')
  })
})

/** Somebody changes the origin's sums, and whoever writes them waits until that is done. */
async function changeBeside(origin: string): Promise<() => Promise<void>> {
  const tx = await desk.db.startTransaction().execute()
  await sql`
    update scorecard_count set made = made + 1 from scorecard_group
    where id = group_id and origin = ${origin}`.execute(tx)
  return async () => {
    await expect.poll(waiting, { interval: 5 }).toBe(1)
    await tx.commit().execute()
  }
}

async function waiting(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(desk.db)
  return rows[0]?.count ?? 0
}

describe('a history that is counted anew', () => {
  const countsAnew = async (origin: string) => {
    await sql`
      insert into ticket_fact
        (ticket_id, origin, received_at, problem_started_at, escalated, is_void)
      values (${crypto.randomUUID()}, ${origin}, '2026-03-03T12:00:00Z', '2026-03-03T12:00:00Z', false, false)`.execute(
      desk.db,
    )
    await countOrigin(desk.db, origin)
  }

  test('replaces its own sums and leaves those of others', async () => {
    const [origin, other] = [someOrigin(), someOrigin()]
    await change({}, { tickets: [ticket(origin), ticket(other)] })
    await countsAnew(origin)
    await countOrigin(desk.db, origin)
    expect(await countsOf(origin)).toEqual([['2026-03-03', { received: 1 }]])
    expect(await countsOf(other)).toEqual([['2026-03-03', { received: 1 }]])
    await countOrigin(desk.db, other)
    expect(await countsOf(other)).toEqual([])
  })

  test('begins again when its sums were changed meanwhile', async () => {
    const origin = someOrigin()
    await countsAnew(origin)
    const goOn = await changeBeside(origin)
    await Promise.all([countOrigin(desk.db, origin), goOn()])
    expect(await countsOf(origin)).toEqual([['2026-03-03', { received: 1 }]])
  })

  test('says what else went wrong', async () => {
    const noDesk = desk.db.withSchema('nowhere')
    await expect(countOrigin(noDesk.withPlugin(failing), someOrigin())).rejects.toThrow(
      'no such luck',
    )
  })
})

/** A database that answers nothing. */
const failing = {
  transformQuery: () => {
    throw new Error('no such luck')
  },
  transformResult: () => Promise.reject(new Error('no such luck')),
}

describe('the basis', () => {
  test('is what the project says, else the clock of the server, two weeks and no calendar', async () => {
    const config = { ...desk.config, timeZone: 'Asia/Tokyo' }
    const usual = { factsVersion, timeZone: 'Asia/Tokyo', windowDays: 14, businessHours: null }
    expect(configuredBasis({ config })).toEqual(usual)
    const opened = await openProject(null, desk.log)
    const saying = (scorecard: ReturnType<typeof opened.current>['scorecard']) => ({
      config,
      sources: { project: { ...opened, current: () => ({ ...opened.current(), scorecard }) } },
    })
    const own = {
      timeZone: 'Europe/Berlin',
      windowDays: 7,
      businessHours: { week: { mon: ['09:00-17:00'] }, holidays: [] },
    }
    expect(configuredBasis(saying({ ...own, utilisationLine: 0.8 }))).toEqual({
      factsVersion,
      ...own,
    })
    const { businessHours: _, ...other } = usual
    expect(isBuiltBy(usual, { ...other, businessHours: null })).toBe(true)
    expect(isBuiltBy(usual, { ...usual, windowDays: 13 })).toBe(false)
  })

  test('has one business clock for as long as its hours and its time zone are the same', () => {
    const monday: Basis['businessHours'] = { week: { mon: ['09:00-17:00'] }, holidays: [] }
    const hours = (businessHours: Basis['businessHours'], timeZone = 'UTC') =>
      businessClockOf({ factsVersion, windowDays: 14, businessHours, timeZone })
    const [from, to] = ['2026-03-02T08:30:00Z', '2026-03-02T09:30:00Z'].map(Date.parse) as [
      number,
      number,
    ]
    expect(hours(null)).toBeNull()
    const clock = hours(monday)
    expect(clock?.(from, to)).toBe(1_800)
    expect(hours({ week: { mon: ['09:00-17:00'] }, holidays: [] })).toBe(clock)
    expect(hours(monday, 'Europe/Berlin')?.(from, to)).toBe(3_600)
    expect(
      hours({ week: { tue: ['09:00-17:00'] }, holidays: [] }, 'Europe/Berlin')?.(from, to),
    ).toBe(0)
  })
})
