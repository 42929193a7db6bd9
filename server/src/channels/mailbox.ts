import { domainToASCII } from 'node:url'
import { isEmailAddress } from '@firstline/contract/common'
import type { Mailbox } from '@firstline/contract/common'
import { oneLine } from './clean-text.ts'

/**
 * One form for one mailbox: lower case, its domain in the form of the wire, in which look-alike
 * letters show. A name that is an address is no name: it would stand in place of the real one.
 * @returns null when it is no address
 */
export function mailboxOf(address: string, name: string | null | undefined): Mailbox | null {
  const email = normalAddress(address)
  if (email === null) return null
  return { email, name: isAddressLike(name ?? '') ? null : oneLine(name ?? '', 200) || null }
}

/** @returns null when it is none that could be answered */
export function normalAddress(address: string): string | null {
  const given = address
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '')
    .replace(/\.$/, '')
  const at = given.lastIndexOf('@')
  if (at < 1) return null
  const domain = given.slice(at + 1).replaceAll(/[。．｡]/g, '.')
  const local = quoted(given.slice(0, at))
  const email = `${local}@${isLiteral.test(domain) ? domain : domainToASCII(domain)}`
  return isEmailAddress(`${local}@${domain}`) && isEmailAddress(email) ? email : null
}

const isLiteral = /^\[.*\]$/

/** `a..b` and `jana.` stand in quotes; parsers drop them, and some providers never wrote them. */
function quoted(local: string): string {
  const isMisplaced = /^\.|\.\.|\.$/.test(local) && !/["\\\s]/.test(local)
  return isMisplaced ? `"${local}"` : local
}

/** Also in wide or invisible letters, as somebody would write it who wants to be taken for another. */
export function isAddressLike(name: string): boolean {
  const plain = name
    .normalize('NFKC')
    .replaceAll(/\s?[([{]\s?at\s?[)\]}]\s?/gi, '@')
    .replaceAll(/[\p{Cf}\s"'<>()[\]]+/gu, '')
  return /[^@]@[^@]+\.[^@.]/u.test(plain)
}

/** RFC 822 allowed spaces in an address, around the dots and the `@`. */
export function tighten(line: string): string {
  if (line.length > 2_000) return line
  const bare = /^([\w-]+\s*:\s*)([^\s<>",;:()@]+(?:\s*[.@]\s*[^\s<>",;:()@.]+)+)\s*$/.exec(line)
  if (bare?.[2]?.includes('@')) return `${bare[1]}${bare[2].replaceAll(/\s+/g, '')}`
  return line.replaceAll(/<([^<>"]{1,320})>/g, (_whole, address: string) => {
    const parts = address.split(/([.@])/).map((part) => part.trim())
    return `<${parts.join('')}>`
  })
}
