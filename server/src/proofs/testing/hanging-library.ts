import pg from 'pg'

/**
 * Loaded before a node: on SIGUSR2 no connection is handed out any more by the pools that run jobs
 * then. So the job library waits for what never comes, as it does when its database dies in the wrong
 * moment (graphile/worker #592): nothing fails and nothing ends.
 */
const pools = new Set<pg.Pool>()
const hung = new WeakSet<pg.Pool>()

pg.Pool.prototype.connect = new Proxy(pg.Pool.prototype.connect, {
  apply(connect, pool: pg.Pool, given: unknown[]): unknown {
    if (pool.options.application_name === 'firstline jobs') pools.add(pool)
    return hung.has(pool) ? new Promise(() => undefined) : Reflect.apply(connect, pool, given)
  },
})

process.on('SIGUSR2', () => {
  for (const pool of pools) hung.add(pool)
})
