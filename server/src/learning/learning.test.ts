import { expect, test } from 'vitest'
import { minutes, later } from '#server/core/clock.ts'
import { appendEvents } from '#server/core/events.ts'
import { waiveEscalation } from '#server/escalations/waive-escalation.ts'
import { escalate } from '#server/escalations/escalate.ts'
import { returnEscalation } from '#server/escalations/return-escalation.ts'
import { runbookDesk, orderOf, ticketOf } from '#server/runbooks/testing/shop.ts'
import { startRunbook } from '#server/runbooks/run/start-runbook.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { getLearningTime } from './get-learning-time.ts'
import { getEscalationLoop } from './get-escalation-loop.ts'
import { getLesson, learnLesson, listLessons } from './learn-lesson.ts'

const shop = await runbookDesk(await createTestDesk())
const desk = { ...shop, config: { ...shop.config, timeZone: 'Europe/Berlin' } }
const agent = await createPerson(desk)
const other = await createPerson(desk, { name: 'Ole Other' })
const engineer = await createPerson(desk, { role: 'engineer', line: 'L2', name: 'Eve Engineer' })

async function returned(was = 'The label was lost.'): Promise<string> {
  const { ticket, account } = await ticketOf(desk, agent)
  await orderOf(desk, account, { state: 'sent', carrier: 'lost' })
  const run = await startRunbook(desk, agent, {
    ticketId: ticket.id,
    runbook: 'parcel-not-received',
  })
  const { id } = await escalate(desk, agent, {
    ticketId: ticket.id,
    to: 'parcels-team',
    because: 'sent, and no carrier knows it',
    runbookRunId: run.id,
  })
  desk.clock.advance(30 * minutes)
  const fix = 'Printed it again.'
  await returnEscalation(desk, engineer, {
    id,
    was,
    fix,
    wouldHaveHelped: 'runbook',
    minutesSpent: 5,
  })
  return id
}

test('what came back on my escalation is my lesson, with the change it led to, and nobody else’s', async () => {
  const id = await returned()
  const { items, unlearned } = await listLessons(desk, agent, {})
  expect(unlearned).toBe(1)
  expect(items).toMatchObject([
    {
      id,
      returned: { by: { name: 'Eve Engineer' }, was: 'The label was lost.' },
      loop: 'draft',
      runbook: { id: 'parcel-not-received', version: 2, basedOn: 1 },
      learnedAt: null,
    },
  ])
  const lesson = await getLesson(desk, agent, { id })
  expect(lesson.before).toContain('id: parcel-not-received')
  expect(lesson.after).toContain('The label was lost.')
  expect(lesson.before).not.toContain('The label was lost.')

  expect((await listLessons(desk, other, {})).items).toEqual([])
  await expect(getLesson(desk, other, { id })).rejects.toMatchObject({ reason: 'lesson.not-found' })
  await expect(learnLesson(desk, other, { id, isLearned: true })).rejects.toMatchObject({
    reason: 'lesson.not-found',
  })
})

test('a lesson is put aside as learned, and back; one that was waived says why', async () => {
  const id = await returned('Something else entirely.')
  await waiveEscalation(desk, engineer, { id, reason: 'It cannot happen again' })
  const before = (await listLessons(desk, agent, {})).unlearned
  await learnLesson(desk, agent, { id, isLearned: true })
  await learnLesson(desk, agent, { id, isLearned: true })
  const learned = await listLessons(desk, agent, { state: 'learned' })
  expect(learned.unlearned).toBe(before - 1)
  expect(learned.items).toMatchObject([
    { id, loop: 'waived', waivedBecause: 'It cannot happen again' },
  ])
  expect(await learnLesson(desk, agent, { id, isLearned: false })).toMatchObject({
    learnedAt: null,
  })
  expect((await listLessons(desk, agent, { state: 'new' })).items.map((item) => item.id)).toContain(
    id,
  )
})

