import type { OutboundAnswer } from '#server/outbound/call-out.ts'
import type { HttpDefinition, SystemDefinition } from './connection-form.ts'
import { openHttp } from './open-http.ts'
import type { Means } from './open-http.ts'
import { signAws } from './sign-aws.ts'
import type { Signature } from './sign-call.ts'

type Limits = { timeoutMs: number; maxBytes?: number }

/** A system that is asked by HTTP, signed as its connection says, with its tenant. */
export type System = {
  get(path: string, limits: Limits): Promise<OutboundAnswer>
  post(path: string, body: string, limits: Limits): Promise<OutboundAnswer>
  /** A search that is an object of JSON; nothing is changed by it. */
  search(path: string, body: object, limits: Limits): Promise<OutboundAnswer>
  /** An operation of an API of AWS (JSON 1.1), with Amazon’s signature. */
  operate(target: string, body: object, limits: Limits): Promise<OutboundAnswer>
}

export function openSystem(declared: SystemDefinition, means: Means): System {
  const connection = openHttp(asHttp(declared), means)
  const signatures = signaturesFor(declared)
  const post = (path: string, type: string, body: string, limits: Limits) => {
    const headers = { 'content-type': type }
    return connection.call({ method: 'POST', path, body, headers, signatures, ...limits })
  }
  const operate = async (target: string, body: string, limits: Limits) => {
    const url = new URL(means.secret(declared.base_url)).href
    const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target }
    const { credential, region } = declared
    const signing = { credential: credential ? means.secret(credential) : '', region }
    const signed = await signAws({ url, headers, body }, { ...signing, service: 'logs' })
    const sent = { ...headers, ...signed }
    return connection.call({ method: 'POST', body, headers: sent, signatures: [], ...limits })
  }
  return {
    operate: (target, body, limits) => operate(target, JSON.stringify(body), limits),
    get: (path, limits) => connection.call({ path, signatures, ...limits }),
    post: (path, body, limits) => post(path, 'text/plain; charset=utf-8', body, limits),
    search: (path, body, limits) => post(path, 'application/json', JSON.stringify(body), limits),
  }
}

function asHttp(declared: SystemDefinition): HttpDefinition {
  const { base_url, oauth, tls, headers, tenant } = declared
  return {
    kind: 'http',
    base_url,
    ...(oauth ? { oauth } : {}),
    ...(tls ? { tls } : {}),
    headers: { ...headers, ...(tenant ? { 'x-scope-orgid': tenant } : {}) },
  }
}

function signaturesFor({ kind, oauth, credential, auth }: SystemDefinition): Signature[] {
  const header = { place: 'header', name: 'authorization' } as const
  if (oauth) {
    const { token_url: tokenUrl, scopes = [] } = oauth
    return [{ ...header, prefix: 'Bearer ', secret: { tokenUrl, scopes } }]
  }
  if (!credential) return []
  // its second key is a header of the connection
  if (kind === 'datadog' && !auth)
    return [{ place: 'header', name: 'dd-api-key', prefix: '', secret: credential }]
  const { scheme = 'bearer', in: place, name } = auth ?? {}
  if (scheme === 'key' && place && name) return [{ place, name, prefix: '', secret: credential }]
  return [{ ...header, prefix: scheme === 'basic' ? 'Basic ' : 'Bearer ', secret: credential }]
}
