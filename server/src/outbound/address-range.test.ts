import type { lookup } from 'node:dns'
import { expect, test } from 'vitest'
import { isReachable } from './address-range.ts'
import { callOut, guardedLookup } from './call-out.ts'

/** What a person in a browser may never have the server call, by the registry that sets it apart. */
const notPublic: Record<string, readonly string[]> = {
  'this network': ['0.0.0.0', '0.1.2.3'],
  'private (RFC 1918)': [
    '10.0.0.1',
    '10.255.255.255',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
  ],
  'carrier-grade NAT': ['100.64.0.1', '100.127.255.255'],
  loopback: ['127.0.0.1', '127.255.0.1', '::1'],
  unspecified: ['::'],
  'local link': ['169.254.0.1', '169.254.169.254', 'fe80::1', 'fe80::1%eth0', 'febf::1'],
  'IETF protocols': ['192.0.0.1', '192.0.0.170', '192.0.0.192'],
  documentation: ['192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '3fff::1'],
  'anycast relays': ['192.88.99.1'],
  benchmarking: ['198.18.0.1', '198.19.255.255', '2001:2::1'],
  multicast: ['224.0.0.1', '239.255.255.255', 'ff02::1', 'ff0e::1'],
  'reserved and broadcast': ['240.0.0.1', '255.255.255.254', '255.255.255.255'],
  'unique local': ['fc00::1', 'fd00:ec2::254', 'fdff::1', 'fd12::1%1'],
  'site local': ['fec0::1'],
  'clouds that answer by a public number': ['168.63.129.16'],
  mapped: [
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
    '::ffff:169.254.169.254',
    '0:0:0:0:0:ffff:a9fe:a9fe',
  ],
  compatible: ['::10.0.0.1', '::127.0.0.1', '::a9fe:a9fe', '::8.8.8.8'],
  translated: ['::ffff:0:10.0.0.1', '::ffff:0:8.8.8.8'],
  NAT64: ['64:ff9b::10.0.0.1', '64:ff9b::a9fe:a9fe', '64:ff9b::7f00:1', '64:ff9b::8.8.8.8'],
  'local NAT64': ['64:ff9b:1::10.0.0.1', '64:ff9b:1:fffe::7f00:1', '64:ff9b:1:a00:0:100::'],
  '6to4': ['2002:7f00:1::', '2002:a00:1::1', '2002:a9fe:a9fe::1', '2002:808:808::1'],
  Teredo: ['2001:0:7f00:1::1', '2001::80ff:fffe', '2001:0:808:808:0:0:f5ff:fffe'],
  ORCHID: ['2001:10::1', '2001:20::1'],
  'discard only': ['100::1'],
  'segment routing': ['5f00::1'],
  'numbers the system would read': ['2130706433', '0x7f000001', '0177.0.0.1', '0x7f.1', '127.1'],
  'what is no address': [
    '',
    'localhost',
    '1.2.3.4.5',
    '1.2.3.4 ',
    ':::',
    '256.1.1.1',
    '::ffff:1.2.3.256',
  ],
}

for (const [range, addresses] of Object.entries(notPublic)) {
  test(`a person in a browser cannot have called: ${range}`, () => {
    for (const address of addresses)
      expect([address, isReachable(address, 'public')]).toEqual([address, false])
  })
}

test('addresses of the open internet are reachable', () => {
  for (const address of [
    '1.1.1.1',
    '8.8.8.8',
    '172.15.0.1',
    '172.32.0.1',
    '100.63.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '2a00:1450::1',
  ])
    expect([address, isReachable(address, 'public')]).toEqual([address, true])
})

test('what runs the desk may declare a private address, in no form the local link or metadata', () => {
  for (const address of ['10.0.0.1', '192.168.1.1', 'fd12::1', '100.64.0.1', '64:ff9b::10.0.0.1'])
    expect([address, isReachable(address, 'declared')]).toEqual([address, true])
  for (const address of [
    '169.254.169.254', '::ffff:169.254.169.254', '64:ff9b::169.254.169.254', '64:ff9b:1::a9fe:a9fe',
    '2002:a9fe:a9fe::1', '2001:0:a9fe:a9fe::1', '2001::5601:5601', 'fd00:ec2::254', '224.0.0.1', 'ff02::1',
    'fe80::1', '100.100.100.200', '2a00::5efe:a9fe:a9fe', 'fd00:ec2::23', 'FD00:0EC2:0::0023', 'fd20:ce::254',
    'fd00:c1::a9fe:a9fe',
  ]) expect([address, isReachable(address, 'declared')]).toEqual([address, false]) // prettier-ignore
})

test('a foreign name that resolves to this machine is refused, whatever stands for it', () => {
  for (const address of [
    '127.0.0.1',
    '::1',
    '0.0.0.0',
    '::',
    '::ffff:127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001::80ff:fffe',
  ]) {
    expect([address, isReachable(address, 'declared')]).toEqual([address, false])
    expect([address, isReachable(address, 'public', true)]).toEqual([address, false])
  }
  expect(isReachable('127.0.0.1', 'declared', true)).toBe(true)
})

/** A name server of an attacker: each look-up answers the next list. */
function answering(...lists: string[][]): typeof lookup {
  const answer = (_: string, __: object, done: (error: null, found: object[]) => void) => {
    const list = lists.length > 1 ? lists.shift()! : lists[0]!
    done(
      null,
      list.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  }
  return answer as typeof lookup
}

function lookedUp(lists: string[][], reach: 'public' | 'declared' = 'public'): Promise<string> {
  const resolve = guardedLookup('name.example', reach, answering(...lists))
  return new Promise((settle) =>
    resolve('name.example', { all: false }, (error, address) =>
      settle(error ? `refused: ${error.message}` : String(address)),
    ),
  )
}

test('one private address among public ones refuses the name', async () => {
  expect(await lookedUp([['93.184.216.34']])).toBe('93.184.216.34')
  expect(await lookedUp([['93.184.216.34', '10.0.0.1']])).toMatch(
    /^refused: name\.example resolves/,
  )
  expect(await lookedUp([['2606:4700::1111', '::ffff:10.0.0.1']])).toMatch(/^refused/)
})

test('what is connected to is what was checked: there is one look-up', async () => {
  expect(await lookedUp([['93.184.216.34'], ['127.0.0.1']])).toBe('93.184.216.34')
})

test.each([
  'http://2130706433/', 'http://0x7f.1/', 'http://0177.0.0.1/', 'http://127.1/', 'http://[::ffff:127.0.0.1]/',
  'http://localhost/', 'http://10.0.0.1/', 'http://[fd12::1]/', 'http://[64:ff9b::10.0.0.1]/', 'http://0/',
])('%s is not called for a person in a browser', async (address) => {
  await expect(callOut(address, { timeoutMs: 5_000, reach: 'public' })).rejects.toMatchObject({
    reason: 'outbound.forbidden',
  })
}) // prettier-ignore
