import { setTimeout } from 'node:timers/promises'
import type { Pool } from 'pg'
import type { Log } from '#shop/telemetry/log.ts'

export type Worker = { wake(): void; stop(): Promise<void> }

type Working = { pool: Pool; log: Log; jobMs: number }

/** One job after another. What a shop that ended has left undone is taken up again. */
export function startWorker(working: Working): Worker {
  const leaving = new AbortController()
  const work = async () => {
    try {
      while (await workNextJob(working, leaving.signal)) continue
    } catch (error) {
      if (!leaving.signal.aborted) process.stderr.write(`jobs: ${String(error)}\n`)
    }
  }
  let last = work()
  return {
    wake: () => void (last = last.then(work)),
    async stop() {
      leaving.abort()
      await last
    },
  }
}

/** @returns whether there was one */
async function workNextJob({ pool, log, jobMs }: Working, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return false
  const { rows } = await pool.query<{ id: string; order: string; customer: string }>(
    `update job set status = 'running' from sales_order o
     where o.id = job.order_id
       and job.id = (select id from job where status in ('queued', 'running') order by id limit 1)
     returning job.id, job.order_id as order, o.customer_id as customer`,
  )
  const [job] = rows
  if (!job) return false
  await setTimeout(jobMs, undefined, { signal })
  const { rowCount } = await pool.query(
    `with done as (
       update sales_order o set street = j.address ->> 'street', city = j.address ->> 'city',
         postal_code = j.address ->> 'postal_code', country = j.address ->> 'country'
       from job j where j.id = $1 and o.id = j.order_id and o.state in ('placed', 'packing')
       returning o.id
     )
     update job set status = case when exists (select from done) then 'succeeded' else 'failed' end,
       error = case when exists (select from done) then null else 'The parcel has left' end
     where id = $1`,
    [job.id],
  )
  const { order, customer } = job
  log.tell('info', 'address correction worked', { order, customer })
  return rowCount === 1
}
