import { described, matching, maybe } from '@firstline/contract/formats/form'
import { text } from '@firstline/contract/formats/values'
import { z } from 'zod'

type Support = {
  address: string
  name: string
  signature: string
  /** A mail relay of one's own whose Authentication-Results are taken at their word. */
  trustedRelay?: { name: string; addresses: string[] }
  /** Put `[#1042]` into the subject of replies. */
  numbersSubjects?: boolean
  /** Other addresses of ours that mail comes to, in lower case. */
  aliases?: string[]
}

declare module '#server/project/project.ts' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface is added to
  interface Project {
    support: Support
  }
}

/** The section `support`. */
export const supportForm = described(
  z.strictObject({
    address: described(
      matching('^[^@\\s]+@[^@\\s]+$', 'must be a mail address'),
      'Where replies come from.',
      'support@acme.example',
    ),
    name: described(text, 'Who replies come from.', 'Acme Support'),
    signature: maybe(z.string(), 'Below each reply.'),
    trusted_relay: maybe(
      z.strictObject({
        name: described(text, 'What it calls itself in Authentication-Results.'),
        addresses: maybe(z.array(text), 'Where it connects from; this machine unless told.'),
      }),
      'Your own mail relay, which has checked senders already.',
    ),
    number_in_subject: maybe(
      z.boolean(),
      'Put the number of the ticket into the subject of replies.',
    ),
  }),
  'How the desk writes to customers.',
)

/** A relay on this machine unless told: from elsewhere anybody could say that they are it. */
const loopback = ['127.0.0.1', '::1']

/** @param said undefined: nobody has connected a project yet */
export function compileSupport(
  said: z.infer<typeof supportForm> | undefined,
  mailboxes: readonly { address: string }[] = [],
): Support {
  if (!said) return { address: 'support@localhost', name: 'Support', signature: '' }
  const { address, name, signature, trusted_relay: relay, number_in_subject: numbers } = said
  const others = mailboxes.map((mailbox) => mailbox.address.toLowerCase())
  const aliases = [...new Set(others)].filter((other) => other !== address.toLowerCase())
  return {
    address,
    name,
    signature: signature?.trim() ?? '',
    ...(relay
      ? { trustedRelay: { name: relay.name, addresses: relay.addresses ?? loopback } }
      : {}),
    ...(numbers ? { numbersSubjects: true } : {}),
    ...(aliases.length > 0 ? { aliases } : {}),
  }
}
