import { Conflict } from '#server/core/errors.ts'
import { adoptNextKey, prepareNextKey } from './seal-key.ts'
import { keyPlaceOf, sealNext, sealRecord } from './seal-record.ts'
import type { SignedSeal } from './seal.ts'
import type { Desk } from '#server/core/verb.ts'

/**
 * Announces a new key in a seal signed by the old one; from the next seal on the new one signs.
 * @param reference where the new key is (`env:`, `file:`); made in the home folder when left out
 * @throws Conflict `seal.busy`
 */
export async function rotateKey(desk: Desk, reference?: string): Promise<SignedSeal> {
  const place = keyPlaceOf(desk)
  await sealRecord(desk)
  const next = prepareNextKey(place, reference)
  const signed = await sealNext(desk, next.publicKey)
  if (!signed) throw new Conflict('seal.busy', 'Another node is sealing now; try again in a moment')
  if (reference === undefined) adoptNextKey(place)
  return signed
}
