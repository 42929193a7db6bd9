import { AsyncLocalStorage } from 'node:async_hooks'

const inside = new AsyncLocalStorage<true>()

/** All that `work` begins counts as within the transaction. */
export function asTransaction<Result>(work: () => Promise<Result>): Promise<Result> {
  return inside.run(true, work)
}

/**
 * What takes its time is asked around a verb, never within its transaction: that holds locks and a
 * connection, and PostgreSQL ends one that does nothing for half a minute.
 * @throws Error where a transaction is open: a fault of ours
 */
export function refuseInTransaction(what: string): void {
  if (inside.getStore()) throw new Error(`${what} is waited for within a transaction`)
}
