/** Two transactions waited for each other, or rows were changed since they were seen: one was rolled back. */
export function isOvertaken(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === '40001' || code === '40P01'
}

/** It has waited for a lock for as long as it was allowed to. */
export function isLocked(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '55P03' // lock_not_available
}
