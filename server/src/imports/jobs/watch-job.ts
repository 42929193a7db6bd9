import { sql } from 'kysely'
import type { Desk } from '#server/core/verb.ts'
import { createMeter } from './meter.ts'
import type { Measured } from './meter.ts'

/** Why a job ends that a person has stopped. */
export class Stopped extends Error {}

export type Watch = ReturnType<typeof watchJob>

const writtenEveryMs = 700

/** Writes the progress down now and then, and reads whether a person wants it to stop. */
export function watchJob({ db, clock, log }: Desk, { id }: { id: string }) {
  const stopping = new AbortController()
  const measure = createMeter()
  let progress: object | null = null
  const tell = async () => {
    const { rows } = await sql<{ wantsStop: boolean }>`
      update import_job
      set progress = coalesce(${progress && JSON.stringify(progress)}::jsonb, progress),
        updated_at = ${clock.now()}
      where id = ${id} returning wants_stop as "wantsStop"`.execute(db)
    if (rows[0]?.wantsStop) stopping.abort(new Stopped('A person stopped it'))
  }
  let telling = Promise.resolve()
  const timer = setInterval(() => {
    telling = tell().catch((error: unknown) =>
      log.debug({ err: String(error) }, 'no progress told'),
    )
  }, writtenEveryMs)
  const began = Date.now()
  return {
    signal: stopping.signal,
    onProgress: (told: Parameters<typeof measure>[0]) => {
      progress = measure(told) satisfies Measured
    },
    onFetched: (rows: number, total: number | null) => {
      const rowsPerSecond = rows / Math.max(0.001, (Date.now() - began) / 1000)
      const secondsLeft = total === null ? null : Math.max(0, total - rows) / rowsPerSecond
      const share = total ? Math.min(1, rows / total) : null
      progress = { phase: 'fetching', rows, share, rowsPerSecond, secondsLeft }
    },
    async end() {
      clearInterval(timer)
      await telling
    },
  }
}
