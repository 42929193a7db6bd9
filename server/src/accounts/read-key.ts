import type { RedisConnection } from '#server/connections/open-redis.ts'
import { UnfitKey, keyFor } from '#server/connections/redis-key.ts'
import type { Row } from '#server/connections/row-types.ts'
import { Unavailable } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import type { Source } from './load-sources.ts'

export type KeySource = Extract<Source, { kind: 'redis' }>

/** @throws Unavailable `source.unavailable` for a value that no key may have, and whatever the system says */
export async function readKey(
  connection: RedisConnection,
  source: KeySource,
  { externalId }: { externalId: string },
  params: Record<string, unknown>,
): Promise<{ rows: Row[]; hasMore: boolean }> {
  const { read, isJson, isLastFirst, timeoutMs, maxRows } = source
  const key = keyOf(source, { scope: { account_id: externalId }, params })
  // one row more than allowed, to know that there is more
  const limits = { timeoutMs, limit: maxRows + 1 }
  return { rows: await connection.read({ read, key, isJson, isLastFirst }, limits), hasMore: false }
}

/** What the system says to this read for an account that nobody has: no row is there. */
export async function probeKey(
  connection: RedisConnection,
  source: KeySource,
  timeoutMs: number,
): Promise<Row[]> {
  const nobody = 'firstline0check'
  const params = Object.fromEntries(Object.keys(source.params).map((name) => [name, nobody]))
  const asked = { ...source, timeoutMs }
  return (await readKey(connection, asked, { externalId: nobody }, params)).rows
}

function keyOf({ title, key }: KeySource, bindings: Record<string, unknown>): string {
  try {
    return keyFor(key, bindings)
  } catch (error) {
    if (!(error instanceof UnfitKey)) throw error
    throw new Unavailable('source.unavailable', sentence`“${title}” cannot be read: ${error.said}`)
  }
}
