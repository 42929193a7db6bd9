import type { Sentence } from '@firstline/contract/sentence'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { deriveSecret } from '#server/core/derive-secret.ts'
import { Conflict, Invalid } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'

const Claims = z.object({
  /** Of the preview: one preview confirms one run. */
  id: z.uuid(),
  ticketId: z.uuid(),
  accountId: z.uuid(),
  /** Who may confirm it: who asked for it. */
  actor: z.string(),
  action: z.string(),
  definition: z.string(),
  input: z.record(z.string(), z.unknown()),
  /** Fingerprint of what was read. */
  reads: z.string(),
  expiresAt: z.iso.datetime(),
})
/** What a preview promised, and to whom. */
export type PreviewClaims = z.infer<typeof Claims>

export function signPreview(secret: string, claims: PreviewClaims): string {
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url')
  return `${payload}.${macOf(secret, payload)}`
}

/** @throws Invalid `action.preview-invalid`, Conflict `action.preview-stale` when it has expired */
export function readPreview(secret: string, token: string, now: Date): PreviewClaims {
  const [payload = '', mac = '', ...rest] = token.split('.')
  if (rest.length > 0 || !isSame(mac, macOf(secret, payload))) {
    throw new Invalid('action.preview-invalid', 'This is not a preview of ours: look at it again')
  }
  const claims = Claims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()))
  if (now.getTime() >= Date.parse(claims.expiresAt))
    throw stale(sentence`it is older than 5 minutes`)
  return claims
}

export function stale(why: Sentence): Conflict {
  return new Conflict(
    'action.preview-stale',
    sentence`Nothing was done. The preview no longer holds: ${why}. Look at it again.`,
  )
}

/** A key of its own, so that no other signature of the product is ever a preview. */
function macOf(secret: string, payload: string): string {
  const key = deriveSecret(secret, 'action preview')
  return createHmac('sha256', key).update(`action-preview.${payload}`).digest('base64url')
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
