import { webhookPayloadOf } from '@firstline/contract/webhook-payloads'
import { Webhook } from 'standardwebhooks'
import { beforeEach, expect, test } from 'vitest'
import { days, hours, minutes, seconds } from '#server/core/clock.ts'
import { assignTicket } from '#server/tickets/assign-ticket.ts'
import { addNote } from '#server/tickets/add-note.ts'
import { someTicket } from '#server/tickets/testing/factory.ts'
import { changeWebhook } from './change-webhook.ts'
import { deleteWebhook } from './delete-webhook.ts'
import { deliverWebhook } from './deliver-webhook.ts'
import { disableWebhook, enableWebhook } from './disable-webhook.ts'
import { forgetWebhookDeliveries } from './forget-webhook-deliveries.ts'
import { giveUpWaiting } from './give-up-waiting.ts'
import { listWebhooks } from './list-webhooks.ts'
import { mailWebhookOff } from './mail-webhook-off.ts'
import { queueDeliveries } from './queue-deliveries.ts'
import { resendFailedDeliveries } from './resend-failed-deliveries.ts'
import { resendWebhookDelivery } from './resend-webhook-delivery.ts'
import { rotateWebhookSecret } from './rotate-webhook-secret.ts'
import { testWebhook } from './test-webhook.ts'
import { deliveriesOf, someWebhook, webhookDesk, workOff } from './testing/desk.ts'
import { answering } from './testing/receiver.ts'

const desk = await webhookDesk()
const { receiver, lead } = desk

beforeEach(async () => {
  await desk.db.deleteFrom('webhook_delivery').execute()
  await desk.db.deleteFrom('webhook').execute()
  // receivers look at the time that is signed, by their own clock
  desk.clock.set(new Date())
  receiver.received = []
  receiver.answer = answering(204)
})

const only = async (id: string) => {
  const [row, ...others] = await deliveriesOf(desk, id)
  expect(others).toEqual([])
  return row!
}
const shown = async () => (await listWebhooks(desk, lead, {})).items[0]!

function headersOf(index: number): Record<string, string> {
  return Object.fromEntries(
    Object.entries(receiver.received[index]!.headers).map(([name, value]) => [name, String(value)]),
  )
}

test('an event arrives signed, as the contract says, with ids and no words', async () => {
  const { id, secret } = await someWebhook(desk, { events: ['ticket.assigned', 'note.added'] })
  const { id: ticketId, number } = await someTicket(desk, lead)
  await assignTicket(desk, lead, { ticketId, personId: lead.id })
  await addNote(desk, lead, { ticketId, text: 'A secret of theirs', mentions: [] })
  expect(await workOff(desk)).toBe(2)
  const [assigned, noted] = receiver.received.map(({ body }) => body)
  expect(new Webhook(secret).verify(assigned!, headersOf(0))).toEqual({
    type: 'ticket.assigned',
    timestamp: desk.clock.now().toISOString(),
    data: {
      event: expect.stringMatching(/^\d+$/),
      by: { kind: 'person', id: lead.id },
      ticket: { id: ticketId, number, url: `http://localhost:3000/tickets/${number}` },
      account: null,
      fields: { person: lead.id, previous: null },
    },
  })
  webhookPayloadOf('ticket.assigned').parse(JSON.parse(assigned!))
  webhookPayloadOf('note.added').parse(JSON.parse(noted!))
  expect(noted).not.toContain('A secret')
  expect(assigned).not.toContain('Lena')
  expect(await deliveriesOf(desk, id)).toMatchObject([
    { state: 'delivered', attempts: 1, status: 204, fault: null },
    { state: 'delivered', attempts: 1, status: 204, fault: null },
  ])
})

