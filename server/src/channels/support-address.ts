import { createHash } from 'node:crypto'

/** The address that replies come from, and others of ours, in lower case, that mail comes to. */
export type OurAddresses = { address: string; aliases?: readonly string[] }

/** `support+token@…`: a reply finds its ticket by it even when a mail program drops the headers. */
export function addressWithToken(support: string, token: string): string {
  const at = support.lastIndexOf('@')
  return `${support.slice(0, at)}+${token}${support.slice(at)}`
}

/** Whether mail to this address is ours to take: the support address, with or without a token. */
export function isSupportAddress(address: string, support: string): boolean {
  return withoutToken(address) === support.toLowerCase()
}

/** Whether it is one of ours, with or without a token. */
export function isOurAddress(
  address: string,
  { address: support, aliases = [] }: OurAddresses,
): boolean {
  return isSupportAddress(address, support) || aliases.includes(withoutToken(address))
}

/** The same, whatever stands behind a “+”; nobody’s is not. */
export function isOwnAddress(email: string | undefined, support: OurAddresses): boolean {
  if (!email) return false
  const [local = '', domain] = email.toLowerCase().split('@')
  const plain = `${local.split('+')[0]}@${domain}`
  return plain === support.address.toLowerCase() || (support.aliases?.includes(plain) ?? false)
}

/** The tokens among the recipients, in lower case. */
export function tokensOf(addresses: readonly string[], support: string): string[] {
  const ours = addresses.filter((address) => isSupportAddress(address, support))
  return ours.flatMap((address) => /\+([a-z2-7]{20})@/.exec(address.toLowerCase())?.[1] ?? [])
}

/** On every mail we send; a mail that comes back with it is our own. */
export function loopMarkOf(support: string): string {
  return createHash('sha256').update(`loop:${support.toLowerCase()}`).digest('hex').slice(0, 24)
}

function withoutToken(address: string): string {
  return address.toLowerCase().replace(/\+[^@+]*(?=@)/, '')
}
