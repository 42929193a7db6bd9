import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { deriveSecret } from '#server/core/derive-secret.ts'
import type { WithSecret } from '#server/core/settings.ts'
import type { Desk } from '#server/core/verb.ts'

const cookieName = 'firstline.device'
const lifetimeSeconds = 365 * 24 * 3600

/**
 * Set where somebody has signed in: tries from there are counted for themselves, so that a stranger
 * who guesses at the account cannot keep its owner out.
 */
export function deviceCookie(
  { secret, config }: WithSecret & Pick<Desk, 'config'>,
  userId: string,
): string {
  const device = randomBytes(16).toString('base64url')
  const flags = config.publicUrl.startsWith('https:') ? '; Secure' : ''
  const value = `${device}.${proofOf(secret, device, userId)}`
  return `${cookieName}=${value}; Path=/api/auth; Max-Age=${lifetimeSeconds}; HttpOnly; SameSite=Lax${flags}`
}

/** @returns null where this person has not signed in from there */
export function knownDevice(
  { secret }: WithSecret,
  cookies: string | undefined,
  userId: string,
): string | null {
  const match = /(?:^|;\s*)firstline\.device=([\w-]{22})\.([\w-]{43})(?:;|$)/.exec(cookies ?? '')
  const [, device, proof] = match ?? []
  if (!device || !proof) return null
  const expected = proofOf(secret, device, userId)
  return timingSafeEqual(Buffer.from(expected), Buffer.from(proof)) ? device : null
}

function proofOf(secret: string, device: string, userId: string): string {
  const key = deriveSecret(secret, 'known device')
  return createHmac('sha256', key).update(`${device}:${userId}`).digest('base64url')
}
