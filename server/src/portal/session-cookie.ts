import type { Desk } from '#server/core/verb.ts'
import { seconds } from '#server/core/clock.ts'
import { sessionLifetimeMs } from './use-portal-link.ts'

type Place = Pick<Desk, 'config'>

/** Of the portal alone: its own name and path, so that it is never sent to the desk, nor taken for its session. */
function nameFor({ config }: Place): string {
  return isHttps(config) ? '__Secure-firstline_help' : 'firstline_help'
}

function isHttps({ publicUrl }: Place['config']): boolean {
  return publicUrl.startsWith('https:')
}

export function sessionCookie(place: Place, session: string): string {
  return cookieOf(place, session, sessionLifetimeMs / seconds)
}

export function endedCookie(place: Place): string {
  return cookieOf(place, '', 0)
}

/** Lax: who follows a link in a mail to their ticket is signed in there. */
function cookieOf(place: Place, value: string, maxAge: number): string {
  const secure = isHttps(place.config) ? '; Secure' : ''
  return `${nameFor(place)}=${value}; Path=/help; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`
}

/** @returns null where there is none, or it has not the form of one */
export function sessionIn(place: Place, cookies: string | undefined): string | null {
  const start = `${nameFor(place)}=`
  const pairs = (cookies ?? '').split(';').map((pair) => pair.trim())
  const value = pairs.find((pair) => pair.startsWith(start))?.slice(start.length)
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : null
}
