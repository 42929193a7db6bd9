import { scrypt } from 'node:crypto'
import { expect, test } from 'vitest'

test('a product that hashes passwords more cheaply than it should is noticed by the tests', async () => {
  const hash = (N: number) =>
    new Promise((done) => scrypt('one', 'salt', 64, { N, r: 16, p: 1, maxmem: 2 ** 26 }, done))
  expect(await hash(16_384)).toBeNull()
  expect(() => scrypt('one', 'salt', 64, { N: 8_192, r: 16 }, () => undefined)).toThrow(
    'too cheaply',
  )
})
