import type { Acme } from '#acme/acme.ts'
import type { Broken, Person } from '#acme/faults/broken.ts'
import { newId } from '#acme/ids.ts'

/** The nightly refresh gave up on this account; its figures stay as they were. */
export async function staleCache(acme: Acme, accountId: string, contact: Person): Promise<Broken> {
  await acme.telemetry.trace('web', 'cache.refresh', { accountId }, async (activity) => {
    const { rowCount } = await acme.pool.query(
      `update cache_entry set stale = true, refreshed_at = now() - interval '9 hours'
       where account_id = $1`,
      [accountId],
    )
    activity.log('ERROR', `refresh of ${rowCount} cached figures gave up: version conflict`, {
      'error.type': 'version_conflict',
    })
  })
  return { recordId: accountId, contact }
}

export async function breakSession(
  acme: Acme,
  accountId: string,
  contact: Person,
): Promise<Broken> {
  const recordId = newId('ses')
  const about = { accountId, attributes: { 'session.id': recordId, 'user.id': contact.id } }
  await acme.telemetry.trace('web', 'session.load', about, async (activity) => {
    await acme.pool.query(
      `insert into user_session (id, account_id, user_id, state, device, error_code, trace_id, created_at)
       values ($1, $2, $3, 'broken', 'Firefox on Windows', 'session_key_rotated', $4, now() - interval '3 days')`,
      [recordId, accountId, contact.id, activity.traceId],
    )
    activity.log('ERROR', `session ${recordId} cannot be read: it was signed with a retired key`, {
      'error.type': 'session_key_rotated',
    })
  })
  return { recordId, contact }
}
