import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { deviceCookie, knownDevice } from './known-device.ts'

const secret = 'a secret of thirty-two characters or more'
const place = { secret, config: { publicUrl: 'https://desk.example' } as never }

test('a browser is known for the person who signed in with it, and for nobody else', () => {
  const [cookie = ''] = deviceCookie(place, 'ada').split(';')
  expect(knownDevice(place, `x=1; ${cookie}`, 'ada')).toMatch(/^[\w-]{22}$/)
  expect(knownDevice(place, cookie, 'ben')).toBeNull()
  expect(knownDevice({ secret: `${secret}!` }, cookie, 'ada')).toBeNull()
})

test('what is signed with the root itself says nothing: each use has a key of its own', () => {
  const device = 'A'.repeat(22)
  for (const text of [`known-device:${device}:ada`, `${device}:ada`]) {
    const proof = createHmac('sha256', secret).update(text).digest('base64url')
    expect(knownDevice(place, `firstline.device=${device}.${proof}`, 'ada')).toBeNull()
  }
})
