import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { days, later } from '#server/core/clock.ts'
import type { Counts } from './count-facts.ts'
import { getDiagnostics } from './get-diagnostics.ts'
import { explained, getScorecardChange } from './get-scorecard-change.ts'
import { followProject } from '#server/scorecard/facts/follow-project.ts'
import { judge, listImpact } from './list-impact.ts'
import { getCoaching, getIntegrity, listIntegrityTickets } from './get-integrity.ts'
import { proportion } from '#server/scorecard/statistics/proportion.ts'
import { countOrigin } from '#server/scorecard/sums/count-origin.ts'
import { updateFacts } from '#server/scorecard/facts/update-facts.ts'
import { createTestDesk, someAgent } from '#server/testing/desk.ts'

const desk = await createTestDesk()
const now = desk.clock.now() // Monday 2 March 2026, 09:00
const lead = { ...someAgent, role: 'lead' } as const

type Told = [name: string, daysAgo: number, data: object]

async function someTicket(type: string, ...told: Told[]): Promise<string> {
  const ticketId = crypto.randomUUID()
  for (const [name, daysAgo, data] of [['ticket.received', 60, { type }] as Told, ...told]) {
    await sql`
      insert into event (at, name, actor_kind, ticket_id, data)
      values (${later(now, -daysAgo * days)}, ${name}, 'person', ${ticketId}, ${JSON.stringify(data)}::jsonb)`.execute(
      desk.db,
    )
  }
  await updateFacts(desk, { ticketId })
  return ticketId
}

const resolved = (daysAgo: number, more: object = {}): Told => [
  'ticket.resolved',
  daysAgo,
  { resolution: crypto.randomUUID(), by: crypto.randomUUID(), ...more },
]
const replied = (daysAgo: number): Told => [
  'message.replied',
  daysAgo,
  { message: crypto.randomUUID() },
]

describe('what changed', () => {
  const counts = (type: string, l1: number, resolved: number) =>
    ({ type, l1, resolved }) as unknown as Counts
  const weeks = { first: '2026-02-16', second: '2026-02-23' }

  test('other types alone are all mix, other outcomes alone are all within', () => {
    const before = [counts('a', 80, 100), counts('b', 20, 100)]
    const mix = explained(weeks, before, [counts('a', 120, 150), counts('b', 10, 50)], [])
    expect(mix.change).toBeCloseTo(0.15, 12)
    expect(mix.mix).toBeCloseTo(0.15, 12)
    expect(mix.within).toBeCloseTo(0, 12)
    const within = explained(weeks, before, [counts('a', 90, 100), counts('b', 20, 100)], [])
    expect([within.mix, within.within].map((part) => part?.toFixed(6))).toEqual([
      '0.000000',
      '0.050000',
    ])
    expect(within.types[0]).toMatchObject({
      type: 'a',
      before: { count: 80 },
      after: { count: 90 },
    })
  })

  test('the parts add up, also with types that came or went, and to nothing for an empty week', () => {
    const { change, mix, within, types } = explained(
      weeks,
      [counts('a', 7, 9), counts('gone', 1, 5)],
      [counts('a', 4, 9), counts('new', 3, 4)],
      [],
    )
    expect(mix! + within!).toBeCloseTo(change!, 12)
    expect(types.reduce((sum, type) => sum + type.mix + type.within, 0)).toBeCloseTo(change!, 12)
    expect(explained(weeks, [], [counts('a', 1, 2)], [])).toMatchObject({ change: null, mix: null })
  })

  test('is told of the last whole week, with what went live then', async () => {
    const type = crypto.randomUUID()
    await someTicket(type, resolved(10, { line: 'L2' }))
    await someTicket(type, resolved(3))
    await sql`insert into runbook (id, created_at) values (${type}, ${now})`.execute(desk.db)
    await sql`
      insert into runbook_version (runbook_id, version, state, origin, title, type, owner, source, sha256,
        author, created_at, published_at)
      values (${type}, 1, 'published', 'git', 'A way', ${type}, 'team', 'source: made.up', 'x', '{}', ${now},
        ${later(now, -4 * days)})`.execute(desk.db)
    await sql`
      insert into deploy (service, version, environment, at, recorded_at)
      values ('exports', '7', 'production', ${later(now, -3 * days)}, ${now})`.execute(desk.db)
    const change = await getScorecardChange(desk, someAgent, { type })
    expect(change).toMatchObject({
      before: { week: '2026-02-16', l1: { count: 0, of: 1 } },
      after: { isoWeek: '2026-W09', l1: { count: 1, of: 1 } },
      change: 1,
      within: 1,
      types: [{ type, happenings: [{ kind: 'runbook', id: type, version: '1' }] }],
    })
    expect(change.happenings.map(({ kind }) => kind)).toEqual(['deploy', 'runbook'])
    const earlier = await getScorecardChange(desk, someAgent, { type, week: '2026-01-07' })
    expect(earlier).toMatchObject({ change: null, types: [], happenings: [] })
  })
})