test('words go out to an endpoint that asks for them, and no more of them than it may keep', async () => {
  await someWebhook(desk, { events: ['note.added', 'ticket.assigned'], isWithWords: true })
  const { id: ticketId } = await someTicket(desk, lead)
  await addNote(desk, lead, { ticketId, text: 'x'.repeat(10_001), mentions: [] })
  await assignTicket(desk, lead, { ticketId, personId: lead.id })
  await workOff(desk)
  const [noted, assigned] = receiver.received.map(({ body }) => JSON.parse(body))
  expect(noted.data.message).toEqual({ kind: 'note', text: 'x'.repeat(10_000), isCut: true })
  expect(assigned.data.fields.name).toBe('Lena')
  webhookPayloadOf('note.added').parse(noted)
})

test('an endpoint is told of what it asks for, and a desk that nobody listens to enqueues nothing', async () => {
  await someTicket(desk, lead)
  expect(await workOff(desk)).toBe(0)
  const { id } = await someWebhook(desk, { events: ['ticket.resolved'] })
  await someTicket(desk, lead)
  expect(await workOff(desk)).toBe(0)
  expect(await deliveriesOf(desk, id)).toEqual([])
})

test('a reaction that runs twice tells once', async () => {
  const { id } = await someWebhook(desk)
  await someTicket(desk, lead)
  await workOff(desk)
  const { event_id: event } = await only(id)
  await queueDeliveries(desk, [{ id: event! }])
  expect(await workOff(desk)).toBe(0)
  expect(receiver.received).toHaveLength(1)
})

test('one that is not taken is tried again under the same id, until it is', async () => {
  receiver.answer = answering(500, {}, 'Broken\u0000 for now')
  const { id } = await someWebhook(desk)
  await someTicket(desk, lead)
  await workOff(desk)
  expect(await only(id)).toMatchObject({
    state: 'waiting',
    attempts: 1,
    status: 500,
    fault: 'status',
    answer: 'Broken for now',
  })
  expect(await shown()).toMatchObject({ state: 'failing', waiting: 1 })
  expect(await workOff(desk)).toBe(0)
  receiver.answer = answering(200)
  desk.clock.advance(10 * seconds)
  expect(await workOff(desk)).toBe(1)
  expect(await only(id)).toMatchObject({ state: 'delivered', attempts: 2, fault: null })
  expect(await shown()).toMatchObject({ state: 'on', waiting: 0 })
  const [first, second] = receiver.received
  expect(second!.headers['webhook-id']).toBe(first!.headers['webhook-id'])
  expect(second!.body).toBe(first!.body)
})

test('it is given up after ten tries, and can be sent again', async () => {
  receiver.answer = answering(503)
  const { id } = await someWebhook(desk)
  await someTicket(desk, lead)
  for (let tries = 0; tries < 12; tries++) {
    await workOff(desk)
    desk.clock.advance(27 * hours)
    // not five days of failing: that is another test
    await desk.db.updateTable('webhook').set({ failing_since: desk.clock.now() }).execute()
  }
  expect(receiver.received).toHaveLength(10)
  const failed = await only(id)
  expect(failed).toMatchObject({ state: 'failed', attempts: 10, next_attempt_at: null })
  receiver.answer = answering(200)
  await resendWebhookDelivery(desk, lead, { deliveryId: failed.id })
  await expect(resendWebhookDelivery(desk, lead, { deliveryId: failed.id })).rejects.toThrow(
    /being sent/,
  )
  await workOff(desk)
  expect(await only(id)).toMatchObject({ state: 'delivered', attempts: 1 })
})

test('an endpoint that asks for time is left alone with all of it', async () => {
  receiver.answer = answering(429, { 'retry-after': '600' })
  const { id } = await someWebhook(desk)
  await someTicket(desk, lead)
  await workOff(desk)
  await someTicket(desk, lead)
  desk.clock.advance(5 * minutes)
  await workOff(desk)
  expect(receiver.received).toHaveLength(1)
  receiver.answer = answering(200)
  desk.clock.advance(6 * minutes)
  await workOff(desk)
  expect((await deliveriesOf(desk, id)).map(({ state }) => state)).toEqual([
    'delivered',
    'delivered',
  ])
})

