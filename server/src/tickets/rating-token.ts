import { createHmac, timingSafeEqual } from 'node:crypto'
import { NotFound } from '#server/core/errors.ts'

/** Bound to one resolution and signed with the installation's secret; nothing is stored. */
export function ratingTokenOf(resolutionId: string, secret: string): string {
  return `${bytesOf(resolutionId).toString('base64url')}.${signatureOf(resolutionId, secret).toString('base64url')}`
}

/** @throws NotFound `rating.link-invalid`: the same for a wrong form and a wrong signature */
export function readRatingToken(token: string, secret: string): string {
  const [key = '', signature = ''] = token.split('.')
  const resolutionId = uuidOf(Buffer.from(key, 'base64url'))
  const given = Buffer.from(signature, 'base64url')
  const wanted = signatureOf(resolutionId, secret)
  // comparing the whole token too: base64url has several spellings of the same bytes
  const isSame = given.length === wanted.length && timingSafeEqual(given, wanted)
  if (!isSame || token !== ratingTokenOf(resolutionId, secret)) {
    throw new NotFound('rating.link-invalid', 'This link is not complete; use the one in the mail')
  }
  return resolutionId
}

function signatureOf(resolutionId: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(`rating:${resolutionId}`).digest()
}

function bytesOf(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex')
}

function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
}
