import { days, later } from '#server/core/clock.ts'
import type { Desk } from '#server/core/verb.ts'
import type { WithTelemetry } from './store.ts'

/** Forgets whole days past the retention and makes room for the days ahead; harmless to repeat. */
export async function retainTelemetry({
  telemetry,
  clock,
  log,
  config,
}: Desk & WithTelemetry): Promise<void> {
  const now = clock.now()
  const oldest = later(now, -config.telemetryRetentionDays * days)
  const { dropped } = await telemetry.retain(oldest, now)
  if (dropped > 0)
    log.info({ dropped, before: oldest.toISOString().slice(0, 10) }, 'old telemetry dropped')
}