test('one that answers 410 is switched off, on record, and its maker is told', async () => {
  receiver.answer = answering(410)
  const { id } = await someWebhook(desk)
  await someTicket(desk, lead)
  await workOff(desk)
  expect(await shown()).toMatchObject({ state: 'off', offBecause: 'gone' })
  const events = await desk.db
    .selectFrom('event')
    .select('data')
    .where('name', '=', 'webhook.disabled')
    .orderBy('id')
    .execute()
  expect(events.at(-1)?.data).toEqual({ webhook: id, because: 'gone' })
  await mailWebhookOff(desk, { webhook: id })
  expect(desk.mails.at(-1)).toMatchObject({ text: expect.stringContaining('it answered 410') })
  await someTicket(desk, lead)
  desk.clock.advance(10 * seconds)
  await workOff(desk)
  expect(receiver.received).toHaveLength(1)
  expect(await only(id)).toMatchObject({ state: 'failed', fault: 'off' })
})

test('one that answered 410 is switched off by the job that runs again, where that was all it had not come to', async () => {
  receiver.answer = answering(410)
  const { id } = await someWebhook(desk)
  await someTicket(desk, lead)
  await workOff(desk)
  // as after a crash between the two: the outcome was written, and nothing after it
  await desk.db.updateTable('webhook').set({ off_at: null, off_because: null }).execute()
  const delivery = await only(id)
  await deliverWebhook(desk, { delivery: delivery.id, attempt: 1 })
  expect(await shown()).toMatchObject({ state: 'off', offBecause: 'gone' })
  expect(receiver.received).toHaveLength(1)
})

test('one that has taken nothing for five days is switched off, not a day earlier', async () => {
  receiver.answer = answering(500)
  await someWebhook(desk)
  await someTicket(desk, lead)
  await workOff(desk)
  desk.clock.advance(4 * days)
  await someTicket(desk, lead)
  await workOff(desk)
  expect(await shown()).toMatchObject({ state: 'failing' })
  desk.clock.advance(days)
  await someTicket(desk, lead)
  await workOff(desk)
  expect(await shown()).toMatchObject({ state: 'off', offBecause: 'failing' })
})

test('nothing is sent again to an endpoint that is off, nor where nothing has failed', async () => {
  const { id } = await someWebhook(desk)
  await disableWebhook(desk, lead, { webhookId: id })
  const asked = { webhookId: id, since: '2020-01-01T00:00:00Z' }
  await expect(resendFailedDeliveries(desk, lead, asked)).rejects.toThrow(/switch it on/)
  await enableWebhook(desk, lead, { webhookId: id })
  await expect(resendFailedDeliveries(desk, lead, asked)).rejects.toThrow(/earlier time/)
})

test('all that failed since a time is sent again', async () => {
  receiver.answer = answering(404)
  const { id } = await someWebhook(desk)
  const since = desk.clock.now().toISOString()
  await someTicket(desk, lead)
  desk.clock.advance(1)
  await someTicket(desk, lead)
  await workOff(desk)
  await giveUpWaiting(desk)
  receiver.answer = answering(200)
  receiver.received = []
  expect(await resendFailedDeliveries(desk, lead, { webhookId: id, since })).toEqual({
    count: 2,
    isMore: false,
  })
  await workOff(desk)
  const sent = receiver.received.map(({ headers }) => headers['webhook-id'])
  const rows = await deliveriesOf(desk, id)
  expect(sent).toEqual(rows.map((row) => `msg_${row.id.replaceAll('-', '')}`))
  expect(rows.map(({ state }) => state)).toEqual(['delivered', 'delivered'])
})

test('a job that runs again after its outcome was written calls nobody', async () => {
  const { id } = await someWebhook(desk)
  await someTicket(desk, lead)
  await workOff(desk)
  const { id: delivery } = await only(id)
  await deliverWebhook(desk, { delivery, attempt: 1 })
  expect(receiver.received).toHaveLength(1)
})

test('a test is told once, whatever comes of it', async () => {
  receiver.answer = answering(500)
  const { id, secret } = await someWebhook(desk)
  await testWebhook(desk, lead, { webhookId: id })
  await workOff(desk)
  expect(new Webhook(secret).verify(receiver.received[0]!.body, headersOf(0))).toMatchObject({
    type: 'webhook.test',
    data: { webhook: id },
  })
  expect(await only(id)).toMatchObject({ state: 'failed', attempts: 1, event_id: null })
})

