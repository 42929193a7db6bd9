/** The value of a `datetime-local` field for an instant, in the reader's time zone. */
export function localInputOf(at: string): string {
  const date = new Date(at)
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 16)
}

/** The instant such a field means; null while it holds no time. */
export function timeOfLocalInput(value: string): string | null {
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}
