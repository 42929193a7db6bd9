import { messageOf } from './errors.ts'

/**
 * Connection refused or reset, no resources left, the server shutting down or starting up (SQLSTATE
 * 08, 53, 57P); sign-in wraps such an error in its own.
 */
export function isDatabaseGone(error: unknown): boolean {
  const { code, cause, syscall } = error as { code?: unknown; cause?: unknown; syscall?: unknown }
  return (
    (code === 'ENOENT' && syscall === 'connect') ||
    /^(ECONNREFUSED|ECONNRESET|EPIPE|57P0\d|(08|53)\w{3})$/.test(String(code)) ||
    /Connection terminated|timeout exceeded when trying to connect|not queryable/.test(
      messageOf(error),
    ) ||
    (cause instanceof Error && isDatabaseGone(cause))
  )
}
