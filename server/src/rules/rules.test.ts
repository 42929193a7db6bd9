import { sql } from 'kysely'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hours, later, minutes } from '#server/core/clock.ts'
import { addSavedReply } from '#server/tickets/saved-replies/add-saved-reply.ts'
import { offerSavedReplies } from '#server/tickets/saved-replies/offer-saved-replies.ts'
import { system } from '#server/core/actor.ts'
import { createPerson } from '#server/testing/people.ts'
import { listNotifications } from '#server/notifications/list-notifications.ts'
import { tellOf } from '#server/notifications/testing/tell.ts'
import { assignTicket } from '#server/tickets/assign-ticket.ts'
import { createTicket } from '#server/tickets/create-ticket.ts'
import { setTicketPriority } from '#server/tickets/labels/set-ticket-priority.ts'
import { getTicket } from '#server/tickets/queries.ts'
import { continueTicket } from '#server/tickets/receive-message.ts'
import { recordEvents } from '#server/core/record-events.ts'
import { reopenTicket } from '#server/tickets/reopen-ticket.ts'
import { replyToTicket } from '#server/tickets/reply-to-ticket.ts'
import { setTicketType } from '#server/tickets/set-ticket-type.ts'
import { eventsOf } from '#server/tickets/testing/factory.ts'
import { voidTicket } from '#server/tickets/void-ticket.ts'
import { listRuleFirings, listRules } from './list-rules.ts'
import { runRules, runWaitedRule } from './run-rules.ts'
import { resumeRule, stopRule } from './stop-rule.ts'
import { createRuleDesk, ruleText } from './testing/factory.ts'

const desk = await createRuleDesk()
const ada = await createPerson(desk, { name: 'Ada' })
const lena = await createPerson(desk, { role: 'lead', name: 'Lena' })
const emailOf = async (id: string) => {
  const { email } = await desk.db
    .selectFrom('person')
    .select('email')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return email
}

async function opened(subject = 'Export link never arrived', text = 'No mail came.') {
  const contactEmail = `${crypto.randomUUID()}@nobody.example`
  const { id } = await createTicket(desk, ada, { subject, text, contactEmail })
  return id
}

async function writes(ticketId: string, text = 'Still nothing here') {
  const ticket = await read(ticketId)
  await desk.db.transaction().execute(async (tx) => {
    const contact = { id: ticket.contact!.id, accountId: null }
    const subject = text.startsWith('I am out') ? 'Automatic reply: out of office' : 'Re'
    const arrival = { channel: 'email', contact, subject, text } as const
    const { events } = await continueTicket(tx, desk.clock.now(), ticketId, arrival)
    await recordEvents(tx, system('email'), desk, { events })
  })
}

const read = (ticketId: string) => getTicket(desk, ada, { ticketId })
const firingsOf = async (ruleId: string) => (await listRuleFirings(desk, lena, { ruleId })).items
const didOf = async (ruleId: string) =>
  (await firingsOf(ruleId)).map(({ did, left }) => ({
    did: did.map(({ effect }) => effect),
    left: left.map(({ effect, because }) => `${effect}: ${because}`),
  }))

