/** Two transactions waited for each other, or rows were changed since they were seen: one was rolled back. */
export function isOvertaken(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === '40001' || code === '40P01'
}
