import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { eventually, until } from '#server/testing/eventually.ts'
import { killable } from '#server/testing/processes/killable.ts'
import { someTicket } from '#server/tickets/testing/factory.ts'
import { queueDeliveries } from './queue-deliveries.ts'
import { deliveriesOf, someWebhook, webhookDesk } from './testing/desk.ts'
import { answering } from './testing/receiver.ts'

const script = fileURLToPath(new URL('./testing/deliver-process.ts', import.meta.url))
const processes = killable(script)
const desk = await webhookDesk()
const { receiver } = desk

beforeEach(async () => {
  await desk.db.deleteFrom('webhook_delivery').execute()
  await desk.db.deleteFrom('webhook').execute()
  receiver.received = []
})
const startProcess = () => processes.start(desk.url, receiver.url, desk.secret)

/** As worker-life.ts does with what a dead worker held. */
async function giveBack(): Promise<void> {
  await sql`
    select graphile_worker.force_unlock_workers(array(
      select distinct locked_by from graphile_worker._private_jobs where locked_by is not null))
  `.execute(desk.db)
}

/** All that the reactions of what has happened enqueue. */
async function react(): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select max(id)::text as id from event where name = 'ticket.received'`.execute(desk.db)
  await queueDeliveries(desk, rows)
}

test('a desk that is killed before it calls delivers afterwards', async () => {
  const { id } = await someWebhook(desk)
  await someTicket(desk, desk.lead)
  await react()
  expect(await deliveriesOf(desk, id)).toMatchObject([{ state: 'waiting', attempts: 0 }])
  await startProcess()
  await eventually(async () =>
    expect(await deliveriesOf(desk, id)).toMatchObject([{ state: 'delivered', attempts: 1 }]),
  )
  expect(receiver.received).toHaveLength(1)
})

test('one that is killed while it calls delivers once more, under the same id', async () => {
  receiver.answer = () => undefined
  const { id } = await someWebhook(desk)
  await someTicket(desk, desk.lead)
  await react()
  const first = await startProcess()
  await until(() => receiver.received.length === 1)
  await processes.kill(first)
  expect(await deliveriesOf(desk, id)).toMatchObject([{ state: 'waiting', attempts: 0 }])
  receiver.answer = answering(204)
  await giveBack()
  await startProcess()
  await eventually(async () =>
    expect(await deliveriesOf(desk, id)).toMatchObject([{ state: 'delivered', attempts: 1 }]),
  )
  const own = (await deliveriesOf(desk, id))[0]!.id.replaceAll('-', '')
  const ids = receiver.received.map(({ headers }) => headers['webhook-id'])
  expect(ids).toEqual([`msg_${own}`, `msg_${own}`])
})
