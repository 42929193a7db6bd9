import type { Desk } from '#server/core/verb.ts'
import { seconds } from '#server/core/clock.ts'
import { linkLifetimeMs } from './portal-link.ts'
import { sessionLifetimeMs } from './use-portal-link.ts'

type Place = Pick<Desk, 'config'>

/** Of the portal alone: its own name and path, so that it is never sent to the desk, nor taken for its session. */
const sessionKind = { name: 'firstline_help', path: '/help' }
/** Of a mailed link, on its way from the address that was opened to the button that uses it. */
const linkKind = { name: 'firstline_help_link', path: '/help/link' }
type Kind = typeof sessionKind

function nameFor({ config }: Place, { name }: Kind): string {
  return isHttps(config) ? `__Secure-${name}` : name
}

function isHttps({ publicUrl }: Place['config']): boolean {
  return publicUrl.startsWith('https:')
}

export function sessionCookie(place: Place, session: string): string {
  return cookieOf(place, sessionKind, { value: session, maxAge: sessionLifetimeMs / seconds })
}

export function endedCookie(place: Place): string {
  return cookieOf(place, sessionKind, ended)
}

export function linkCookie(place: Place, token: string): string {
  return cookieOf(place, linkKind, { value: token, maxAge: linkLifetimeMs / seconds })
}

export function endedLinkCookie(place: Place): string {
  return cookieOf(place, linkKind, ended)
}

const ended = { value: '', maxAge: 0 }

/** Lax: who follows a link in a mail to their ticket is signed in there. */
function cookieOf(
  place: Place,
  kind: Kind,
  { value, maxAge }: { value: string; maxAge: number },
): string {
  const secure = isHttps(place.config) ? '; Secure' : ''
  return `${nameFor(place, kind)}=${value}; Path=${kind.path}; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`
}

/** @returns null where there is none, or it has not the form of one */
export function sessionIn(place: Place, cookies: string | undefined): string | null {
  return tokenIn(nameFor(place, sessionKind), cookies)
}

/** @returns null as above */
export function linkIn(place: Place, cookies: string | undefined): string | null {
  return tokenIn(nameFor(place, linkKind), cookies)
}

function tokenIn(name: string, cookies: string | undefined): string | null {
  const start = `${name}=`
  const pairs = (cookies ?? '').split(';').map((pair) => pair.trim())
  const value = pairs.find((pair) => pair.startsWith(start))?.slice(start.length)
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : null
}
