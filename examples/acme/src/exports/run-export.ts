import { randomBytes } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { Acme } from '#acme/acme.ts'
import { inTransaction, row, rows } from '#acme/database/connect.ts'
import { writeCsv } from '#acme/exports/write-csv.ts'
import { meetFault } from '#acme/faults/meet-fault.ts'
import { queueEmail } from '#acme/mail/queue-email.ts'
import type { Activity } from '#acme/telemetry/telemetry.ts'
import { raiseEvent } from '#acme/webhooks/raise-event.ts'

type Job = { id: string; account_id: string; requested_by: string; attempts: number }

const readTimeoutMs = 400

export async function runNextExport(acme: Acme): Promise<boolean> {
  const job = await claimExport(acme)
  if (!job) return false
  const about = { accountId: job.account_id, attributes: { 'export.id': job.id } }
  await acme.telemetry.trace('exports', 'export.run', about, (activity) =>
    attemptExport(acme, job, activity),
  )
  acme.nudge() // the mail and the webhook it made
  return true
}

/** Queued ones, and running ones whose worker has gone silent. */
function claimExport({ pool, workerId, config }: Acme): Promise<Job | undefined> {
  return row<Job>(
    pool,
    `update export_job
     set status = 'running', attempts = attempts + 1, started_at = now(), lease_owner = $1,
         lease_until = now() + make_interval(secs => $2)
     where id = (
       select id from export_job
       where status = 'queued' or (status = 'running' and lease_until < now())
       order by queued_at limit 1 for update skip locked)
     returning id, account_id, requested_by, attempts`,
    [workerId, config.leaseSeconds],
  )
}

async function attemptExport(acme: Acme, job: Job, activity: Activity): Promise<void> {
  const lease = keepLease(acme, job)
  try {
    await acme.pool.query('update export_job set trace_id = $2 where id = $1', [
      job.id,
      activity.traceId,
    ])
    activity.log('INFO', `export ${job.id} started, attempt ${job.attempts}`)
    const fault = await meetFault(acme.pool, job.id)
    if (fault === 'export_stuck') return await leaveHanging(acme, job, activity)
    const csv = await activity.step('export.read-users', () =>
      readUsers(acme, job, fault === 'export_failed'),
    )
    await activity.step('export.write-file', () =>
      completeExport(acme, job, csv, activity, { losesMail: fault === 'mail_not_sent' }),
    )
  } catch (error) {
    await giveUp(acme, job, error, activity)
  } finally {
    clearInterval(lease)
  }
}

function keepLease({ pool, workerId, config }: Acme, job: Job): NodeJS.Timeout {
  return setInterval(
    () => {
      pool
        .query(
          `update export_job set lease_until = now() + make_interval(secs => $3)
           where id = $1 and lease_owner = $2 and status = 'running' and lease_until < 'infinity'`,
          [job.id, workerId, config.leaseSeconds],
        )
        .catch((error: Error) =>
          process.stderr.write(
            `${JSON.stringify({ level: 'warn', lease: job.id, error: error.message })}\n`,
          ),
        )
    },
    (config.leaseSeconds * 1000) / 3,
  )
}

/** The reporting database answers within its time or not at all; slow is how it fails. */
async function readUsers(acme: Acme, job: Job, isSlow: boolean): Promise<string> {
  return inTransaction(acme.pool, async (tx) => {
    const users = await rows<{ id: string; name: string; email: string; role: string }>(
      tx,
      'select id, name, email, role from app_user where account_id = $1 order by name, id',
      [job.account_id],
    )
    await tx.query(`set local statement_timeout = ${readTimeoutMs}`)
    if (isSlow) await tx.query('select pg_sleep(30)')
    return writeCsv(['id', 'name', 'email', 'role'], users)
  })
}

async function completeExport(
  acme: Acme,
  job: Job,
  csv: string,
  activity: Activity,
  defect: { losesMail: boolean },
): Promise<void> {
  const bytes = Buffer.from(csv, 'utf8')
  const completed = await inTransaction(acme.pool, async (tx) => {
    if (!(await markCompleted(tx, acme, job, bytes.length))) return false
    await tx.query(
      `insert into export_file (export_id, account_id, csv) values ($1, $2, $3)
       on conflict (export_id) do update set csv = excluded.csv`,
      [job.id, job.account_id, bytes],
    )
    if (!defect.losesMail) await queueExportEmail(tx, job, activity)
    await raiseEvent(tx, job.account_id, 'export.completed', {
      export_id: job.id,
      bytes: bytes.length,
    })
    return true
  })
  if (!completed)
    return activity.log('WARN', `export ${job.id} was cancelled or taken over meanwhile`)
  activity.log('INFO', `export ${job.id} completed, ${bytes.length} bytes`)
  // The defect of release 4.2: the outbox may be gone when the job is handed over, and it is dropped.
  if (defect.losesMail) {
    activity.log('WARN', `outbox not ready, handover of mail job dropped for export ${job.id}`, {
      'service.version': '4.2',
    })
  }
}

/** Only the holder of the lease may finish it: a cancelled or taken-over job stays as it is. */
async function markCompleted(
  tx: PoolClient,
  acme: Acme,
  job: Job,
  bytes: number,
): Promise<boolean> {
  const done = await row(
    tx,
    `update export_job
     set status = 'completed', finished_at = now(), error_code = null, bytes = $3,
         download_token = $4, lease_owner = null, lease_until = null
     where id = $1 and lease_owner = $2 and status = 'running' returning id`,
    [job.id, acme.workerId, bytes, randomBytes(18).toString('base64url')],
  )
  return done !== undefined
}

async function queueExportEmail(tx: PoolClient, job: Job, activity: Activity): Promise<void> {
  const email = await queueEmail(tx, {
    accountId: job.account_id,
    recipient: job.requested_by,
    kind: 'export_ready',
    exportId: job.id,
    traceparent: activity.traceparent,
  })
  if (email.state === 'suppressed') {
    activity.log('WARN', `email ${email.id} not sent: recipient is suppressed`, {
      'email.id': email.id,
    })
  } else {
    activity.log('INFO', `email ${email.id} queued`, { 'email.id': email.id })
  }
}

/** The worker is gone, its lease is not: nobody takes the job over and nobody finishes it. */
async function leaveHanging(acme: Acme, job: Job, activity: Activity): Promise<void> {
  await acme.pool.query(
    `update export_job set lease_until = 'infinity' where id = $1 and lease_owner = $2`,
    [job.id, acme.workerId],
  )
  activity.log('WARN', `export ${job.id} waits for the report snapshot lock`, {
    'lock.name': 'report_snapshot',
  })
}

async function giveUp(acme: Acme, job: Job, error: unknown, activity: Activity): Promise<void> {
  const isTimeout = (error as { code?: string }).code === '57014'
  const errorCode = isTimeout ? 'warehouse_timeout' : 'internal_error'
  const message = error instanceof Error ? error.message : String(error)
  activity.log('ERROR', `export ${job.id} failed: ${errorCode}: ${message}`, {
    'error.type': errorCode,
    'export.attempt': job.attempts,
  })
  await acme.pool.query(
    `update export_job
     set status = 'failed', finished_at = now(), error_code = $3, lease_owner = null, lease_until = null
     where id = $1 and lease_owner = $2 and status = 'running'`,
    [job.id, acme.workerId, errorCode],
  )
}
