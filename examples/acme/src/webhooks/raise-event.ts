import { newId } from '#acme/ids.ts'
import { rows } from '#acme/database/connect.ts'
import type { Database } from '#acme/database/connect.ts'

/** One delivery for each endpoint of the account that is switched on. */
export async function raiseEvent(
  database: Database,
  accountId: string,
  event: string,
  payload: Record<string, unknown>,
): Promise<string[]> {
  const endpoints = await rows<{ id: string }>(
    database,
    'select id from webhook_endpoint where account_id = $1 and enabled order by id',
    [accountId],
  )
  const deliveries = endpoints.map((endpoint) => ({ id: newId('whd'), endpointId: endpoint.id }))
  for (const delivery of deliveries) {
    await database.query(
      `insert into webhook_delivery (id, account_id, endpoint_id, event, payload)
       values ($1, $2, $3, $4, $5)`,
      [delivery.id, accountId, delivery.endpointId, event, JSON.stringify(payload)],
    )
  }
  return deliveries.map((delivery) => delivery.id)
}
