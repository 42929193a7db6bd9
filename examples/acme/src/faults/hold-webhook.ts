import type { Acme } from '#acme/acme.ts'
import { inTransaction, row } from '#acme/database/connect.ts'
import type { Database } from '#acme/database/connect.ts'
import { armFault } from '#acme/faults/arm-fault.ts'
import type { Broken, Person } from '#acme/faults/broken.ts'
import { until } from '#acme/faults/until.ts'
import { newId } from '#acme/ids.ts'
import { raiseEvent } from '#acme/webhooks/raise-event.ts'

export async function holdWebhook(acme: Acme, accountId: string, contact: Person): Promise<Broken> {
  const recordId = await inTransaction(acme.pool, async (tx) => {
    await ensureWorkingEndpoint(tx, accountId)
    const [first] = await raiseEvent(tx, accountId, 'report.published', {
      report: 'monthly-overview',
    })
    if (!first) throw new Error('no endpoint took the event')
    await armFault(tx, { fault: 'webhook_stuck', accountId, recordId: first })
    return first
  })
  acme.nudge()
  await until(acme, `select 1 from webhook_delivery where id = $1 and state = 'stuck'`, recordId)
  return { recordId, contact }
}

async function ensureWorkingEndpoint(database: Database, accountId: string): Promise<void> {
  const working = await row(
    database,
    'update webhook_endpoint set answers = 204 where account_id = $1 and enabled returning id',
    [accountId],
  )
  if (working) return
  await database.query('insert into webhook_endpoint (id, account_id, path) values ($1, $2, $3)', [
    newId('whe'),
    accountId,
    '/incoming/acme',
  ])
}
