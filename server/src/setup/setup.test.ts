import { afterAll, expect, test } from 'vitest'
import type { App } from '#server/app.ts'
import { readConfig } from '#server/core/config.ts'
import { createApp } from '#server/create-app.ts'
import { factsOfTicket } from '#server/scorecard/facts/facts-of-ticket.ts'
import type { HistoryEvent } from '#server/scorecard/facts/history.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { createTicket } from '#server/tickets/create-ticket.ts'
import { readTicketRow } from '#server/tickets/state.ts'
import { reopenTicket } from '#server/tickets/reopen-ticket.ts'
import { resolveTicket } from '#server/tickets/resolve-ticket.ts'
import { listSetupSteps } from './list-setup-steps.ts'
import { createSampleTicket, removeSampleTicket } from './create-sample-ticket.ts'
import { sendTestMail } from './send-test-mail.ts'
import { resumeSetupStep, skipSetupStep } from './skip-setup-step.ts'

const desk = await createTestDesk()
const made = await createApp(
  readConfig({ LOG_LEVEL: 'silent', FIRSTLINE_HOME: '/nowhere' }),
  desk.url,
)
const app: App = { ...made, clock: desk.clock }
afterAll(() => made.close())
const admin = await createPerson(desk, { role: 'admin', name: 'Mira Holm' })

function mailing(send: App['mailer']['send']): App {
  return { ...app, mailer: { isConnected: true, send } }
}

const statesOf = async (on: App = app) => (await listSetupSteps(on, admin, {})).states

async function eventsOf(ticketId: string) {
  const rows = await app.db
    .selectFrom('event')
    .select(['name', 'data', 'at'])
    .where('ticket_id', '=', ticketId)
    .orderBy('id')
    .execute()
  // as the scorecard reads them: names it does not know it leaves out
  return rows.map(({ at, ...row }) => ({ ...row, ticketId, at: at.getTime() })) as HistoryEvent[]
}

test('a new desk has every step open, and says where it stands', async () => {
  const { states, ...facts } = await listSetupSteps(app, admin, {})
  expect(new Set(Object.values(states))).toEqual(new Set(['open']))
  expect(facts).toMatchObject({
    organisation: { hasProject: false, timeZone: 'UTC' },
    mail: { isConnected: false, lastTest: null },
    mailbox: { address: 'support@localhost', mailboxes: [], lastMailAt: null },
    people: { count: 1 },
    sample: { ticketId: null },
    hasTickets: false,
  })
})

test('a step is skipped and taken up again, on record; one that is done is not skipped', async () => {
  await skipSetupStep(app, admin, { step: 'history' })
  await skipSetupStep(app, admin, { step: 'people' })
  expect(await statesOf()).toMatchObject({ history: 'skipped', people: 'skipped', mail: 'open' })
  await createPerson(desk)
  expect(await statesOf()).toMatchObject({ history: 'skipped', people: 'done' })
  await resumeSetupStep(app, admin, { step: 'history' })
  expect(await statesOf()).toMatchObject({ history: 'open' })
  const told = await app.db
    .selectFrom('event')
    .select(['name', 'actor_id', 'data'])
    .where('name', 'like', 'setup.step%')
    .orderBy('id')
    .execute()
  expect(told).toEqual([
    { name: 'setup.step_skipped', actor_id: admin.id, data: { step: 'history' } },
    { name: 'setup.step_skipped', actor_id: admin.id, data: { step: 'people' } },
    { name: 'setup.step_resumed', actor_id: admin.id, data: { step: 'history' } },
  ])
})

test('a test mail goes to whoever asks, and what the server said is kept', async () => {
  await expect(sendTestMail(app, admin, {})).rejects.toMatchObject({ reason: 'mail.not-connected' })
  const sent: unknown[] = []
  const taking = mailing((mail) => {
    sent.push(mail.to)
    return Promise.resolve('250 2.0.0 queued as 4711')
  })
  const { to, ...taken } = await sendTestMail(taking, admin, {})
  expect(taken).toMatchObject({ isTaken: true, answer: '250 2.0.0 queued as 4711' })
  expect(sent).toEqual([{ name: 'Mira Holm', address: to }])
  expect(await statesOf(taking)).toMatchObject({ mail: 'done' })
  const refusing = mailing(() => Promise.reject(new Error('535 5.7.8\r\nwrong password')))
  const refused = await sendTestMail(refusing, admin, {})
  expect(refused).toMatchObject({ isTaken: false, answer: '535 5.7.8 wrong password' })
  const { mail, states } = await listSetupSteps(refusing, admin, {})
  expect(mail.lastTest).toEqual(refused)
  expect(states.mail).toBe('failing')
  // without a way out the last test says nothing any more
  expect(await statesOf()).toMatchObject({ mail: 'open' })
})

test('the sample ticket counts nowhere, whatever is done with it, and there is one', async () => {
  const [first, second] = await Promise.allSettled([
    createSampleTicket(app, admin, {}),
    createSampleTicket(app, admin, {}),
  ])
  const made = [first, second].flatMap((each) => (each.status === 'fulfilled' ? each.value : []))
  const lost = [first, second].flatMap((each) => (each.status === 'rejected' ? each.reason : []))
  expect(lost).toEqual([expect.objectContaining({ reason: 'setup.sample-there' })])
  const { ticketId } = made[0]!
  expect(await app.db.selectFrom('ticket').select('id').execute()).toEqual([{ id: ticketId }])
  const before = await listSetupSteps(app, admin, {})
  expect(before).toMatchObject({ sample: { ticketId }, hasTickets: false })
  expect(before.states.sample).toBe('done')
  await reopenTicket(app, admin, { ticketId, cause: 'To try it' })
  await resolveTicket(app, admin, { ticketId, summary: 'Tried' })
  const facts = factsOfTicket(ticketId, await eventsOf(ticketId))
  expect(facts).toMatchObject({ ticket: { isVoid: true }, resolutions: [] })
  await removeSampleTicket(app, admin, {})
  const row = await readTicketRow(app.db, ticketId)
  expect(row).toMatchObject({ state: 'void', voidReason: 'test' })
  expect(await statesOf()).toMatchObject({ sample: 'open' })
  await expect(removeSampleTicket(app, admin, {})).rejects.toMatchObject({
    reason: 'setup.no-sample',
  })
})

test('where customers write already there is nothing to try', async () => {
  const wish = { contactEmail: 'jo@shop.example', subject: 'Help', text: 'It is broken' }
  await createTicket(app, admin, wish)
  await skipSetupStep(app, admin, { step: 'sample' })
  const { hasTickets, states } = await listSetupSteps(app, admin, {})
  expect([hasTickets, states.sample]).toEqual([true, 'done'])
})

test('only administrators see how far it is', async () => {
  const lead = await createPerson(desk, { role: 'lead' })
  for (const ask of [listSetupSteps, sendTestMail, createSampleTicket, removeSampleTicket]) {
    await expect(ask(app, lead, {})).rejects.toMatchObject({ reason: 'permission.missing' })
  }
})
