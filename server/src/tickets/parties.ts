import { Mailbox } from '@firstline/contract/common'
import { Sender } from '@firstline/contract/tickets'
import { z } from 'zod'

/** Who wrote a mail to whom, as it says; without our own address. */
export const Parties = z.object({
  from: Sender.nullable().default(null),
  replyTo: Mailbox.nullable().default(null),
  to: z.array(Mailbox).default([]),
  cc: z.array(Mailbox).default([]),
  /** Who wrote what is passed on in it. */
  forwarded: Mailbox.nullable().default(null),
})
export type Parties = z.infer<typeof Parties>

/** Of the JSON column; a message that was no mail, or is older than the column, has none. */
export function partiesOf(column: unknown): Parties {
  return Parties.parse(column ?? {})
}
