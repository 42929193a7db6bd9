import { Webhook } from 'standardwebhooks'
import { deriveSecret } from '#server/core/derive-secret.ts'

/** As receivers are given it: 32 bytes that nobody stores (Standard Webhooks, “symmetric”). */
export function secretOf(root: string, secretId: string): string {
  return `whsec_${deriveSecret(root, `webhook ${secretId}`).toString('base64')}`
}

type Message = { id: string; at: Date; body: string }

/** One signature of each secret, so that a receiver may hold the old or the new. */
export function signatureHeaders(
  secrets: readonly string[],
  { id, at, body }: Message,
): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  }
}
