import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Kysely, Transaction } from 'kysely'
import type { Clock } from './clock.ts'
import { days, later } from './clock.ts'
import type { DB } from '#server/database/db-types.ts'
import { Conflict, Invalid } from './errors.ts'

/** A request that its caller has given a key: it is done once, however often it comes. */
export type KeyedRequest = {
  actor: string
  route: string
  key: string
  /** Of what is asked: the same key with something else is a mistake of the caller. */
  fingerprint: Buffer
  /** The answer holds a secret: only that it was done is kept. */
  isAnswerSecret: boolean
}

/** The same key came with another request: neither is what the caller wants. Not one of the six kinds. */
export class KeyReused extends Error {
  readonly reason = 'idempotency-key.reused'
}

const running = 'idempotency-key.running'
const keptMs = days

/** Visible ASCII; as a structured field it stands in quotes (draft-ietf-httpapi-idempotency-key-header). */
const form = /^(?:"([\x21\x23-\x5b\x5d-\x7e]{1,200})"|([\x21\x23-\x2b\x2d-\x5b\x5d-\x7e]{1,200}))$/

/** @throws Invalid */
export function readKey(header: string): string {
  const [, quoted, bare] = form.exec(header) ?? []
  const key = quoted ?? bare
  if (key !== undefined) return key
  throw new Invalid(
    'idempotency-key.malformed',
    'An Idempotency-Key is one string of 1 to 200 visible characters, best a UUID',
  )
}

/** Under a secret: what is asked may be a password, whose hash alone could be guessed. */
export function fingerprintOf(secret: Buffer, input: object): Buffer {
  return createHmac('sha256', secret).update(JSON.stringify(input)).digest()
}

/**
 * The answer that was given, as it was written; null: nobody has asked before.
 * @throws KeyReused, or Conflict when the answer was not kept
 */
export async function findAnswer(db: Kysely<DB>, asked: KeyedRequest): Promise<string | null> {
  const row = await db
    .selectFrom('request_key')
    .select(['fingerprint', 'answer'])
    .where('actor', '=', asked.actor)
    .where('route', '=', asked.route)
    .where('key', '=', asked.key)
    .executeTakeFirst()
  if (!row) return null
  if (!row.fingerprint.equals(asked.fingerprint)) {
    throw new KeyReused(
      'This Idempotency-Key was used for another request, which was done. Nothing was done now',
    )
  }
  if (row.answer !== null) return row.answer
  throw new Conflict(
    'idempotency-key.answer-not-kept',
    'This was done when it was first asked. Its answer holds a secret and was shown once: make a new one if nobody has it',
  )
}

/**
 * The first statement of the transaction that does it. Of several at once one goes on; the others do
 * not wait, as each would hold a connection.
 * @throws Conflict
 */
export async function claimKey(
  tx: Transaction<DB>,
  { actor, route, key, fingerprint }: KeyedRequest,
  now: Date,
): Promise<void> {
  const { rows } = await sql`
    with mine as materialized (
      select pg_try_advisory_xact_lock(hashtextextended(${`${actor} ${route} ${key}`}, 0)) as is_held
    )
    insert into request_key (actor, route, key, fingerprint, at)
    select ${actor}, ${route}, ${key}, ${fingerprint}, ${now} from mine where is_held
    on conflict do nothing returning 1`.execute(tx)
  if (rows.length === 1) return
  throw new Conflict(running, 'The same request is being done: ask again for its answer', {
    retryAfterSeconds: 1,
  })
}

/** Part of the statement that ends the transaction. @param answer as it is written */
export function keepAnswer({ actor, route, key }: KeyedRequest, answer: string) {
  return sql`update request_key set answer = ${answer}
    where actor = ${actor} and route = ${route} and key = ${key}`
}

/** Whether it was refused only because another of the same was faster. */
export function isRunning(error: unknown): boolean {
  return error instanceof Conflict && error.reason === running
}

/** Of which nobody asks any more, a bounded number at a time. */
export async function forgetRequestKeys(
  desk: { db: Kysely<DB>; clock: Clock },
  batch = 5_000,
): Promise<void> {
  const before = later(desk.clock.now(), -keptMs)
  for (let gone = batch; gone === batch;) {
    const { numAffectedRows } = await sql`
      delete from request_key where ctid = any (array(
        select ctid from request_key where at < ${before} limit ${batch}))`.execute(desk.db)
    gone = Number(numAffectedRows)
  }
}
