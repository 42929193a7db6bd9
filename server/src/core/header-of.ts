import { ownProperty } from '@firstline/contract/own-property'

type Headers = Readonly<Record<string, string | string[] | undefined>>

/** A header that the caller sent; one that came several times, or was not sent, is none. */
export function headerOf(headers: Headers, name: Lowercase<string>): string | undefined {
  const sent = ownProperty(headers, name)
  return typeof sent === 'string' ? sent : undefined
}
