import { days, later } from '#server/core/clock.ts'
import type { Clock } from '#server/core/clock.ts'
import type { Logger } from '#server/core/log.ts'
import type { TelemetryStore } from './store.ts'

type Needs = {
  telemetry: TelemetryStore
  clock: Clock
  log: Logger
  config: { telemetryRetentionDays: number }
}

/** Forgets whole days past the retention and makes room for the days ahead; harmless to repeat. */
export async function retainTelemetry({ telemetry, clock, log, config }: Needs): Promise<void> {
  const now = clock.now()
  const oldest = later(now, -config.telemetryRetentionDays * days)
  const { dropped } = await telemetry.retain(oldest, now)
  if (dropped > 0)
    log.info({ dropped, before: oldest.toISOString().slice(0, 10) }, 'old telemetry dropped')
}
