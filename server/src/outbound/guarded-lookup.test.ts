import { lookup } from 'node:dns'
import type { LookupAddress } from 'node:dns'
import { expect, test, vi } from 'vitest'
import { callOut } from './call-out.ts'

// what a hostile name server answers cannot be had from a real one
vi.mock('node:dns', () => ({ lookup: vi.fn() }))

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

function answerWith(addresses: LookupAddress[]): void {
  vi.mocked(lookup).mockImplementation(((
    _name: string,
    _options: unknown,
    done: (error: null, found: LookupAddress[]) => void,
  ) => done(null, addresses)) as never)
}
