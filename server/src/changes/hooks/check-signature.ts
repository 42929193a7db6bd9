import { createHmac, timingSafeEqual } from 'node:crypto'
import type { HookKind } from './hooks-section.ts'
import { minutes, seconds } from '#server/core/clock.ts'
import { headerOf } from '#server/core/header-of.ts'

export type HookMessage = {
  headers: Readonly<Record<string, string | string[] | undefined>>
  /** As it came, before anybody has read it. */
  body: Buffer
}

type Check = (message: HookMessage, secret: string, now: Date) => boolean

/** Each sender's own way to prove that a message is its, over the bytes as they came. */
const checks: Record<HookKind, Check> = {
  github: hexSignature('x-hub-signature-256', 'sha256='),
  bitbucket: hexSignature('x-hub-signature', 'sha256='),
  launchdarkly: hexSignature('x-ld-signature', ''),
  gitlab: (message, secret, now) =>
    headerOf(message.headers, 'webhook-signature') === undefined
      ? isSame(headerOf(message.headers, 'x-gitlab-token'), secret)
      : isStandardWebhook(message, secret, now),
  argocd: isBearer,
  cdevents: isBearer,
  alertmanager: isBearer,
  opsgenie: isBearer,
  pagerduty: ({ headers, body }, secret) =>
    // one of each secret that is in use there
    (headerOf(headers, 'x-pagerduty-signature') ?? '')
      .split(',')
      .filter((given) => isSame(given.trim(), `v1=${hmac(secret, body).toString('hex')}`)).length >
    0,
  // its header is sent as it was typed in there
  unleash: (message, secret) =>
    isSame(headerOf(message.headers, 'authorization'), secret) || isBearer(message, secret),
  generic: (message, secret, now) =>
    isBearer(message, secret) ||
    isStandardWebhook(message, secret, now) ||
    hexSignature('x-hub-signature-256', 'sha256=')(message, secret, now),
}

/** Whether one of the secrets made it. Every secret is tried: how long it takes tells nothing. */
export function isSigned(
  kind: HookKind,
  message: HookMessage,
  secrets: readonly string[],
  now: Date,
): boolean {
  return secrets.filter((secret) => checks[kind](message, secret, now)).length > 0
}

function hexSignature(header: Lowercase<string>, prefix: string): Check {
  return ({ headers, body }, secret) =>
    isSame(headerOf(headers, header), `${prefix}${hmac(secret, body).toString('hex')}`)
}

function isBearer({ headers }: HookMessage, secret: string): boolean {
  const sent = /^Bearer +([^ ].*)$/i.exec(headerOf(headers, 'authorization') ?? '')?.[1]
  return isSame(sent, secret)
}

/** A message that was caught on its way does not count later. */
const toleranceMs = 5 * minutes

/** https://www.standardwebhooks.com, as GitLab's signing token does it. */
function isStandardWebhook({ headers, body }: HookMessage, secret: string, now: Date): boolean {
  const id = headerOf(headers, 'webhook-id')
  const timestamp = headerOf(headers, 'webhook-timestamp')
  const signatures = headerOf(headers, 'webhook-signature')
  if (id === undefined || !timestamp || !/^\d{1,12}$/.test(timestamp) || !signatures) return false
  if (Math.abs(now.getTime() - Number(timestamp) * seconds) > toleranceMs) return false
  const key = secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : secret
  if (key.length === 0) return false
  const signed = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body])
  const wanted = `v1,${hmac(key, signed).toString('base64')}`
  return signatures.split(' ').filter((given) => isSame(given, wanted)).length > 0
}

function hmac(key: string | Buffer, bytes: Buffer): Buffer {
  return createHmac('sha256', key).update(bytes).digest()
}

/** In a time that does not say how much of it is right: what is compared are sums of the same length. */
function isSame(given: string | undefined, wanted: string): boolean {
  if (given === undefined) return false
  return timingSafeEqual(hmac(sumKey, Buffer.from(given)), hmac(sumKey, Buffer.from(wanted)))
}
const sumKey = 'compare'
