import { setTimeout as pause } from 'node:timers/promises'
import type { Acme } from '#acme/acme.ts'
import { row } from '#acme/database/connect.ts'
import type { Fault } from '#acme/faults/kinds.ts'
import { makeFault } from '#acme/faults/make-fault.ts'
import { queueFirstMails } from '#acme/seed/first-mails.ts'
import { queueForSupport } from '#acme/mailbox/write-to-support.ts'

const firstCases: { fault: Fault; accountId?: string }[] = [
  { fault: 'export_failed', accountId: 'acc_northwnd' },
  { fault: 'mail_not_sent', accountId: 'acc_halden00' },
  { fault: 'email_suppressed' },
  { fault: 'webhook_stuck' },
  { fault: 'verification_lost' },
  { fault: 'cache_stale' },
]

/**
 * A young company's first live cases and the mails its customers write about them. Each is made once,
 * whatever interrupts it; the mails wait until support can be reached.
 */
export async function openFirstCases(acme: Acme, signal: AbortSignal): Promise<void> {
  const made = await row<{ cases: number }>(
    acme.pool,
    `select count(*)::int as cases from fault where detail ? 'contact'`,
  )
  const missing = firstCases.slice(made?.cases ?? 0)
  if (missing.length > 0) await untilTelemetryListens(acme, signal)
  for (const { fault, accountId } of missing) {
    if (signal.aborted) return
    const one = await makeFault(acme, fault, accountId)
    await queueForSupport(
      acme,
      {
        from: `"${one.contact.name}" <${one.contact.email}>`,
        ...one.complaint,
      },
      0,
    )
    acme.nudge()
  }
  if (!signal.aborted) await queueFirstMails(acme)
}

/** The logs of these cases are half of their story: better late than without them. */
async function untilTelemetryListens({ config }: Acme, signal: AbortSignal): Promise<void> {
  if (!config.otlp) return
  const deadline = Date.now() + 600_000
  while (Date.now() < deadline && !signal.aborted) {
    const answer = await fetch(config.otlp.endpoint, { signal: AbortSignal.timeout(2000) }).catch(
      () => null,
    )
    await answer?.body?.cancel()
    if (answer) return
    await pause(500, undefined, { signal }).catch(() => {})
  }
}
