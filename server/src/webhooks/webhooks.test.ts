import { mostWebhooks } from '@firstline/contract/webhooks'
import { Registry } from 'prom-client'
import type { Gauge } from 'prom-client'
import { beforeEach, expect, test } from 'vitest'
import { startWorker } from '#server/core/worker.ts'
import { until } from '#server/testing/eventually.ts'
import { createPerson } from '#server/testing/people.ts'
import { someTicket } from '#server/tickets/testing/factory.ts'
import { changeWebhook } from './change-webhook.ts'
import { deleteWebhook } from './delete-webhook.ts'
import { deliverWebhook } from './deliver-webhook.ts'
import { disableWebhook, enableWebhook } from './disable-webhook.ts'
import { getWebhookDelivery } from './get-webhook-delivery.ts'
import { listWebhookDeliveries } from './list-webhook-deliveries.ts'
import { listWebhooks } from './list-webhooks.ts'
import { queueDeliveries } from './queue-deliveries.ts'
import { testWebhook } from './test-webhook.ts'
import { deliveriesOf, someWebhook, webhookDesk, workOff } from './testing/desk.ts'
import { answering, startReceiver } from './testing/receiver.ts'
import { observeWebhooks } from './webhook-metrics.ts'

const desk = await webhookDesk()
const { receiver, lead } = desk

beforeEach(async () => {
  await desk.db.deleteFrom('webhook_delivery').execute()
  await desk.db.deleteFrom('webhook').execute()
  receiver.received = []
  receiver.answer = answering(204)
})

test.each([
  ['http://hooks.example/', /not encrypted.*WEBHOOK_TO/],
  ['https://user:secret@hooks.example/', /with a password/],
  ['https://169.254.169.254/latest', /does not call/],
  ['https://[::1]/', /does not call/],
  ['https://10.0.0.1/', /does not call/],
  ['ftp://hooks.example/', /not valid/],
])('%s is refused, and nothing is stored', async (address, why) => {
  await expect(someWebhook(desk, { address })).rejects.toThrow(why)
  expect((await listWebhooks(desk, lead, {})).items).toEqual([])
  const { id: webhookId } = await someWebhook(desk)
  const written = { webhookId, address, events: ['ticket.received' as const] }
  await expect(changeWebhook(desk, lead, written)).rejects.toThrow(why)
})

test('only events that may leave can be asked for', async () => {
  for (const name of ['person.signed_in', 'webhook.created', 'action.intended', 'constructor']) {
    const asked = someWebhook(desk, { events: [name as 'ticket.received'] })
    await expect(asked).rejects.toThrow(/not valid/)
  }
})

test('a desk has ten at most, also where two are made at once', async () => {
  const made = await Promise.allSettled(
    Array.from({ length: mostWebhooks + 2 }, () => someWebhook(desk)),
  )
  const refused = made.filter(({ status }) => status === 'rejected')
  expect(refused).toMatchObject([
    { reason: { reason: 'webhooks.full' } },
    { reason: { reason: 'webhooks.full' } },
  ])
  const { items } = await listWebhooks(desk, lead, {})
  expect(items).toHaveLength(mostWebhooks)
  await deleteWebhook(desk, lead, { webhookId: items[0]!.id })
  await someWebhook(desk)
})

test('an engineer sees them and changes none', async () => {
  const engineer = await createPerson(desk, { role: 'engineer' })
  const { id: webhookId } = await someWebhook(desk)
  expect((await listWebhooks(desk, engineer, {})).items).toMatchObject([
    { id: webhookId, createdBy: { id: lead.id, name: 'Lena' } },
  ])
  await expect(testWebhook(desk, engineer, { webhookId })).rejects.toThrow(/needs the permission/)
})

test('a key changes none, whatever it was given', async () => {
  const key = {
    kind: 'integration',
    id: crypto.randomUUID(),
    name: 'script',
    permissions: ['webhook:read', 'webhook:manage'],
  } as const
  expect((await listWebhooks(desk, key, {})).items).toEqual([])
  await expect(someWebhook(desk, {}, key)).rejects.toThrow(/needs the permission/)
})

test('it is on record that it was made, for which events, and not its path, which may be a secret', async () => {
  const { id } = await someWebhook(desk, { address: `${receiver.url}/token-of-theirs` })
  const event = await desk.db
    .selectFrom('event')
    .select('data')
    .where('name', '=', 'webhook.created')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  expect(event?.data).toEqual({
    webhook: id,
    origin: receiver.url,
    events: ['ticket.received'],
    is_with_words: false,
  })
})