test('a rule does all it says, by its own name, and says so on the record', async () => {
  await addSavedReply(desk, lena, { title: 'Where exports go', folder: '', text: 'To your inbox.' })
  await addSavedReply(desk, lena, { title: 'A first one', folder: '', text: 'Hello.' })
  await desk.haveRules(
    ruleText(
      'all',
      `when: [ticket.received]
if: ticket.subject.contains('Export')
then:
  assign: ${await emailOf(ada.id)}
  type: exports.email-missing
  priority: high
  tags: { add: [exports, vip] }
  note: Call them first.
  offer_reply: Where exports go
  offer_runbook: export-missing
  snooze: 4h
  webhook: true`,
    ),
  )
  const other = await opened('An invoice')
  const id = await opened()
  await desk.settle()
  expect(await read(id)).toMatchObject({
    assignee: { id: ada.id },
    type: 'exports.email-missing',
    priority: 'high',
    tags: ['exports', 'vip'],
    runbook: { id: 'export-missing' },
  })
  const { items } = await offerSavedReplies(desk, ada, { ticketId: id, q: '' })
  expect(items[0]).toMatchObject({ title: 'Where exports go', isOffered: true })
  const events = await eventsOf(desk, id)
  const byRule = events.filter((event) => event.actor_id === 'rule:all').map(({ name }) => name)
  expect(byRule).toEqual([
    'ticket.tagged',
    'ticket.type_changed',
    'ticket.priority_changed',
    'ticket.assigned',
    'runbook.matched',
    'note.added',
    'ticket.snoozed',
    'rule.acted',
    'rule.told',
  ])
  expect((await eventsOf(desk, other)).map(({ name }) => name)).toEqual(['ticket.received'])
  expect(await firingsOf('all')).toMatchObject([{ ticket: { id }, event: 'ticket.received' }])
  expect(await listRules(desk, lena, {})).toMatchObject({
    items: [{ id: 'all', actedInWeek: 1, lastActedAt: desk.clock.now().toISOString() }],
  })
})

test('what a person did since the event stays, and the rule says what it left', async () => {
  await desk.haveRules(
    ruleText(
      'late',
      `when: [ticket.received]
then: { priority: low, type: how-to, assign: nobody, tags: { add: [seen] } }`,
    ),
  )
  const id = await opened()
  await setTicketPriority(desk, ada, { ticketId: id, priority: 'urgent' })
  await assignTicket(desk, lena, { ticketId: id, personId: ada.id })
  await desk.settle()
  expect(await read(id)).toMatchObject({
    priority: 'urgent',
    assignee: { id: ada.id },
    type: 'how-to',
    tags: ['seen'],
  })
  expect(await didOf('late')).toEqual([
    {
      did: ['tag', 'type'],
      left: ['priority: changed_meanwhile', 'hand_back: changed_meanwhile'],
    },
  ])
})

test('the word of another desk counts, the type that matching has found does not', async () => {
  await desk.haveRules(
    ruleText('mirrored', 'when: [ticket.received]\nthen: { priority: low, type: how-to }'),
  )
  const id = await opened()
  await setTicketPriority(desk, system('redmine'), { ticketId: id, priority: 'urgent' })
  await setTicketType(desk, system('runbooks'), { ticketId: id, type: 'exports.email-missing' })
  await desk.settle()
  expect(await read(id)).toMatchObject({ priority: 'urgent', type: 'how-to' })
})

test('of two rules that want the same thing the first has it, and neither sees what the other did', async () => {
  await desk.haveRules(
    ruleText(
      'b',
      "when: [ticket.received]\nif: ticket.priority == 'normal'\nthen: { priority: low, tags: { add: [b] } }",
    ),
    ruleText('a', 'when: [ticket.received]\nthen: { priority: urgent, tags: { add: [a] } }'),
    ruleText(
      'c',
      "when: [ticket.received]\nif: ticket.priority == 'urgent'\nthen: { tags: { add: [c] } }",
    ),
  )
  const id = await opened()
  await desk.settle()
  expect(await read(id)).toMatchObject({ priority: 'urgent', tags: ['a', 'b'] })
  expect(await didOf('b')).toEqual([{ did: ['tag'], left: ['priority: changed_meanwhile'] }])
})

