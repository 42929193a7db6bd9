import { createHash } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import type { Change } from '#acme/admin/change.ts'
import { inTransaction, row } from '#acme/database/connect.ts'
import { Refused } from '#acme/refused.ts'

export type Answer = { replayed: boolean; body: Change & { dry_run: boolean } }

type Call = {
  request: string
  isDryRun: boolean
  idempotencyKey: string | undefined
  run: (tx: PoolClient) => Promise<Change>
}

export function runOperation(pool: Pool, call: Call): Promise<Answer> {
  return call.isDryRun ? rehearse(pool, call) : execute(pool, call)
}

class Rehearsed extends Error {
  readonly change: Change
  constructor(change: Change) {
    super('rehearsed')
    this.change = change
  }
}

/** A dry run does the very thing and takes it back, so what it says is what would happen. */
async function rehearse(pool: Pool, call: Call): Promise<Answer> {
  try {
    return await inTransaction(pool, async (tx) => {
      throw new Rehearsed(await call.run(tx))
    })
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error
    return { replayed: false, body: { dry_run: true, ...error.change } }
  }
}

/**
 * The key is stored in the transaction of the change: both are there or neither is. A second call
 * with the same key waits for the first to end. A refusal is not kept: nothing happened, and the
 * same request may well be granted later.
 */
function execute(pool: Pool, call: Call): Promise<Answer> {
  return inTransaction(pool, async (tx) => {
    const key = call.idempotencyKey
    if (key === undefined)
      return { replayed: false, body: { dry_run: false, ...(await call.run(tx)) } }
    const hash = createHash('sha256').update(call.request).digest('hex')
    const isFirst = await row(
      tx,
      `insert into idempotency_key (key, request_hash) values ($1, $2)
       on conflict do nothing returning key`,
      [key, hash],
    )
    if (!isFirst) return { replayed: true, body: await storedAnswer(tx, key, hash) }
    const body = { dry_run: false, ...(await call.run(tx)) }
    await tx.query('update idempotency_key set status = 200, response = $2 where key = $1', [
      key,
      JSON.stringify(body),
    ])
    return { replayed: false, body }
  })
}

async function storedAnswer(tx: PoolClient, key: string, hash: string): Promise<Answer['body']> {
  const stored = await row<{ request_hash: string; response: Answer['body'] }>(
    tx,
    'select request_hash, response from idempotency_key where key = $1',
    [key],
  )
  if (!stored || stored.request_hash !== hash) {
    throw new Refused(422, 'Key used already', 'This Idempotency-Key belongs to another request')
  }
  return stored.response
}
