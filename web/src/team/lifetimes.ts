/** Days after which a key ends by itself. */
export const lifetimes = ['7', '30', '90', '365'] as const
export type Lifetime = (typeof lifetimes)[number]

/** Who answers for a key is told so long before it ends. */
const warnedDays = 14

export function isEnding(expiresAt: string, now: number): boolean {
  return Date.parse(expiresAt) - now < warnedDays * 86_400_000
}