test('a rule acts on a ticket once, or on each event if it says so, and never twice on one', async () => {
  await desk.haveRules(
    ruleText('once', 'when: [message.received]\nthen: { note: Once }'),
    ruleText('always', 'when: [message.received]\nevery_time: true\nthen: { note: Each time }'),
  )
  const id = await opened()
  await writes(id, 'Hello?')
  await desk.settle()
  await writes(id, 'Anybody?')
  await desk.settle()
  expect(await firingsOf('once')).toHaveLength(1)
  expect(await firingsOf('always')).toHaveLength(2)
  const rows = await desk.db
    .selectFrom('event')
    .select(['id', 'at'])
    .where('ticket_id', '=', id)
    .where('name', '=', 'message.received')
    .orderBy('id')
    .execute()
  for (const row of rows) {
    await runRules(desk, {
      ...row,
      name: 'message.received',
      actorKind: 'system',
      actorId: 'email',
      ticketId: id,
      accountId: null,
      data: { message: '' },
    })
  }
  expect(await firingsOf('once')).toHaveLength(1)
  expect(await firingsOf('always')).toHaveLength(2)
})

test('a notice of absence starts no rule', async () => {
  await desk.haveRules(ruleText('wrote', 'when: [message.received]\nthen: { priority: high }'))
  const id = await opened()
  await writes(id, 'I am out of office until Monday.')
  await desk.settle()
  expect(await read(id)).toMatchObject({ priority: 'normal' })
})

test('what a rule has changed starts no rule', async () => {
  await desk.haveRules(
    ruleText('typing', 'when: [ticket.received]\nthen: { type: how-to }'),
    ruleText('typed', 'when: [ticket.type_changed]\nthen: { tags: { add: [typed] } }'),
  )
  const id = await opened()
  await desk.settle()
  expect(await read(id)).toMatchObject({ type: 'how-to', tags: [] })
  await setTicketType(desk, ada, { ticketId: id, type: 'exports.email-missing' })
  await desk.settle()
  expect(await read(id)).toMatchObject({ type: 'exports.email-missing', tags: ['typed'] })
})

test('a resolved, void or merged ticket is not touched, a reopened one is', async () => {
  await desk.haveRules(
    ruleText('any', 'when: [ticket.received, ticket.reopened]\nthen: { priority: low }'),
  )
  const id = await opened()
  await voidTicket(desk, ada, { ticketId: id, reason: 'spam' })
  await desk.settle()
  expect(await read(id)).toMatchObject({ priority: 'normal', state: 'void' })
  desk.clock.advance(minutes)
  await reopenTicket(desk, ada, { ticketId: id, cause: 'voided_by_mistake' })
  await desk.settle()
  expect(await read(id)).toMatchObject({ priority: 'low', state: 'open' })
})

test('one that waits acts only where the customer still waits, and only if it still stands', async () => {
  const waiting = ruleText(
    'waiting',
    'when: [ticket.received]\nwaited: 4h\nthen: { priority: urgent }',
  )
  await desk.haveRules(waiting)
  const [left, answered, again] = [await opened(), await opened(), await opened()]
  await desk.settle()
  await replyToTicket(desk, ada, { ticketId: answered, text: 'On it' })
  await replyToTicket(desk, ada, { ticketId: again, text: 'On it' })
  desk.clock.advance(hours)
  await writes(again)
  desk.clock.advance(4 * hours)
  const jobs = async (ticketId: string) => {
    const { id } = await desk.db
      .selectFrom('event')
      .select('id')
      .where('ticket_id', '=', ticketId)
      .where('name', '=', 'ticket.received')
      .executeTakeFirstOrThrow()
    await runWaitedRule(desk, { rule: 'waiting', event: id })
  }
  for (const ticketId of [left, answered, again]) await jobs(ticketId)
  expect((await read(left)).priority).toBe('urgent')
  expect((await read(answered)).priority).toBe('normal')
  expect((await read(again)).priority).toBe('normal')
  await desk.haveRules()
  await jobs(answered)
})

