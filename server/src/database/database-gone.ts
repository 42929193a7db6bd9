import { messageOf } from '#server/core/errors.ts'
import { NoAnswer } from '#server/core/within.ts'

/**
 * Connection refused or reset, no resources left, the server shutting down or starting up (SQLSTATE
 * 08, 53, 57P), a transaction that had waited for too long (25P03, 25P04), no answer at all; sign-in
 * wraps such an error in its own.
 */
export function isDatabaseGone(error: unknown): boolean {
  const { code, cause, syscall } = error as { code?: unknown; cause?: unknown; syscall?: unknown }
  return (
    error instanceof NoAnswer ||
    (code === 'ENOENT' && syscall === 'connect') ||
    /^(ECONNREFUSED|ECONNRESET|EPIPE|57P0\d|25P0[34]|(08|53)\w{3})$/.test(String(code)) ||
    /Connection terminated|timeout exceeded when trying to connect|not queryable/.test(
      messageOf(error),
    ) ||
    (cause instanceof Error && isDatabaseGone(cause))
  )
}

/**
 * The database went away while it was told to keep what was done: nobody knows whether it did. A failing
 * database is the cause, so it is gone (isDatabaseGone) as well.
 */
export class OutcomeUnknown extends Error {
  constructor(cause: Error) {
    super(`nobody knows whether it was kept: ${messageOf(cause)}`, { cause })
  }
}

/** One statement took longer than anybody should wait: the server has ended it (57014). */
export function isTooSlow(error: unknown): boolean {
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  return code === '57014' || (cause instanceof Error && isTooSlow(cause))
}
