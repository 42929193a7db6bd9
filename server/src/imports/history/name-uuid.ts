import { hash } from 'node:crypto'
import { present } from '@firstline/contract/present'

/** Names below this are Firstline's own: any fixed UUID would do. */
const namespace = Buffer.from('6f1c2b9e5d0a4c7783e24a9b1d7f3c58', 'hex')

/** The UUID that always belongs to a name: version 5 of RFC 9562, §5.5. */
export function nameUuid(name: string): string {
  const bytes = Buffer.allocUnsafe(namespace.length + Buffer.byteLength(name))
  namespace.copy(bytes)
  bytes.write(name, namespace.length)
  const hex = hash('sha1', bytes, 'hex')
  const variant = ((Number.parseInt(present(hex[16]), 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
