import { deriveSecret } from '#server/core/derive-secret.ts'
import { Unavailable } from '#server/core/errors.ts'
import { sealText, unsealText } from '#server/core/secret-box.ts'

/** Readable only with the desk's secret: a copy of the database alone does not tell the key. */
export function seal(secret: string, text: string): string {
  return sealText(keyOf(secret), text)
}

/** @throws Unavailable when the desk's secret is another one now */
export function unseal(secret: string, sealed: string): string {
  const text = unsealText(keyOf(secret), sealed)
  if (text !== null) return text
  throw new Unavailable(
    'import.key-unreadable',
    'The secret of the desk has changed since the key was entered: enter the key again',
  )
}

function keyOf(secret: string): Buffer {
  return deriveSecret(secret, 'import key')
}
