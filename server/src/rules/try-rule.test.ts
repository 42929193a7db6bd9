import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createPerson } from '#server/testing/people.ts'
import { createTicket } from '#server/tickets/create-ticket.ts'
import { tagTicket } from '#server/tickets/labels/tag-ticket.ts'
import { setTicketPriority } from '#server/tickets/labels/set-ticket-priority.ts'
import { setTicketType } from '#server/tickets/set-ticket-type.ts'
import { createRuleDesk, ruleText } from './testing/factory.ts'
import { tryRule } from './try-rule.ts'

const desk = await createRuleDesk()
const ada = await createPerson(desk, { name: 'Ada' })
const emil = await createPerson(desk, { role: 'engineer', name: 'Emil' })

async function opened(subject: string) {
  const contactEmail = `${crypto.randomUUID()}@nobody.example`
  return createTicket(desk, ada, { subject, text: 'Some words.', contactEmail })
}

async function countsOfAll(): Promise<unknown> {
  const { rows } =
    await sql`select (select count(*) from event) as events, (select count(*) from rule_firing) as acted,
    (select max(updated_at) from ticket) as touched`.execute(desk.db)
  return rows
}

test('a trial says what it would have touched, with what would be another, and writes nothing', async () => {
  const late = await opened('Invoice is late')
  const high = await opened('Invoice is wrong')
  const typed = await opened('Something else')
  await setTicketPriority(desk, ada, { ticketId: high.id, priority: 'high' })
  await setTicketType(desk, ada, { ticketId: typed.id, type: 'how-to' })
  const before = await countsOfAll()
  const source = ruleText(
    'invoices',
    "when: [ticket.received]\nif: ticket.subject.contains('Invoice')\nthen: { priority: high }",
  )
  expect(await tryRule(desk, emil, { source })).toEqual({
    rule: { id: 'invoices', title: 'Rule invoices' },
    tickets: 3,
    withEvent: 3,
    holds: 2,
    touched: 1,
    items: [
      {
        ticket: { id: high.id, number: high.number, subject: 'Invoice is wrong' },
        changes: [],
      },
      {
        ticket: { id: late.id, number: late.number, subject: 'Invoice is late' },
        changes: [{ effect: 'priority', to: 'high' }],
      },
    ],
  })
  const ofTypes = ruleText('types', 'when: [ticket.type_changed]\nthen: { tags: { add: [typed] } }')
  expect(await tryRule(desk, emil, { source: ofTypes })).toMatchObject({
    withEvent: 1,
    touched: 1,
    items: [{ ticket: { id: typed.id } }],
  })
  expect(await countsOfAll()).toEqual(before)
  await tagTicket(desk, ada, { ticketId: typed.id, add: ['Typed'] })
  expect(await tryRule(desk, emil, { source: ofTypes })).toMatchObject({ holds: 1, touched: 0 })
})

test('it is tried on the newest hundred', async () => {
  for (let place = 0; place < 105; place++) await opened(`Question ${place}`)
  const source = ruleText('each', 'when: [ticket.received]\nthen: { priority: low }')
  const trial = await tryRule(desk, emil, { source })
  expect(trial).toMatchObject({ tickets: 100, withEvent: 100, holds: 100, touched: 100 })
  expect(trial.items[0]?.ticket.subject).toBe('Question 104')
})

test('a text that is no rule is refused with each fault', async () => {
  const refusalOf = (source: string) => tryRule(desk, emil, { source })
  await expect(
    refusalOf(
      ruleText('wrong', "when: [ticket.received]\nif: ticket.subjct == ''\nthen: { type: hwo-to }"),
    ),
  ).rejects.toMatchObject({
    reason: 'rule.not-readable',
    extra: {
      errors: [
        { path: '6', message: expect.stringContaining('subject') },
        { path: '7', message: expect.stringContaining('how-to') },
      ],
    },
  })
  for (const source of [
    '{',
    'a: [',
    'apiVersion: firstline/v1\nkind: Source\nid: a\n',
    '- a',
    'null',
  ]) {
    await expect(refusalOf(source), source).rejects.toMatchObject({ reason: 'rule.not-readable' })
  }
  const deep = `a: ${'['.repeat(5_000)}`
  await expect(refusalOf(deep)).rejects.toMatchObject({ kind: 'invalid' })
  const many = `a: [${'1,'.repeat(9_000)}1]`
  await expect(refusalOf(many)).rejects.toMatchObject({ kind: 'invalid' })
})

test('an agent tries none', async () => {
  const source = ruleText('a', 'when: [ticket.received]\nthen: { priority: low }')
  await expect(tryRule(desk, ada, { source })).rejects.toMatchObject({
    reason: 'permission.missing',
  })
})
