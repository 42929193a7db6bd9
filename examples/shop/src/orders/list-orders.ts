import type { Answer, Call } from '#shop/http/call.ts'
import { wholeNumberOf } from '#shop/http/whole-number-of.ts'
import type { Shop } from '#shop/shop.ts'
import { fromOrders, orderJson } from './order-json.ts'

/** Newest first; `meta.next_cursor` is the last one's id where more follow. */
export async function listOrders({ pool }: Shop, { query }: Call): Promise<Answer> {
  const asked = (name: string) => wholeNumberOf(query, name)
  const limit = Math.min(Number(asked('limit') ?? 20), 50)
  const { rows } = await pool.query<{ body: string }>(
    `with found as (
       select o.id, ${orderJson} as told ${fromOrders}
       where ($1::bigint is null or o.customer_id = $1) and ($2::bigint is null or o.id < $2)
         and ($4::bigint is null or o.id = $4)
       order by o.id desc limit $3::int + 1
     ), page as (select * from found order by id desc limit $3)
     select json_build_object(
       'orders', coalesce((select json_agg(told order by id desc) from page), '[]'),
       'meta', json_build_object('next_cursor',
         case when (select count(*) from found) > $3::int then (select min(id)::text from page) end)
     )::text as body`,
    [asked('customer_id'), asked('cursor'), limit, asked('id')],
  )
  return { status: 200, body: rows[0]?.body ?? '' }
}
