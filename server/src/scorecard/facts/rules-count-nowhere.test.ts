import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { hours } from '#server/core/clock.ts'
import { createRuleDesk, ruleText } from '#server/rules/testing/factory.ts'
import { createPerson } from '#server/testing/people.ts'
import { createTicket } from '#server/tickets/create-ticket.ts'
import { resolveTicket } from '#server/tickets/resolve-ticket.ts'
import { eventsOf } from '#server/tickets/testing/factory.ts'
import { updateFacts } from './update-facts.ts'

const desk = await createRuleDesk()
const ada = await createPerson(desk, { name: 'Ada' })

/** All that figures are made of, but which ticket and resolution it is. */
async function factsOfResolved(subject: string): Promise<unknown> {
  desk.clock.set('2026-03-02T09:00:00Z')
  const contactEmail = `${crypto.randomUUID()}@nobody.example`
  const { id } = await createTicket(desk, ada, { subject, text: 'Words.', contactEmail })
  await desk.settle()
  desk.clock.advance(2 * hours)
  await resolveTicket(desk, ada, { ticketId: id, summary: 'Done' })
  await updateFacts(desk, { ticketId: id })
  const { rows } = await sql`
    select to_jsonb(ticket_fact) - 'ticket_id' - 'standing_resolution' as ticket, (
      select jsonb_agg(to_jsonb(resolution_fact) - 'ticket_id' - 'id' - 'resolution_id')
      from resolution_fact where ticket_id = ${id}) as resolutions
    from ticket_fact where ticket_id = ${id}`.execute(desk.db)
  const acted = (await eventsOf(desk, id)).some(({ name }) => name === 'rule.acted')
  return { rows, acted }
}

test('what rules did is in no figure: neither as work, nor as whose it was', async () => {
  await desk.haveRules(
    ruleText(
      'busy',
      `when: [ticket.received]
if: ticket.subject == 'Touched'
then: { priority: urgent, tags: { add: [vip] }, note: Look here, snooze: 1h, webhook: true }`,
    ),
  )
  const [touched, untouched] = [await factsOfResolved('Touched'), await factsOfResolved('Left')]
  expect(touched).toMatchObject({ acted: true, rows: [{ resolutions: [{}] }] })
  expect(untouched).toEqual({ ...Object(touched), acted: false })
})
