import dns from 'node:dns'
import type { LookupAddress } from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import { afterAll, expect, test } from 'vitest'
import { callOut } from './call-out.ts'

const { lookup } = dns
afterAll(() => answerBy(lookup))

test.each([
  '127.0.0.1',
  '::1',
  '0.0.0.0',
  '169.254.169.254',
  '::ffff:127.0.0.1',
  '100.100.100.200',
])('a foreign name that resolves to %s is refused', async (address) => {
  answerWith([
    { address: '203.0.113.7', family: 4 },
    { address, family: address.includes(':') ? 6 : 4 },
  ])
  await expect(callOut('http://status.example', { timeoutMs: 500 })).rejects.toMatchObject({
    reason: 'outbound.forbidden',
  })
})

/** What a hostile name server answers cannot be had from a real one. */
function answerWith(addresses: LookupAddress[]): void {
  const answer = (
    _name: string,
    _options: unknown,
    done: (error: null, found: LookupAddress[]) => void,
  ) => done(null, addresses)
  answerBy(answer as never)
}

function answerBy(answer: typeof lookup): void {
  dns.lookup = answer
  syncBuiltinESMExports()
}
