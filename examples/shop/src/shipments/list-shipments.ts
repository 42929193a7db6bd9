import type { Answer, Call } from '#shop/http/call.ts'
import { wholeNumberOf } from '#shop/http/whole-number-of.ts'
import type { Shop } from '#shop/shop.ts'

const perPage = 10

/** A plain list; where more follow, the header Link says where. */
export async function listShipments({ pool }: Shop, { query }: Call): Promise<Answer> {
  const page = Math.max(1, Number(wholeNumberOf(query, 'page') ?? 1))
  const customer = wholeNumberOf(query, 'customer_id')
  const { rows } = await pool.query<{ told: string }>(
    `select json_build_object(
       'id', s.id, 'carrier', s.carrier, 'state', s.state, 'handed_over_at', s.handed_over_at,
       'order', json_build_object('id', o.id, 'customer_id', o.customer_id)
     )::text as told
     from shipment s join sales_order o on o.id = s.order_id
     where $1::bigint is null or o.customer_id = $1
     order by s.id desc limit $2 offset $3`,
    [customer, perPage + 1, (page - 1) * perPage],
  )
  const next = new URLSearchParams({
    ...(customer === null ? {} : { customer_id: customer }),
    page: String(page + 1),
  })
  return {
    status: 200,
    body: `[${rows
      .slice(0, perPage)
      .map(({ told }) => told)
      .join()}]`,
    headers:
      rows.length > perPage ? { link: `</admin/shipments?${next.toString()}>; rel="next"` } : {},
  }
}
