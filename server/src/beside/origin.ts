/** No wildcard and no path: a header takes it as it is. */
const plain = /^https?:\/\/(?:[a-z0-9-]+(?:\.[a-z0-9-]+)*|\[[0-9a-f:]+\])(?::[0-9]{1,5})?$/

export function isOrigin(text: string): boolean {
  return plain.test(text) && originOf(text) === text
}

/** Of an address; null where it has none that a header could name. */
export function originOf(address: string): string | null {
  const origin = URL.parse(address)?.origin
  return origin !== undefined && plain.test(origin) ? origin : null
}
