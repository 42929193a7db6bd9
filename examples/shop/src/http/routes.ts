import { readJob } from '#shop/jobs/read-job.ts'
import { correctAddress } from '#shop/orders/correct-address.ts'
import { listOrders } from '#shop/orders/list-orders.ts'
import { placeOrder } from '#shop/orders/place-order.ts'
import { readOrder } from '#shop/orders/read-order.ts'
import { listShipments } from '#shop/shipments/list-shipments.ts'
import type { Answer, Call } from './call.ts'
import type { Shop } from '#shop/shop.ts'

type Route = { method: 'GET' | 'POST'; path: RegExp; run(shop: Shop, call: Call): Promise<Answer> }

/** What is below /admin/ asks for user and password. */
export const routes: readonly Route[] = [
  { method: 'GET', path: /^\/admin\/orders$/, run: listOrders },
  { method: 'GET', path: /^\/admin\/orders\/(?<id>\d{1,19})$/, run: readOrder },
  { method: 'POST', path: /^\/admin\/orders\/(?<id>\d{1,19})\/address$/, run: correctAddress },
  { method: 'GET', path: /^\/admin\/shipments$/, run: listShipments },
  { method: 'GET', path: /^\/admin\/jobs\/(?<id>\d{1,19})$/, run: readJob },
  { method: 'POST', path: /^\/store\/orders$/, run: placeOrder },
  { method: 'GET', path: /^\/metrics$/, run: async ({ counters }) => counters.scraped() },
]
