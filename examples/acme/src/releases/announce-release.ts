import type { Acme } from '#acme/acme.ts'
import { row } from '#acme/database/connect.ts'
import type { Release } from '#acme/releases/record-release.ts'

export async function announceNextRelease(acme: Acme): Promise<boolean> {
  const webhook = acme.config.deployWebhook
  if (!webhook) return false
  const release = await claimRelease(acme)
  if (!release) return false
  const response = await fetch(webhook.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(webhook.token ? { authorization: `Bearer ${webhook.token}` } : {}),
    },
    body: JSON.stringify({
      service: release.service,
      version: release.version,
      at: release.at,
      environment: 'production',
      author: release.author,
      summary: release.summary,
      url: `${acme.address.http}/releases#release-${release.id}`,
    }),
    signal: AbortSignal.timeout(5000),
  }).catch(() => null) // unreachable: the claim has moved the next try, nothing is lost
  await response?.body?.cancel()
  if (!response?.ok) return true
  await acme.pool.query('update release set announced_at = now() where id = $1', [release.id])
  return true
}

/** Oldest first; each try moves the next one away: 2, 4, 8 … at most 60 s. */
function claimRelease({ pool }: Acme): Promise<Release | undefined> {
  return row<Release>(
    pool,
    `update release
     set attempts = attempts + 1,
         next_attempt_at = now() + make_interval(secs => least(60, 2 ^ least(attempts + 1, 6)))
     where id = (
       select id from release where announced_at is null and next_attempt_at <= now()
       order by at, id limit 1 for update skip locked)
     returning id, service, version, author, summary, at`,
  )
}
