import { hkdfSync } from 'node:crypto'

/** What the desk's one secret is used for; a label that changes makes void what was made with it. */
export type SecretUse =
  | 'sign-in'
  | 'rating link'
  | 'action preview'
  | 'import key'
  | 'request key'
  | 'identity provider'
  | 'known device'
  | 'erased address'
  | `webhook ${string}`

/**
 * A key of its own for each use (HKDF, RFC 5869): what is signed or sealed for one is never valid for
 * another, and who learns one learns neither the root nor the others.
 */
export function deriveSecret(root: string, use: SecretUse): Buffer {
  return Buffer.from(hkdfSync('sha256', root, '', `firstline ${use}`, 32))
}
