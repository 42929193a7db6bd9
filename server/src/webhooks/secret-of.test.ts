import { expect, test } from 'vitest'
import { secretOf, signatureHeaders } from './secret-of.ts'

test('what is signed is what Standard Webhooks signs', () => {
  // the vector of the specification's own libraries
  const headers = signatureHeaders(['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'], {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    at: new Date(1_614_265_330_000),
    body: '{"test": 2432232314}',
  })
  expect(headers).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  })
})

test('a secret is its endpoint’s alone, and another desk’s is another', () => {
  const [root, other] = ['r'.repeat(40), 'o'.repeat(40)]
  expect(secretOf(root, 'a')).toMatch(/^whsec_[\w+/]{43}=$/)
  expect(secretOf(root, 'a')).toBe(secretOf(root, 'a'))
  expect(new Set([secretOf(root, 'a'), secretOf(root, 'b'), secretOf(other, 'a')]).size).toBe(3)
})
