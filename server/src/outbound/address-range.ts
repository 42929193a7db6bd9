import { present } from '@firstline/contract/present'
import ipaddr from 'ipaddr.js'
import type { IPv4, IPv6 } from 'ipaddr.js'

/**
 * Who named the address decides how far a call may reach. `declared`: whoever runs the desk, in the
 * environment or the project folder, so the network of the server is meant. `public`: somebody in a
 * browser, who must not look around in that network.
 */
export type Reach = 'declared' | 'public'

/**
 * Whether a call of this reach may go to this address, in whatever form it is written.
 * @param isLocal the declared host is this machine by its name or number
 */
export function isReachable(address: string, reach: Reach, isLocal = false): boolean {
  if (!ipaddr.isValid(address)) return false
  const meant = meantBy(ipaddr.parse(address))
  if (reach === 'public') return meant.every(isPublic)
  return meant.every((one) => !isNeverCalled(one) && (isLocal || !isThisMachine(one)))
}

/** An address and the IPv4 addresses that a translator, a tunnel or the system could turn it into. */
function meantBy(address: IPv4 | IPv6): (IPv4 | IPv6)[] {
  if (isV4(address)) return [address]
  return [address, ...insideOf(address.toByteArray())]
}

function isV4(address: IPv4 | IPv6): address is IPv4 {
  return address.kind() === 'ipv4'
}

type Form = { network: string; bytes: (all: readonly number[]) => number[][] }

const last32 = (all: readonly number[]) => [all.slice(12)]

const forms: readonly Form[] = [
  { network: '::ffff:0:0/96', bytes: last32 }, // mapped, RFC 4291
  { network: '::/96', bytes: last32 }, // compatible, RFC 4291
  { network: '::ffff:0:0:0/96', bytes: last32 }, // translated, RFC 2765
  { network: '64:ff9b::/96', bytes: last32 }, // NAT64, RFC 6052
  // local NAT64, RFC 8215: the operator chooses the length of the prefix, each puts them elsewhere
  {
    network: '64:ff9b:1::/48',
    // the ninth byte stays empty (RFC 6052)
    bytes: (all) => [
      ...last32(all),
      [...all.slice(6, 8), ...all.slice(9, 11)],
      [...all.slice(7, 8), ...all.slice(9, 12)],
      all.slice(9, 13),
    ],
  },
  { network: '2002::/16', bytes: (all) => [all.slice(2, 6)] }, // 6to4, RFC 3056
  // Teredo, RFC 4380: the server, and the client with its bits turned
  {
    network: '2001::/32',
    bytes: (all) => [all.slice(4, 8), all.slice(12).map((byte) => byte ^ 0xff)],
  },
]

const parsedForms = forms.map(({ network, bytes }) => ({
  network: ipaddr.IPv6.parseCIDR(network),
  bytes,
}))

const isatap = Buffer.from([0, 0x5e, 0xfe])

/** ISATAP (RFC 5214) may stand in any network: it is known by its interface. */
function insideOf(all: readonly number[]): IPv4[] {
  const address = new ipaddr.IPv6([...all])
  const found = parsedForms
    .filter(({ network }) => address.match(network))
    .flatMap(({ bytes }) => bytes(all))
  const [flags, ...known] = all.slice(8, 12)
  const isIsatap = (present(flags) & 0xfd) === 0 && Buffer.from(known).equals(isatap)
  if (isIsatap) found.push(all.slice(12))
  return found.map((bytes) => new ipaddr.IPv4(bytes))
}

/** Of IPv6 only what is handed out (2000::/3), without what is set apart in it. */
const publicV6 = ipaddr.IPv6.parseCIDR('2000::/3')
const setApart = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20', '2620:4f:8000::/48'].map(
  (network) => ipaddr.IPv6.parseCIDR(network),
)

function isPublic(address: IPv4 | IPv6): boolean {
  if (address.range() !== 'unicast' || isNeverCalled(address)) return false
  if (isV4(address)) return true
  return address.match(publicV6) && !setApart.some((network) => address.match(network))
}

const clouds = new Set([
  '100.100.100.200',
  '192.0.0.192',
  '168.63.129.16',
  // of Amazon: the machine's, and those of its containers; of Google; of Oracle
  'fd00:ec2::254',
  'fd00:ec2::23',
  'fd20:ce::254',
  'fd00:c1::a9fe:a9fe',
])

/** Reachable by nobody's declaration: the local link, groups, and where clouds give their secrets. */
function isNeverCalled(address: IPv4 | IPv6): boolean {
  const range = address.range()
  if (range === 'linkLocal' || range === 'multicast' || range === 'broadcast') return true
  return clouds.has(address.toString())
}

/** Only for those who declare it: a foreign name must not resolve to this machine. */
function isThisMachine(address: IPv4 | IPv6): boolean {
  const range = address.range()
  if (range === 'loopback' || range === 'unspecified') return true
  return isV4(address) && address.octets[0] === 0
}
