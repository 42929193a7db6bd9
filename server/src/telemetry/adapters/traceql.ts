/**
 * TraceQL for the traces that have a span of one account. All that is not of the project's own file is a
 * quoted text in it, or the digits of a number.
 * @throws Error for an account without a name
 */
export function traceqlFor(
  accountFields: readonly string[],
  account: string,
  { isFailed }: { isFailed: boolean },
): string {
  // an attribute that is not there is nothing to compare with
  if (account === '') throw new Error('An account without an id has no traces')
  // an attribute that is a number is another value than its digits
  const values = [traceqlText(account), ...(/^(?:0|[1-9]\d{0,17})$/.test(account) ? [account] : [])]
  const places = accountFields.flatMap((field) =>
    ['span', 'resource'].map((scope) => `${scope}.${attribute(field)}`),
  )
  const owned = places.flatMap((place) => values.map((value) => `${place} = ${value}`))
  const failed = isFailed ? ' && { status = error }' : ''
  return `{ ${owned.join(' || ')} }${failed} with (most_recent=true)`
}

/** A text of TraceQL, which is one of Go: it reads what JSON writes. */
function traceqlText(text: string): string {
  return JSON.stringify(text)
}

function attribute(name: string): string {
  return /^[A-Za-z_][\w.-]*$/.test(name) ? name : traceqlText(name)
}
