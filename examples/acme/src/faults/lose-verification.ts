import { randomInt } from 'node:crypto'
import type { Acme } from '#acme/acme.ts'
import type { Broken } from '#acme/faults/broken.ts'
import { firstNames, lastNames } from '#acme/seed/words.ts'
import { row } from '#acme/database/connect.ts'
import { newId } from '#acme/ids.ts'

/** Someone new signs up, and the outbox loses the mail that should verify the address. */
export async function loseVerification(acme: Acme, accountId: string): Promise<Broken> {
  const contact = await signUp(acme, accountId)
  const about = { accountId, attributes: { 'user.id': contact.id } }
  await acme.telemetry.trace('web', 'user.sign-up', about, async (activity) => {
    activity.log('INFO', `user ${contact.id} signed up`)
    activity.log('ERROR', `verification mail of user ${contact.id} not queued: outbox not ready`, {
      'error.type': 'outbox_not_ready',
    })
  })
  return { recordId: contact.id, contact }
}

async function signUp(acme: Acme, accountId: string) {
  const account = await row<{ domain: string }>(
    acme.pool,
    'select domain from account where id = $1',
    [accountId],
  )
  const first = firstNames[randomInt(firstNames.length)] ?? 'Robin'
  const last = lastNames[randomInt(lastNames.length)] ?? 'Example'
  const id = newId('usr')
  // The id's tail keeps the address unique whoever has signed up before.
  const email = `${first}.${last}.${id.slice(-4)}@${account?.domain}`.toLowerCase()
  await acme.pool.query(
    `insert into app_user (id, account_id, email, name, role) values ($1, $2, $3, $4, 'member')`,
    [id, accountId, email, `${first} ${last}`],
  )
  return { id, name: `${first} ${last}`, email }
}
