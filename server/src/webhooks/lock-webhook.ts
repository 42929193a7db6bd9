import type { Transaction } from 'kysely'
import { Conflict, NotFound } from '#server/core/errors.ts'
import type { DB } from '#server/database/db-types.ts'

/** @throws NotFound `webhook.not-found` */
export async function lockWebhook(tx: Transaction<DB>, id: string) {
  const row = await tx
    .selectFrom('webhook')
    .select(['id', 'address', 'secret_id as secretId', 'off_at as offAt'])
    .select('old_secret_until as oldSecretUntil')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw noWebhook()
  return row
}

export function noWebhook(): NotFound {
  return new NotFound('webhook.not-found', 'There is no such webhook; read the list again')
}

/** @throws Conflict `webhook.disabled` */
export function refuseDisabled({ offAt }: { offAt: Date | null }): void {
  if (offAt)
    throw new Conflict('webhook.disabled', 'This webhook is switched off; switch it on first')
}