test('a rule that is switched off does nothing, nor does any while all are', async () => {
  await desk.haveRules(ruleText('on', 'when: [ticket.received]\nthen: { priority: high }'))
  const reason = 'Exports are being moved'
  const priority = async () => {
    const id = await opened()
    await desk.settle()
    return (await read(id)).priority
  }
  for (const rule of ['on', null]) {
    await stopRule(desk, lena, { rule, reason })
    await expect(stopRule(desk, lena, { rule, reason })).rejects.toMatchObject({
      reason: 'rule.stopped-already',
    })
    expect(await priority()).toBe('normal')
    await resumeRule(desk, lena, { rule, reason })
    await expect(resumeRule(desk, lena, { rule, reason })).rejects.toMatchObject({
      reason: 'rule.not-stopped',
    })
    expect(await priority()).toBe('high')
  }
  await expect(stopRule(desk, lena, { rule: 'onn', reason })).rejects.toMatchObject({
    reason: 'rule.not-found',
    message: expect.stringContaining('“on”'),
  })
  await expect(stopRule(desk, ada, { rule: 'on', reason })).rejects.toMatchObject({
    reason: 'permission.missing',
  })
})

test('one that acts too often switches itself off, which is said', async () => {
  await desk.haveRules(
    ruleText('busy', 'when: [ticket.received]\nper_hour: 2\nthen: { priority: high }'),
  )
  const ids = [await opened(), await opened(), await opened(), await opened()]
  await desk.settle()
  const priorities = await Promise.all(ids.map(async (id) => (await read(id)).priority))
  expect(priorities).toEqual(['high', 'high', 'normal', 'normal'])
  expect((await listRules(desk, lena, {})).items).toMatchObject([
    { stop: { because: 'limit', by: { kind: 'system' } } },
  ])
  const stopped = (await eventsOf(desk, ids[2]!)).at(-1)
  expect(stopped).toMatchObject({ name: 'rule.stopped', data: { rule: 'busy', because: 'limit' } })
  await tellOf(desk, ids[2]!)
  const told = async (person: typeof lena) =>
    (await listNotifications(desk, person, { limit: 50 })).items.filter(
      ({ kind }) => kind === 'rule_off',
    )
  expect(await told(lena)).toMatchObject([{ ticket: { id: ids[2] }, by: { name: 'Rule busy' } }])
  expect(await told(ada)).toEqual([])
  await resumeRule(desk, lena, { rule: 'busy', reason: 'It was a campaign' })
  desk.clock.advance(2 * hours)
  const id = await opened()
  await desk.settle()
  expect((await read(id)).priority).toBe('high')
})

test('one that something outside answers each time switches itself off at the tenth', async () => {
  await desk.haveRules(
    ruleText('echo', 'when: [message.received]\nevery_time: true\nthen: { webhook: true }'),
  )
  const id = await opened()
  for (let turn = 0; turn < 14; turn++) {
    desk.clock.set(later(desk.clock.now(), minutes))
    await writes(id, `Question ${turn}`)
    await desk.settle()
  }
  expect(await firingsOf('echo')).toHaveLength(10)
  expect((await listRules(desk, lena, {})).items).toMatchObject([{ stop: { because: 'loop' } }])
})

test('what it names and nobody has is left, and said; the rest is done', async () => {
  await desk.haveRules(
    ruleText(
      'lost',
      'when: [ticket.received]\nthen: { assign: nobody-here@acme.example, offer_reply: No such words, priority: low }',
    ),
  )
  const id = await opened()
  await desk.settle()
  expect((await read(id)).priority).toBe('low')
  expect(await didOf('lost')).toEqual([
    { did: ['priority'], left: ['assign: not_found', 'offer_reply: not_found'] },
  ])
})

test('a draft does nothing, nor does a rule on what is so already', async () => {
  await desk.haveRules(
    ruleText('draft', 'draft: true\nwhen: [ticket.received]\nthen: { priority: high }'),
    ruleText(
      'so',
      'when: [ticket.received]\nthen: { priority: normal, tags: { remove: [gone] }, assign: nobody }',
    ),
    ruleText(
      'unknown',
      "when: [ticket.received]\nif: account.name != 'Northwind'\nthen: { priority: low }",
    ),
  )
  const id = await opened()
  await desk.settle()
  expect((await eventsOf(desk, id)).map(({ name }) => name)).toEqual(['ticket.received'])
})

