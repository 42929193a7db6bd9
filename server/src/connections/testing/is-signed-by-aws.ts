import { createHash, createHmac } from 'node:crypto'
import type { Sent } from './fake-system.ts'

type Known = { credential: string; region: string; service: string }

/** Signature Version 4 made anew of what came, as AWS documents it: the same only with the same secret. */
export function isSignedByAws(
  url: URL,
  sent: Sent,
  { credential, region, service }: Known,
): boolean {
  const { method, headers, body } = sent
  const [keyId = '', secret = '', token = ''] = credential.split(':')
  const said =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    )
  const moment = String(headers['x-amz-date'])
  if (!said || !/^\d{8}T\d{6}Z$/.test(moment)) return false
  const [, ofKey, day = '', ofRegion, ofService, names = '', signature] = said
  const signed = names.split(';')
  if (!signed.includes('host') || !signed.includes('x-amz-date')) return false
  if (ofKey !== keyId || ofRegion !== region || ofService !== service) return false
  if (!moment.startsWith(day) || (token !== '' && headers['x-amz-security-token'] !== token))
    return false
  const canonical = [
    method,
    url.pathname,
    url.searchParams.toString(),
    ...signed.map((name) => `${name}:${String(headers[name]).trim()}`),
    '',
    names,
    sha256(body),
  ].join('\n')
  const place = `${day}/${region}/${service}/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', moment, place, sha256(canonical)].join('\n')
  const key = [day, region, service, 'aws4_request'].reduce<string | Buffer>(
    (with_, part) => createHmac('sha256', with_).update(part).digest(),
    `AWS4${secret}`,
  )
  return createHmac('sha256', key).update(toSign).digest('hex') === signature
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
