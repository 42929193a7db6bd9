import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { deriveSecret } from './derive-secret.ts'
import type { SecretUse } from './derive-secret.ts'

const root = 'a secret of thirty-two characters or more'
const uses: Record<SecretUse, string> = {
  'sign-in': '',
  'rating link': '',
  'action preview': '',
  'import key': '',
  'request key': '',
  'identity provider': '',
  'known device': '',
  'erased address': '',
}

/** RFC 5869 by hand: extract, then one block of expand. */
function byHand(use: string): string {
  const extracted = createHmac('sha256', Buffer.alloc(32)).update(root).digest()
  const block = Buffer.concat([Buffer.from(`firstline ${use}`), Buffer.from([1])])
  return createHmac('sha256', extracted).update(block).digest('hex')
}

test('each use has its own key, always the same, that does not show the root', () => {
  const names = Object.keys(uses) as SecretUse[]
  const keys = names.map((use) => deriveSecret(root, use).toString('hex'))
  expect(keys).toEqual(names.map(byHand))
  expect(new Set(keys).size).toBe(names.length)
  expect(deriveSecret(`${root}!`, 'sign-in').toString('hex')).not.toBe(keys[0])
})
