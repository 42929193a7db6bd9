import { readAddress } from '#shop/http/read-body.ts'
import { Refused } from '#shop/http/refused.ts'
import type { Answer, Call } from '#shop/http/call.ts'
import { jobJson } from '#shop/jobs/read-job.ts'
import type { Shop } from '#shop/shop.ts'

/** Not done yet: a job that the warehouse comes to, which may still say no. */
export async function correctAddress(shop: Shop, { id, body }: Call): Promise<Answer> {
  const address = readAddress(body)
  const { rows } = await shop.pool.query<{ state: string; customer: string }>(
    'select state, customer_id as customer from sales_order where id = $1',
    [id],
  )
  const [order] = rows
  if (!order) throw new Refused(404, 'not_found', `There is no order ${id}`)
  if (!['placed', 'packing'].includes(order.state)) {
    throw new Refused(409, 'too_late', `Order ${id} is ${order.state}`)
  }
  const made = await shop.pool.query<{ id: string; body: string }>(
    `insert into job (order_id, address) values ($1, $2) returning id, ${jobJson}::text as body`,
    [id, JSON.stringify(address)],
  )
  const [job] = made.rows
  if (!job) throw new Error(`no job was made for order ${id}`)
  shop.log.tell('info', 'address correction queued', { customer: order.customer, order: id })
  shop.wake()
  return { status: 202, body: job.body, headers: { location: `/admin/jobs/${job.id}` } }
}
