/** An id of a trace or a span as it is written; null where it is none. */
export function hexOf(id: string | undefined, length: number): string | null {
  return id !== undefined && new RegExp(`^[0-9a-f]{${length}}$`).test(id) ? id : null
}
