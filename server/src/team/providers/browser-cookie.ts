import { minutes, seconds } from '#server/core/clock.ts'
import type { Config } from '#server/core/config.ts'

type Place = { config: Pick<Config, 'publicUrl'> }

const lifetimeMs = 10 * minutes

/** Where there is https no other name of the domain can set it (`__Host-`). */
function nameFor({ config }: Place): string {
  return config.publicUrl.startsWith('https:') ? '__Host-firstline.sign_in' : 'firstline.sign_in'
}

/** What an answer of a provider must come back with. Lax: it comes by a link of the provider’s. */
export function browserCookie(place: Place, browser: string): string {
  const secure = place.config.publicUrl.startsWith('https:') ? '; Secure' : ''
  const maxAge = lifetimeMs / seconds
  return `${nameFor(place)}=${browser}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`
}

/** @returns null where there is none, or it has not the form of one */
export function browserIn(place: Place, cookies: string | undefined): string | null {
  const start = `${nameFor(place)}=`
  const pairs = (cookies ?? '').split(';').map((pair) => pair.trim())
  const value = pairs.find((pair) => pair.startsWith(start))?.slice(start.length)
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : null
}
