import { createHmac } from 'node:crypto'
import { deriveSecret } from '#server/core/derive-secret.ts'

/** Of an address that was erased: without the desk's secret nobody can try addresses against it. */
export function addressHash(secret: string, email: string): Buffer {
  return createHmac('sha256', deriveSecret(secret, 'erased address'))
    .update(email.trim().toLowerCase())
    .digest()
}
