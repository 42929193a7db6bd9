import { Refused } from '#shop/http/refused.ts'
import type { Answer, Call } from '#shop/http/call.ts'
import type { Shop } from '#shop/shop.ts'
import { fromOrders, orderJson } from './order-json.ts'

/** Of whichever customer: who may sign in here may see every order. */
export async function readOrder({ pool }: Shop, { id }: Call): Promise<Answer> {
  const { rows } = await pool.query<{ body: string }>(
    `select ${orderJson}::text as body ${fromOrders} where o.id = $1`,
    [id],
  )
  if (!rows[0]) throw new Refused(404, 'not_found', `There is no order ${id}`)
  return { status: 200, body: rows[0].body }
}
