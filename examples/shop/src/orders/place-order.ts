import { readAddress, textAt } from '#shop/http/read-body.ts'
import { Refused } from '#shop/http/refused.ts'
import type { Answer, Call } from '#shop/http/call.ts'
import type { Shop } from '#shop/shop.ts'

/** The storefront's checkout: who buys is known by an address, as if they had signed in. */
export async function placeOrder(shop: Shop, { body }: Call): Promise<Answer> {
  const address = readAddress(body)
  const { street, city, postal_code, country } = address
  const { rows } = await shop.pool.query<{ order: string; customer: string }>(
    `insert into sales_order (customer_id, state, sku, quantity, street, city, postal_code, country)
     select c.id, 'packing', p.sku, 1, $3, $4, $5, $6
     from customer c, product p where c.email = $1 and p.sku = $2
     returning id as order, customer_id as customer`,
    [textAt(body, 'email'), textAt(body, 'sku'), street, city, postal_code, country],
  )
  const [placed] = rows
  if (!placed) throw new Refused(422, 'invalid', 'Nobody here has this address, or sells that')
  const isDoubtful = country === 'DE' && !/^\d{5}$/.test(postal_code)
  shop.counters.count('shop_checkouts_total', {
    customer_id: placed.customer,
    address: isDoubtful ? 'doubtful' : 'good',
  })
  if (isDoubtful) shop.log.tell('warn', 'postal code does not fit the country', placed)
  shop.log.tell('info', 'order placed', placed)
  return { status: 201, body: `{"order":{"id":${placed.order}}}` }
}
