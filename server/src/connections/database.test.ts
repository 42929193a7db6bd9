import { expect, test } from 'vitest'
import { readWith } from './database.ts'
import type { Session } from './database.ts'

/** A moment after it was asked. */
const atOnce = -499

test('a connection that is cut while it rolls back is given back once, and what had failed is said', async () => {
  const refused = new Error('there is no such column')
  const cut = Promise.withResolvers<never>()
  let released = 0
  const session: Session = {
    begin: () => Promise.resolve(),
    run: () => Promise.reject(refused),
    commit: () => Promise.resolve(),
    rollback: () => cut.promise,
    // as pools do
    release() {
      if (++released > 1) throw new Error('It was given back already')
    },
    cut() {
      this.release(true)
      cut.reject(new Error('cut'))
    },
    isAnswer: () => true,
  }
  const reading = readWith(session, { text: '', names: [] }, {}, { timeoutMs: atOnce, limit: 1 })
  await expect(reading).rejects.toBe(refused)
  expect(released).toBe(1)
})
