import type { Config } from '#server/core/config.ts'
import { Invalid } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import { refuseForbiddenLiteral } from '#server/outbound/call-out.ts'
import type { Reach } from '#server/outbound/address-range.ts'

type Operator = Pick<Config, 'webhookOrigins'>

/** How far a call may reach: into the network of the desk only where who runs it has said so. */
export function reachOf(address: string, { webhookOrigins }: Operator): Reach {
  return webhookOrigins.includes(new URL(address).origin) ? 'declared' : 'public'
}

/**
 * What can be said of an address before it is called; where its name leads is looked at as it is called.
 * @throws Invalid `webhook.address-secret` | `webhook.address-not-https`, Forbidden `outbound.forbidden`
 */
export function refuseAddress(address: string, operator: Operator): void {
  const url = new URL(address)
  if (url.username || url.password) {
    throw new Invalid(
      'webhook.address-secret',
      'An address with a password is not taken: the receiver knows the desk by its signature',
    )
  }
  const reach = reachOf(address, operator)
  if (url.protocol !== 'https:' && reach === 'public') {
    throw new Invalid(
      'webhook.address-not-https',
      sentence`${url.origin} is not encrypted: use https, or have whoever runs the desk name it in WEBHOOK_TO`,
    )
  }
  refuseForbiddenLiteral(url.hostname.replace(/^\[|\]$/g, ''), reach)
}
