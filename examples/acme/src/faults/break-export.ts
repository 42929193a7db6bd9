import type { Acme } from '#acme/acme.ts'
import { inTransaction } from '#acme/database/connect.ts'
import { requestExport } from '#acme/exports/request-export.ts'
import { armFault } from '#acme/faults/arm-fault.ts'
import type { Broken, Person } from '#acme/faults/broken.ts'
import { until } from '#acme/faults/until.ts'

export function failExport(acme: Acme, accountId: string, contact: Person): Promise<Broken> {
  return runBroken(acme, accountId, contact, 'export_failed', `status = 'failed'`)
}

export function loseExportMail(acme: Acme, accountId: string, contact: Person): Promise<Broken> {
  return runBroken(acme, accountId, contact, 'mail_not_sent', `status = 'completed'`)
}

/** Held since three quarters of an hour: long enough that waiting is no answer any more. */
export async function holdExport(acme: Acme, accountId: string, contact: Person): Promise<Broken> {
  const held = `status = 'running' and lease_until = 'infinity'`
  const broken = await runBroken(acme, accountId, contact, 'export_stuck', held)
  await acme.pool.query(
    `update export_job set created_at = created_at - interval '47 minutes',
       queued_at = queued_at - interval '47 minutes', started_at = started_at - interval '46 minutes'
     where id = $1`,
    [broken.recordId],
  )
  return broken
}

/** An earlier mail bounced, so the one about this export is held back. */
export async function suppressRecipient(
  acme: Acme,
  accountId: string,
  contact: Person,
): Promise<Broken> {
  await acme.pool.query(
    `insert into email_suppression (account_id, address, reason, since)
     values ($1, lower($2), 'bounced', now() - interval '2 days') on conflict do nothing`,
    [accountId, contact.email],
  )
  const request = { accountId, requestedBy: contact.email, sizeMb: 3.2 }
  const recordId = await requestExport(acme.pool, request)
  acme.nudge()
  await until(
    acme,
    `select 1 from email_delivery where export_id = $1 and state = 'suppressed'`,
    recordId,
  )
  return { recordId, contact }
}

async function runBroken(
  acme: Acme,
  accountId: string,
  contact: Person,
  fault: string,
  happened: string,
): Promise<Broken> {
  const recordId = await inTransaction(acme.pool, async (tx) => {
    const id = await requestExport(tx, { accountId, requestedBy: contact.email, sizeMb: 4.8 })
    await armFault(tx, { fault, accountId, recordId: id })
    return id
  })
  acme.nudge()
  await until(acme, `select 1 from export_job where id = $1 and ${happened}`, recordId)
  return { recordId, contact }
}
