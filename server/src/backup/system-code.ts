/** Of an error of the system: `ENOSPC` and the like; empty for any other. */
export function systemCodeOf(error: unknown): string {
  const isCoded = error instanceof Error && 'code' in error && typeof error.code === 'string'
  return isCoded ? String(error.code) : ''
}