test('for a day both secrets verify, then the new one alone', async () => {
  const { id, secret: old } = await someWebhook(desk)
  const { secret } = await rotateWebhookSecret(desk, lead, { webhookId: id })
  expect(secret).not.toBe(old)
  await expect(rotateWebhookSecret(desk, lead, { webhookId: id })).rejects.toThrow(/wait until/)
  await testWebhook(desk, lead, { webhookId: id })
  await workOff(desk)
  const { body } = receiver.received[0]!
  const told = headersOf(0)
  const verify = (each: string, headers: Record<string, string>) =>
    new Webhook(each).verify(body, headers)
  expect(told['webhook-signature']).toMatch(/^v1,\S+ v1,\S+$/)
  verify(old, told)
  verify(secret, told)
  desk.clock.advance(25 * hours)
  await testWebhook(desk, lead, { webhookId: id })
  await workOff(desk)
  expect(headersOf(1)['webhook-signature']).toMatch(/^v1,\S+$/)
  await rotateWebhookSecret(desk, lead, { webhookId: id })
})

test('of a long answer the first bytes are kept, and a redirect is not followed', async () => {
  receiver.answer = answering(200, {}, 'y'.repeat(5_000_000))
  const { id } = await someWebhook(desk)
  await testWebhook(desk, lead, { webhookId: id })
  await workOff(desk)
  expect(await only(id)).toMatchObject({ state: 'delivered', answer: 'y'.repeat(1_000) })
  receiver.answer = answering(302, { location: 'http://169.254.169.254/' })
  await testWebhook(desk, lead, { webhookId: id })
  await workOff(desk)
  const faults = (await deliveriesOf(desk, id)).map(({ fault }) => fault)
  expect(faults.toSorted((one, other) => String(one).localeCompare(String(other)))).toEqual([
    null,
    'redirected',
  ])
})

test('a name that leads inside is not called, whatever it was when it was written', async () => {
  const { id } = await someWebhook(desk)
  // as when whoever runs the desk takes it out of WEBHOOK_TO
  const strict = { ...desk, config: { ...desk.config, webhookOrigins: [] } }
  await testWebhook(desk, lead, { webhookId: id })
  const { id: delivery } = await only(id)
  await deliverWebhook(strict, { delivery, attempt: 1 })
  expect(await only(id)).toMatchObject({ state: 'failed', fault: 'forbidden' })
  expect(receiver.received).toEqual([])
})

test('an address that is changed is where all goes that waits', async () => {
  receiver.answer = answering(500)
  const { id } = await someWebhook(desk)
  await someTicket(desk, lead)
  await workOff(desk)
  receiver.answer = answering(200)
  const address = `${receiver.url}/other`
  await changeWebhook(desk, lead, { webhookId: id, address, events: ['ticket.received'] })
  desk.clock.advance(10 * seconds)
  await workOff(desk)
  expect(receiver.received.map(({ path }) => path)).toEqual(['/hooks', '/other'])
})

test('the log is forgotten after thirty days, that of an endpoint that is deleted with it', async () => {
  const { id } = await someWebhook(desk)
  await testWebhook(desk, lead, { webhookId: id })
  await workOff(desk)
  desk.clock.advance(31 * days)
  const { id: gone } = await someWebhook(desk)
  await testWebhook(desk, lead, { webhookId: gone })
  await deleteWebhook(desk, lead, { webhookId: gone })
  await forgetWebhookDeliveries(desk, 1)
  expect(await deliveriesOf(desk, id)).toEqual([])
  expect(await deliveriesOf(desk, gone)).toEqual([])
  expect((await listWebhooks(desk, lead, {})).items.map((each) => each.id)).toEqual([id])
  const { rows } = await desk.pool.query('select id from webhook')
  expect(rows).toEqual([{ id }])
})
