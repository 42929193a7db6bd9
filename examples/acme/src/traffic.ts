import type { Acme } from '#acme/acme.ts'
import { row } from '#acme/database/connect.ts'
import { requestExport } from '#acme/exports/request-export.ts'

/** Now and then some customer exports something: the system is alive, and so are its logs. */
export function startTraffic(acme: Acme): { stop(): void } {
  if (acme.config.trafficSeconds === 0) return { stop: () => {} }
  const timer = setInterval(() => {
    exportForSomebody(acme).catch((error: Error) =>
      process.stderr.write(`${JSON.stringify({ level: 'warn', traffic: error.message })}\n`),
    )
  }, acme.config.trafficSeconds * 1000)
  return { stop: () => clearInterval(timer) }
}

/** Never for an account with a case: its last export should stay the one the case is about. */
async function exportForSomebody(acme: Acme): Promise<void> {
  const user = await row<{ account_id: string; email: string }>(
    acme.pool,
    `select u.account_id, u.email from app_user u
     where u.verified_at is not null
       and not exists (select from fault f where f.account_id = u.account_id)
     order by random() limit 1`,
  )
  if (!user) return
  const sizeMb = Math.round(10 ** (Math.random() * 2) * 10) / 10
  await requestExport(acme.pool, { accountId: user.account_id, requestedBy: user.email, sizeMb })
  acme.nudge()
}