test('what is off is off once, and what is gone is not found', async () => {
  const { id: webhookId } = await someWebhook(desk)
  await expect(enableWebhook(desk, lead, { webhookId })).rejects.toThrow(/not switched off/)
  await disableWebhook(desk, lead, { webhookId })
  await expect(disableWebhook(desk, lead, { webhookId })).rejects.toThrow(/is switched off/)
  await expect(testWebhook(desk, lead, { webhookId })).rejects.toThrow(/switch it on first/)
  await deleteWebhook(desk, lead, { webhookId })
  await expect(enableWebhook(desk, lead, { webhookId })).rejects.toThrow(/no such webhook/)
  await expect(listWebhookDeliveries(desk, lead, { webhookId })).rejects.toThrow(/no such webhook/)
})

test('the log goes on where a page ended, all of it or by what became of them', async () => {
  const { id: webhookId } = await someWebhook(desk)
  for (let n = 0; n < 5; n++) await testWebhook(desk, lead, { webhookId })
  await workOff(desk)
  await testWebhook(desk, lead, { webhookId })
  const seen: string[] = []
  for (let cursor: string | undefined; ;) {
    const page = await listWebhookDeliveries(desk, lead, {
      webhookId,
      state: 'delivered',
      limit: 2,
      ...(cursor && { cursor }),
    })
    seen.push(...page.items.map(({ id }) => id))
    if (!page.next) break
    cursor = page.next
  }
  const delivered = (await deliveriesOf(desk, webhookId)).filter((row) => row.state === 'delivered')
  expect(seen.toSorted()).toEqual(delivered.map(({ id }) => id).toSorted())
  expect(seen).toHaveLength(5)
  await expect(
    listWebhookDeliveries(desk, lead, { webhookId, cursor: 'nonsense' }),
  ).rejects.toThrow(/not given by this list/)
})

test('a delivery is shown with the body that was sent', async () => {
  const { id: webhookId } = await someWebhook(desk)
  await someTicket(desk, lead)
  await workOff(desk)
  const [row] = await deliveriesOf(desk, webhookId)
  const shown = await getWebhookDelivery(desk, lead, { deliveryId: row!.id })
  expect(shown).toMatchObject({ webhookId, type: 'ticket.received', state: 'delivered' })
  expect(shown.body).toBe(receiver.received[0]!.body)
  await deleteWebhook(desk, lead, { webhookId })
  await expect(getWebhookDelivery(desk, lead, { deliveryId: row!.id })).rejects.toThrow(/no such/)
})

test('an endpoint that does not answer holds up no other', async () => {
  const dead = await startReceiver()
  dead.answer = () => undefined
  const both = { ...desk.config, webhookOrigins: [receiver.url, dead.url] }
  const wide = { ...desk, config: both }
  for (let n = 0; n < mostWebhooks - 1; n++) {
    await someWebhook(wide, { address: `${dead.url}/${n}` })
  }
  await someWebhook(wide)
  for (let n = 0; n < 3; n++) await someTicket(wide, lead)
  const worker = await startWorker({
    url: desk.url,
    db: desk.db,
    log: desk.log,
    tasks: { deliver_webhook: (payload) => deliverWebhook(wide, payload) },
    reactions: { tell_audience: (event: { id: string }) => queueDeliveries(wide, [event]) },
    schedule: [],
    concurrency: mostWebhooks,
  })
  try {
    // each that is dead holds its own worker, with the first of what it is told
    await until(() => dead.received.length === mostWebhooks - 1)
    await until(() => receiver.received.length === 3)
    expect(dead.received).toHaveLength(mostWebhooks - 1)
  } finally {
    dead.answer = answering(200)
    await worker.stop()
  }
})

test('how each goes is a figure', async () => {
  const { id } = await someWebhook(desk)
  await testWebhook(desk, lead, { webhookId: id })
  const registry = new Registry()
  const add = (figure: Gauge) => registry.registerMetric(figure)
  observeWebhooks({ metrics: { add }, db: desk.readDb })
  const text = await registry.metrics()
  const labels = `{webhook="${id}",host="${new URL(receiver.url).host}"}`
  expect(text).toContain(`firstline_webhook_on${labels} 1`)
  expect(text).toContain(`firstline_webhook_waiting${labels} 1`)
})
