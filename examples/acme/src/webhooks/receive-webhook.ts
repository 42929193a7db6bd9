import { row } from '#acme/database/connect.ts'
import type { Database } from '#acme/database/connect.ts'

/** Stands for the customer's system: keeps what arrives and answers as that endpoint does. */
export async function receiveWebhook(
  database: Database,
  endpointId: string,
  deliveryId: string,
  body: unknown,
): Promise<number> {
  const endpoint = await row<{ account_id: string; answers: number }>(
    database,
    'select account_id, answers from webhook_endpoint where id = $1',
    [endpointId],
  )
  if (!endpoint) return 404
  if (endpoint.answers < 300) {
    await database.query(
      `insert into webhook_receipt (account_id, endpoint_id, delivery_id, body) values ($1, $2, $3, $4)`,
      [endpoint.account_id, endpointId, deliveryId, JSON.stringify(body)],
    )
  }
  return endpoint.answers
}
