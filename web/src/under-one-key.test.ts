import { ProblemError } from '@firstline/contract/client'
import { expect, test } from 'vitest'
import { underOneKey } from './under-one-key.ts'

const refusal = (status: number, reason: string) =>
  new ProblemError({ type: 'about:blank', title: 'Refused', status, reason })

/** Sends it with each outcome in turn. @returns the keys it went out under */
async function keysOf(change: string, outcomes: (Error | null)[], given?: string) {
  const keys: string[] = []
  for (const outcome of outcomes) {
    await underOneKey(change, given, async (key) => {
      keys.push(key)
      if (outcome) throw outcome
    }).catch(() => undefined)
  }
  return keys
}

test('a change whose answer did not come goes out again under the same key', async () => {
  const lost = [
    refusal(0, 'network.unreachable'),
    refusal(503, 'database.unavailable'),
    refusal(409, 'idempotency-key.running'),
    new DOMException('aborted', 'AbortError'),
    null,
  ]
  const keys = await keysOf('reply a', lost)
  expect(new Set(keys)).toHaveLength(1)
})

test('once it is answered the same change again is another', async () => {
  const keys = await keysOf('assign a', [null, null, refusal(409, 'ticket.void'), null])
  expect(new Set(keys)).toHaveLength(4)
})

test('another change has another key; one that is given is taken', async () => {
  const [first] = await keysOf('note a', [refusal(0, 'network.unreachable')])
  const [other] = await keysOf('note b', [null])
  expect(other).not.toBe(first)
  expect(await keysOf('note c', [null, null], 'given')).toEqual(['given', 'given'])
})
