import { createPublicKey, sign, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { present } from '@firstline/contract/present'
import { z } from 'zod'
import { canonicalJson } from './canonical.ts'
import { sha256 } from './merkle.ts'

/** Memory while sealing and verifying is bounded by this. */
export const mostEventsOfSeal = 65_536

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const Count = z.int().min(0)
const Digits = z.string().regex(/^\d{1,20}$/)

/** Where an event stands: transaction ids order the record, ids order within a transaction. */
const Position = z.strictObject({ xid: Digits, id: Digits })
export type Position = z.infer<typeof Position>

export const SealBody = z.strictObject({
  format: z.literal('firstline.seal/1'),
  /** Names the record: a seal of another desk does not fit. */
  record: z.uuid(),
  number: z.int().min(1),
  /** SHA-256 of the seal before as a signed line; zeros before the first. */
  previous: Hash,
  epoch: z.int().min(1),
  last: Position,
  size: Count.max(mostEventsOfSeal),
  /** Events sealed so far, with these. */
  total: Count,
  /** Merkle root of the events' leaf hashes. */
  root: Hash,
  sealed_at: z.string(),
  /** Ed25519 public keys, 32 bytes each. */
  key: Hash,
  /** Announced by its predecessor: signs from the next seal on. */
  next_key: Hash.nullable(),
})
export type SealBody = z.infer<typeof SealBody>

export const SignedSeal = z.strictObject({
  seal: SealBody,
  signature: z.string().regex(/^[0-9a-f]{128}$/),
})
export type SignedSeal = z.infer<typeof SignedSeal>

export const beforeFirst = '0'.repeat(64)

export function signSeal(body: SealBody, key: KeyObject): SignedSeal {
  const signature = sign(null, Buffer.from(canonicalJson(body)), key).toString('hex')
  return { seal: body, signature }
}

/** By the key that the seal itself names; whether that is the right key is another question. */
export function isSigned({ seal, signature }: SignedSeal): boolean {
  const message = Buffer.from(canonicalJson(seal))
  try {
    return verify(null, message, publicKeyOf(seal.key), Buffer.from(signature, 'hex'))
  } catch {
    return false // no point of the curve
  }
}

/** The line that is chained, anchored and exported. */
export function lineOf({ seal, signature }: SignedSeal): string {
  return canonicalJson({ seal, signature })
}

export function hashOfSeal(signed: SignedSeal): string {
  return sha256(Buffer.from(lineOf(signed))).toString('hex')
}

function publicKeyOf(hex: string): KeyObject {
  const x = Buffer.from(hex, 'hex').toString('base64url')
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
}

export function hexOfKey(key: KeyObject): string {
  return Buffer.from(present(key.export({ format: 'jwk' }).x), 'base64url').toString('hex')
}

/** What people compare: the first 16 digits of the SHA-256 of the public key. */
export function keyIdOf(publicKey: string): string {
  return sha256(Buffer.from(publicKey, 'hex')).toString('hex').slice(0, 16)
}