test('what it did is paged', async () => {
  await desk.haveRules(ruleText('paged', 'when: [ticket.received]\nthen: { priority: high }'))
  const ids = [await opened(), await opened(), await opened()]
  await desk.settle()
  const first = await listRuleFirings(desk, lena, { ruleId: 'paged', limit: 2 })
  const rest = await listRuleFirings(desk, lena, { ruleId: 'paged', limit: 2, cursor: first.next! })
  expect([...first.items, ...rest.items].map(({ ticket }) => ticket.id)).toEqual(ids.toReversed())
  expect(rest.next).toBeNull()
})

const doings: readonly ((id: string, turn: number) => Promise<unknown>)[] = [
  (id, turn) => writes(id, `Question ${turn}`),
  (id) => setTicketType(desk, ada, { ticketId: id, type: 'how-to' }),
  (id) => setTicketType(desk, ada, { ticketId: id, type: 'exports.email-missing' }),
  (id) => setTicketPriority(desk, ada, { ticketId: id, priority: 'urgent' }),
]
const wishes = [
  'type: how-to',
  'type: exports.email-missing',
  'priority: low',
  'tags: { add: [one] }',
  'tags: { remove: [one], add: [two] }',
  'assign: nobody',
  'note: Again',
  'webhook: true',
  'snooze: 1h',
  'offer_runbook: export-missing',
]
const whatever = fc.record({
  when: fc.uniqueArray(
    fc.constantFrom('ticket.received', 'message.received', 'ticket.type_changed'),
    { minLength: 1 },
  ),
  effects: fc.uniqueArray(fc.constantFrom(...wishes), {
    minLength: 1,
    maxLength: 3,
    selector: (wish) => wish.split(':')[0],
  }),
  isEveryTime: fc.boolean(),
})

test('whatever rules there are, each acts once on an event at most, and never on what a rule did', async () => {
  const given = fc.array(whatever, { minLength: 1, maxLength: 4 })
  const turns = fc.array(fc.nat(doings.length - 1), { maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(given, turns, async (rules, happens) => {
      const run = crypto.randomUUID().slice(0, 8)
      await desk.haveRules(
        ...rules.map(({ when, effects, isEveryTime }, place) =>
          ruleText(
            `p${run}-${place}`,
            `when: [${when.join(', ')}]\n${isEveryTime ? 'every_time: true\n' : ''}then: { ${effects.join(', ')} }`,
          ),
        ),
      )
      const id = await opened()
      await desk.settle()
      for (const [turn, which] of happens.entries()) {
        desk.clock.advance(minutes)
        await doings[which]?.(id, turn).catch((error: { kind: string }) => {
          expect(error.kind).toBe('conflict')
        })
        await desk.settle()
      }
      const { rows } = await sql<{ byRule: number; twice: number; acted: number }>`
        select count(*) filter (where event.actor_id like 'rule:%')::int as "byRule",
          (count(*) - count(distinct (rule_id, event_id)))::int as twice, count(*)::int as acted
        from rule_firing join event on event.id = event_id
        where rule_firing.ticket_id = ${id}`.execute(desk.db)
      const outside = (await eventsOf(desk, id)).filter(
        ({ actor_id: by, name }) => !by?.startsWith('rule:') && ruleStarts.has(name),
      )
      expect(rows).toEqual([{ byRule: 0, twice: 0, acted: expect.any(Number) }])
      expect(rows[0]?.acted).toBeLessThanOrEqual(rules.length * outside.length)
    }),
    { numRuns: 12 },
  )
})
const ruleStarts: ReadonlySet<string> = new Set([
  'ticket.received',
  'message.received',
  'ticket.type_changed',
])