test('lessons are paged, newest first', async () => {
  const newest = await returned('A third one.')
  const first = await listLessons(desk, agent, { limit: 1 })
  expect(first.items.map((item) => item.id)).toEqual([newest])
  const second = await listLessons(desk, agent, { limit: 100, cursor: first.next! })
  expect(second.items).toHaveLength(2)
  expect(second.next).toBeNull()
})

test('the loop shows what waits where, longest first, and who is owed the lesson', async () => {
  const { ticket } = await ticketOf(desk, agent)
  const because = 'nobody here can see it'
  await escalate(desk, agent, { ticketId: ticket.id, to: 'parcels-team', because, note: 'Looked.' })
  const { columns } = await getEscalationLoop(desk, agent, {})
  const counts = Object.fromEntries(columns.map(({ stage, count }) => [stage, count]))
  expect(counts).toEqual({ open: 1, returned: 0, draft: 2, published: 0, waived: 1 })
  const draft = columns.find(({ stage }) => stage === 'draft')!
  expect(draft.oldest).toBe(draft.items[0]!.since)
  expect(draft.items[0]!.since < draft.items[1]!.since).toBe(true)
  expect(draft.items[0]).toMatchObject({ escalatedBy: { id: agent.id }, draft: { version: 2 } })
  expect(columns.find(({ stage }) => stage === 'waived')).toMatchObject({
    oldest: null,
    items: [{ closed: { reason: 'It cannot happen again' } }],
  })
})

test('time on tickets is stretches of acts, by line and week, and never tells of a person', async () => {
  // a Monday, 00:30 in Berlin and still Sunday in UTC
  const monday = new Date('2026-06-07T22:30:00Z')
  await act(other, monday, [0, 5, 9, 60, 65])
  await act(agent, monday, [0, 30])
  desk.clock.set('2026-06-12T22:30:00Z')
  const time = await getLearningTime(desk, agent, { weeks: 2 })
  expect(time).toMatchObject({ timeZone: 'Europe/Berlin', pauseMinutes: 10, readingMinutes: 2 })
  const [l1, l2] = time.lines
  expect(l1).toMatchObject({ line: 'L1', teams: ['First line'], people: 2, weeklyHours: 40 })
  expect(l1!.weeks.map((week) => week.begins)).toEqual(['2026-06-01', '2026-06-08'])
  // other: 2 + 5 + 4 and 2 + 5; agent: 2 and 2
  expect(l1!.weeks[1]!.ticketHours).toBeCloseTo(22 / 60)
  expect(l1!.weeks[1]).toMatchObject({ shiftHours: 80, isAbove: false, isRunning: false })
  expect(l2).toMatchObject({ line: 'L2', people: 1 })
  const said = JSON.stringify(time)
  for (const person of [agent, other, engineer]) {
    expect(said).not.toContain(person.id)
    expect(said).not.toContain(person.name)
  }
})

test('a running week counts shift hours up to now, and above the line is said', async () => {
  desk.clock.set('2026-06-14T23:00:00Z')
  await act(other, new Date('2026-06-14T22:00:00Z'), [0, 9, 18, 27, 36, 45, 54, 60])
  const { lines } = await getLearningTime(desk, agent, { weeks: 1 })
  const week = lines[0]!.weeks[0]!
  expect(week).toMatchObject({ begins: '2026-06-15', isRunning: true })
  // one hour of five days of 24
  expect(week.shiftHours).toBeCloseTo(80 / 120)
  expect(week.utilisation).toBeGreaterThan(1)
  expect(week.isAbove).toBe(true)
})

async function act(person: typeof agent, from: Date, afterMinutes: readonly number[]) {
  const { ticket } = await ticketOf(desk, { kind: 'system', id: 'test', name: 'Test' })
  const events = afterMinutes.map((minute) => ({
    name: 'note.added' as const,
    ticketId: ticket.id,
    data: { message: crypto.randomUUID() },
    at: later(from, minute * minutes),
  }))
  await desk.db.transaction().execute((tx) => appendEvents(tx, person, from, events))
}
