import type { PoolClient } from 'pg'
import type { Change, Target } from '#acme/admin/change.ts'
import { row } from '#acme/database/connect.ts'
import { lockExport } from '#acme/exports/queries.ts'
import { conflict } from '#acme/refused.ts'
import { lockUser } from '#acme/users/queries.ts'

// An address is never typed: it is the one of an export's requester or of a user of the account.

export async function suppressEmail(tx: PoolClient, target: Target): Promise<Change> {
  return suppress(tx, target.accountId, (await lockExport(tx, target)).requested_by)
}

export async function suppressUser(tx: PoolClient, target: Target): Promise<Change> {
  return suppress(tx, target.accountId, (await lockUser(tx, target)).email)
}

export async function unsuppressEmail(tx: PoolClient, target: Target): Promise<Change> {
  return unsuppress(tx, target.accountId, (await lockExport(tx, target)).requested_by)
}

export async function unsuppressUser(tx: PoolClient, target: Target): Promise<Change> {
  return unsuppress(tx, target.accountId, (await lockUser(tx, target)).email)
}

async function suppress(tx: PoolClient, accountId: string, address: string): Promise<Change> {
  const added = await row(
    tx,
    `insert into email_suppression (account_id, address, reason) values ($1, lower($2), 'manual')
     on conflict do nothing returning address`,
    [accountId, address],
  )
  if (!added) throw conflict(`${address} is suppressed already`)
  return {
    summary: `No more email to ${address}`,
    changes: [{ record: address, field: 'suppressed', from: false, to: true }],
  }
}

async function unsuppress(tx: PoolClient, accountId: string, address: string): Promise<Change> {
  const removed = await row(
    tx,
    'delete from email_suppression where account_id = $1 and address = lower($2) returning address',
    [accountId, address],
  )
  if (!removed) throw conflict(`${address} is not suppressed`)
  return {
    summary: `Email to ${address} is allowed again`,
    changes: [{ record: address, field: 'suppressed', from: true, to: false }],
  }
}
