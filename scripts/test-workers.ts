import { availableParallelism } from 'node:os'

/** Test files wait for PostgreSQL more than they compute: three at once, also on two cores. */
export const maxWorkers = Math.max(3, availableParallelism() - 1)