describe('integrity', () => {
  test('every signal opens exactly the resolutions it counts', async () => {
    const type = crypto.randomUUID()
    await someTicket(type, resolved(9))
    await someTicket(type, replied(9), resolved(8, { by: null }))
    const again: Told = ['ticket.reopened', 7, { by: 'agent' }]
    await someTicket(type, replied(9), resolved(8), again, replied(7), resolved(6))
    const asked = crypto.randomUUID()
    await someTicket(type, replied(9), resolved(5, { resolution: asked }), [
      'rating.requested',
      5,
      { resolution: asked },
    ])
    const { signals } = await getIntegrity(desk, someAgent, { type })
    const shown = Object.fromEntries(signals.map(({ signal, share }) => [signal, share.count]))
    expect(shown).toMatchObject({
      'no-message': 1,
      'auto-closed': 1,
      'reopened-by-agent': 1,
      'rating-selective': 4,
      'repeat-unlinked': 0,
    })
    for (const { signal, share, groups } of signals) {
      const { items } = await listIntegrityTickets(desk, someAgent, { type, signal, team: 'L1' })
      expect([signal, items.length]).toEqual([signal, share.count])
      expect(groups.reduce((sum, group) => sum + group.share.count, 0)).toBe(share.count)
      expect(share.of).toBe(5)
    }
  })

  test('a contact who came again with the same type, unlinked, is found', async () => {
    const type = crypto.randomUUID()
    const contact = await sql<{ id: string }>`
      insert into contact (email) values (${`${type}@x.example`}) returning id`.execute(desk.db)
    const open = async (daysAgo: number) => {
      const { rows } = await sql<{ id: string }>`
        insert into ticket (subject, type, channel, contact_id, address_token, opened_at, updated_at)
        values ('x', ${type}, 'email', ${contact.rows[0]!.id}, ${crypto.randomUUID()},
          ${later(now, -daysAgo * days)}, ${now}) returning id`.execute(desk.db)
      return rows[0]!.id
    }
    const [first, second] = [await open(20), await open(10)]
    const at = later(now, -15 * days)
    const resolution = crypto.randomUUID()
    await sql`
      insert into resolution (id, ticket_id, at, line, summary, window_ends_at)
      values (${resolution}, ${first}, ${at}, 'L1', 'x', ${now})`.execute(desk.db)
    await sql`
      insert into resolution_fact (resolution_id, ticket_id, at, type, line, action_runs, escalated)
      values (${resolution}, ${first}, ${at}, ${type}, 'L1', '{}', false)`.execute(desk.db)
    const found = () =>
      listIntegrityTickets(desk, someAgent, { type, signal: 'repeat-unlinked' }).then(({ items }) =>
        items.map(({ ticketId }) => ticketId),
      )
    expect(await found()).toEqual([first])
    await sql`update ticket set repeat_of = ${first} where id = ${second}`.execute(desk.db)
    expect(await found()).toEqual([])
  })

  test("one person's signals are for leads, and only of a person who is there", async () => {
    const personId = crypto.randomUUID()
    await expect(getCoaching(desk, someAgent, { personId })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await expect(getCoaching(desk, lead, { personId })).rejects.toMatchObject({
      reason: 'person.not-found',
    })
    await sql`
      insert into auth."user" (id, name, email, "emailVerified", "updatedAt")
      values (${personId}, 'Ada', ${personId}, true, now())`.execute(desk.db)
    await sql`
      insert into person (id, user_id, name, email, role, line)
      values (${personId}, ${personId}, 'Ada', ${`${personId}@x.example`}, 'agent', 'L1')`.execute(
      desk.db,
    )
    await someTicket('any', resolved(9, { by: personId }))
    const { signals } = await getCoaching(desk, lead, { personId })
    expect(signals.find(({ signal }) => signal === 'no-message')?.share).toMatchObject({
      count: 1,
      of: 1,
    })
  })

  test('no answer names who made a resolution, not even to a lead', async () => {
    const by = crypto.randomUUID()
    await someTicket('named', resolved(9, { by }))
    const answers = await Promise.all([
      getIntegrity(desk, lead, {}),
      getDiagnostics(desk, lead, {}),
      getScorecardChange(desk, lead, {}),
      listImpact(desk, lead, {}),
      listIntegrityTickets(desk, lead, { signal: 'no-message' }),
    ])
    expect(JSON.stringify(answers)).not.toContain(by)
  })
})

describe('impact', () => {
  const side = (l1: [number, number], reopen: [number, number]) => ({
    l1: proportion(...l1),
    reopen: proportion(...reopen),
  })

  test('says nothing before there are days, tickets and windows enough', () => {
    const much = side([300, 600], [30, 500])
    const few = side([9, 29], [1, 29])
    const young = side([300, 600], [1, 29])
    expect(judge({ before: much, after: much }, 27)).toMatchObject({
      verdict: 'too-early',
      waitsFor: 'days',
      l1: null,
    })
    expect(judge({ before: much, after: few }, 90)).toMatchObject({ waitsFor: 'tickets' })
    expect(judge({ before: much, after: young }, 40)).toMatchObject({ waitsFor: 'window' })
  })

  test('a better rate helped, unless it was bought with reopens', () => {
    const before = side([300, 600], [30, 500])
    const verdict = (after: typeof before) => judge({ before, after }, 90).verdict
    expect(verdict(side([420, 600], [30, 500]))).toBe('helped')
    expect(verdict(side([420, 600], [90, 500]))).toBe('hurt')
    expect(verdict(side([305, 600], [30, 500]))).toBe('no-difference-seen')
    expect(verdict(side([305, 600], [5, 500]))).toBe('helped')
  })

  test('a runbook is judged by the tickets of its type, before and after', async () => {
    const type = crypto.randomUUID()
    await publish(type, 50)
    await sql`
      insert into ticket_fact (ticket_id, origin, type, received_at, problem_started_at, escalated, is_void,
        standing_at, standing_resolution)
      select gen_random_uuid(), 'import:impact', ${type}, at, at, at < ${later(now, -50 * days)}, false, at, gen_random_uuid()
      from generate_series(1, 100) as n
      cross join lateral (select ${now}::timestamptz - make_interval(days => n::int) as at) as made`.execute(
      desk.db,
    )
    await sql`
      insert into resolution_fact (resolution_id, ticket_id, at, type, action_runs, escalated, origin)
      select standing_resolution, ticket_id, standing_at, type, '{}', escalated, origin
      from ticket_fact where type = ${type}`.execute(desk.db)
    await countOrigin(desk.db, 'import:impact')
    const { items } = await listImpact(desk, someAgent, { id: type })
    expect(items).toMatchObject([
      {
        kind: 'runbook',
        days: 50,
        types: [type],
        before: { l1: { count: 0, of: 50 }, reopen: { of: 50 } },
        after: { l1: { count: 50, of: 50 }, reopen: { count: 0, of: 37 } },
        verdict: 'helped',
      },
    ])
    expect(items[0]?.l1?.low).toBeGreaterThan(0.85)
  })

  test.each([
    [50, 50],
    [90, 90],
    [91, 90],
    [400, 90],
  ])('of one that is live for %i days %i are looked at on each side', async (lived, looked) => {
    const type = crypto.randomUUID()
    await publish(type, lived)
    const { items } = await listImpact(desk, someAgent, { id: type })
    expect(items).toMatchObject([{ days: looked }])
  })

  test('actions and sources are live since they were first seen', async () => {
    const project = {
      current: () => ({}),
      files: (kind: string) => [{ id: `${kind}.x`, definition: { title: 'X' } }],
    }
    const following = { ...desk, sources: { project } } as unknown as Parameters<
      typeof followProject
    >[0]
    await followProject(following)
    desk.clock.advance(days)
    await followProject(following)
    desk.clock.set(now)
    const { items } = await listImpact(desk, someAgent, { kind: 'action' })
    expect(items).toMatchObject([
      {
        id: 'Action.x',
        title: 'X',
        liveSince: now.toISOString(),
        verdict: 'too-early',
        waitsFor: 'days',
      },
    ])
  })
})

async function publish(type: string, daysAgo: number): Promise<void> {
  await sql`insert into runbook (id, created_at) values (${type}, ${now})`.execute(desk.db)
  await sql`
    insert into runbook_version (runbook_id, version, state, origin, title, type, owner, source, sha256,
      author, created_at, published_at)
    values (${type}, 1, 'published', 'git', 'A way', ${type}, 'team', '', 'x', '{}', ${now},
      ${later(now, -daysAgo * days)})`.execute(desk.db)
}

test('diagnostics come with the warning of what each rots', async () => {
  const type = crypto.randomUUID()
  const person = crypto.randomUUID()
  await someTicket(
    type,
    ['ticket.assigned', 50, { person, name: 'Ada', previous: null }],
    replied(48),
    resolved(40),
  )
  const { figures } = await getDiagnostics(desk, someAgent, { type })
  expect(figures).toMatchObject([
    { figure: 'tickets-resolved', count: 1, medianHours: null },
    { figure: 'handle-time', count: 1, medianHours: 240 },
    { figure: 'first-response-time', count: 1, medianHours: 288 },
  ])
  expect(figures.every(({ warning }) => warning.length > 40)).toBe(true)
})

test('a reply that was taken back before it left is no answer, in no figure', async () => {
  const type = crypto.randomUUID()
  const message = crypto.randomUUID()
  const [first, second] = [crypto.randomUUID(), crypto.randomUUID()]
  await someTicket(
    type,
    ['message.replied', 48, { message }],
    ['ticket.waiting', 48, { message }],
    ['message.taken_back', 48, { message, resolution: null }],
    ['ticket.resolved', 40, { resolution: first, by: null }],
    ['message.replied', 40, { message: second }],
    ['rating.requested', 40, { resolution: first }],
    ['message.taken_back', 39, { message: second, resolution: first }],
  )
  const { figures } = await getDiagnostics(desk, someAgent, { type })
  expect(figures).toMatchObject([
    { figure: 'tickets-resolved', count: 1 },
    { figure: 'handle-time', count: 0 },
    { figure: 'first-response-time', count: 0, medianHours: null },
  ])
  const { signals } = await getIntegrity(desk, someAgent, { type })
  expect(signals.find(({ signal }) => signal === 'no-message')?.share.count).toBe(1)
  const facts = await sql`
    select rating_requested_at from resolution_fact where resolution_id = ${first}`.execute(desk.db)
  expect(facts.rows).toEqual([{ rating_requested_at: null }])
})
