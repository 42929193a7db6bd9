import { mostAnswerBytes } from '@firstline/contract/webhooks'
import type { DeliveryFault } from '@firstline/contract/webhooks'
import { seconds } from '#server/core/clock.ts'
import type { Config } from '#server/core/config.ts'
import { Refusal, messageOf } from '#server/core/errors.ts'
import { headerOf } from '#server/core/header-of.ts'
import { callOut } from '#server/outbound/call-out.ts'
import { reachOf } from './refuse-address.ts'

const longestCallMs = 15 * seconds

export type Told = {
  status: number | null
  fault: DeliveryFault | null
  detail: string | null
  answer: string | null
  retryAfter: string | undefined
  durationMs: number
}

type Call = { address: string; headers: Record<string, string>; body: string }

/** One call, and how it went; never throws. */
export async function callEndpoint(
  config: Pick<Config, 'webhookOrigins'>,
  { address, headers, body }: Call,
): Promise<Told> {
  const began = performance.now()
  const told = await call().catch(faultOf)
  return { ...told, durationMs: Math.round(performance.now() - began) }

  async function call(): Promise<Omit<Told, 'durationMs'>> {
    const answer = await callOut(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'Firstline', ...headers },
      body,
      timeoutMs: longestCallMs,
      maxBytes: mostAnswerBytes,
      isFirstBytesEnough: true,
      reach: reachOf(address, config),
    })
    const isTaken = answer.status >= 200 && answer.status < 300
    return {
      status: answer.status,
      fault: isTaken ? null : 'status',
      detail: null,
      answer: storable(answer.body),
      retryAfter: headerOf(answer.headers, 'retry-after'),
    }
  }
}

const faults = new Map<string, DeliveryFault>([
  ['outbound.timeout', 'timeout'],
  ['outbound.forbidden', 'forbidden'],
  ['outbound.redirected', 'redirected'],
])

function faultOf(error: unknown): Omit<Told, 'durationMs'> {
  const reason = error instanceof Refusal ? error.reason : ''
  const fault = faults.get(reason) ?? 'unreachable'
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  const detail = fault === 'unreachable' ? storable(messageOf(cause)).slice(0, 300) : null
  return { status: null, fault, detail, answer: null, retryAfter: undefined }
}

/** PostgreSQL stores no zero byte, and half a character is none. */
function storable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed()
}
