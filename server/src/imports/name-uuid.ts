import { createHash } from 'node:crypto'

/** Names below this are Firstline's own: any fixed UUID would do. */
const namespace = Buffer.from('6f1c2b9e5d0a4c7783e24a9b1d7f3c58', 'hex')

/** The UUID that always belongs to a name: version 5 of RFC 9562, §5.5. */
export function nameUuid(name: string): string {
  const hash = createHash('sha1').update(namespace).update(name).digest()
  hash[6] = (hash[6]! & 0x0f) | 0x50
  hash[8] = (hash[8]! & 0x3f) | 0x80
  const hex = hash.toString('hex', 0, 16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
