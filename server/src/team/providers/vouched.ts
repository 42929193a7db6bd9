import { ownProperty } from '@firstline/contract/own-property'
import type { Provider } from './provider-section.ts'

/** What a provider says of a person, once its answer is trusted. */
export type Vouched = {
  subject: string
  name: string | null
  /** In small letters. */
  email: string | null
  /** The provider says that the address is the person's own. */
  isVerified: boolean
  groups: readonly string[]
}

type Claims = Readonly<Record<string, unknown>>

/** Whether it is worth asking the provider for what it has not said at once. */
export function lacks(claims: Claims, provider: Provider): boolean {
  const wanted = ['email', ...(provider.roles ? [provider.groupsClaim] : [])]
  return wanted.some((claim) => ownProperty(claims, claim) === undefined)
}

export function vouchedBy(subject: string, claims: Claims, provider: Provider): Vouched {
  const email = textIn(claims.email)?.toLowerCase() ?? null
  return {
    subject,
    name: textIn(claims.name) ?? nameOfParts(claims) ?? textIn(claims.preferred_username),
    email: email !== null && /^[^@\s]+@[^@\s]+$/.test(email) && email.length <= 254 ? email : null,
    isVerified: isYes(ownProperty(claims, provider.verifiedClaim)),
    groups: textsIn(ownProperty(claims, provider.groupsClaim)),
  }
}

/** Some providers write it as a text or a number. */
function isYes(value: unknown): boolean {
  return value === true || value === 'true' || value === 1 || value === '1'
}

function nameOfParts({ given_name: given, family_name: family }: Claims): string | null {
  const parts = [textIn(given), textIn(family)].filter((part) => part !== null)
  return parts.length > 0 ? parts.join(' ') : null
}

/** One line, as people are named here. */
function textIn(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const line = value.replaceAll(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  return line === '' ? null : line
}

/** One group may stand alone. */
function textsIn(value: unknown): string[] {
  const all: unknown[] = Array.isArray(value) ? value : [value]
  return all.filter((one) => typeof one === 'string')
}
