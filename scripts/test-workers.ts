import { availableParallelism } from 'node:os'

/** Test files wait for PostgreSQL more than they compute: three at once, also on two cores. */
export const maxWorkers = Math.max(3, availableParallelism() - 1)

/**
 * What runs one after another, and mostly waits, comes first: the journeys have begun then and need the
 * other core. At the end nothing would be left to run beside it.
 */
export const order = { alone: { groupOrder: 1 }, others: { groupOrder: 2 } }

/** A busy machine takes its time. What never comes is said by what is waited for, so that has less. */
export const patience = {
  testTimeout: 300_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 120_000 } },
}
