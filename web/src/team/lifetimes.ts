import { keyWarningDays } from '@firstline/contract/team'

/** Days after which a key ends by itself. */
export const lifetimes = ['7', '30', '90', '365'] as const
export type Lifetime = (typeof lifetimes)[number]

export function isEnding(expiresAt: string, now: number): boolean {
  return Date.parse(expiresAt) - now < keyWarningDays[0] * 86_400_000
}
