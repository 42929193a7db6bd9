import { shownSecret } from './sign-call.ts'
import type { Signature } from './sign-call.ts'

/** A call as people see it: where the secrets stand, not what they are. */
export type ShownCall = {
  method: string
  /** Of the connection, by its name: its address may be a secret. */
  url: string
  headers: Record<string, string>
  /** null: none. */
  body: unknown
}

export function shownCall(
  connection: string,
  { method, path, headers, body, signatures }: Unsigned,
): ShownCall {
  const at = (place: Signature['place']) => signatures.filter((each) => each.place === place)
  const query = at('query').map((each) => `${each.name}=${shownSecret(each)}`)
  const cookies = [
    ...(headers.cookie ? [headers.cookie] : []),
    ...at('cookie').map((each) => `${each.name}=${shownSecret(each)}`),
  ]
  return {
    method,
    url: `${connection}:${[path, ...query].join(path.includes('?') ? '&' : '?')}`,
    headers: {
      ...headers,
      ...Object.fromEntries(at('header').map((each) => [each.name, shownSecret(each)])),
      ...(cookies.length > 0 ? { cookie: cookies.join('; ') } : {}),
    },
    body,
  }
}

type Unsigned = {
  method: string
  /** With its query. */
  path: string
  headers: Record<string, string>
  body: unknown
  signatures: readonly Signature[]
}
