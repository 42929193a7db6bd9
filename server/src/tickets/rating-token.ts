import { createHmac, timingSafeEqual } from 'node:crypto'
import { deriveSecret } from '#server/core/derive-secret.ts'
import { NotFound } from '#server/core/errors.ts'

/** Bound to one resolution and signed with the installation's secret; nothing is stored. */
export function ratingTokenOf(resolutionId: string, secret: string): string {
  return joined(resolutionId, signatureOf(resolutionId, deriveSecret(secret, 'rating link')))
}

/**
 * Links of mails from before each use had a key of its own are signed with the secret itself.
 * @throws NotFound `rating.link-invalid`: the same for a wrong form and a wrong signature
 */
export function readRatingToken(token: string, secret: string): string {
  const [key = '', signature = ''] = token.split('.')
  const resolutionId = uuidOf(Buffer.from(key, 'base64url'))
  const given = Buffer.from(signature, 'base64url')
  const isOurs = [deriveSecret(secret, 'rating link'), secret].some((key) => {
    // comparing the whole token too: base64url has several spellings of the same bytes
    const wanted = signatureOf(resolutionId, key)
    const isSame = given.length === wanted.length && timingSafeEqual(given, wanted)
    return isSame && token === joined(resolutionId, wanted)
  })
  if (!isOurs) {
    throw new NotFound('rating.link-invalid', 'This link is not complete; use the one in the mail')
  }
  return resolutionId
}

function joined(resolutionId: string, signature: Buffer): string {
  return `${bytesOf(resolutionId).toString('base64url')}.${signature.toString('base64url')}`
}

function signatureOf(resolutionId: string, key: Buffer | string): Buffer {
  return createHmac('sha256', key).update(`rating:${resolutionId}`).digest()
}

function bytesOf(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex')
}

function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
}
