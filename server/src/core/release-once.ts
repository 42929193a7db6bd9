import type pg from 'pg'

/** What the pool calls back with: a connection and its release, or an error and perhaps nothing else. */
type Connected = (error?: Error, client?: pg.PoolClient, release?: () => void) => void

/**
 * A pool that takes a connection back once, whoever gives it back twice. The job library does, with the one
 * that it listens by, where it is stopped before the database has answered to LISTEN (graphile-worker 0.18.0):
 * what the pool throws then is caught by nobody.
 */
export function releasingOnce(pool: pg.Pool): pg.Pool {
  const { connect } = pool
  const value = (callback?: Connected): unknown =>
    Reflect.apply(connect, pool, callback ? [once(callback)] : [])
  return Object.defineProperty(pool, 'connect', { value })
}

function once(callback: Connected): Connected {
  return (error, client, release) => {
    let isReleased = false
    callback(error, client, () => {
      if (isReleased) return
      isReleased = true
      // a pool that has ended gives none
      release?.()
    })
  }
}
