import type { Message } from '@firstline/contract/tickets'

/** It did not arrive, or nobody knows that it will: that has a line of its own, as reasons are long. */
export function hasDeliveryTrouble({ delivery, deliveryDoubt }: Message): boolean {
  return delivery === 'failed' || deliveryDoubt !== null
}
