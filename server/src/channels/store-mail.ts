import { createHash } from 'node:crypto'
import { mailLimitBytes } from '@firstline/contract/channels'
import { z } from 'zod'
import type { NewJobOf } from '#server/core/jobs.ts'
import { defineVerb } from '#server/core/verb.ts'
import { oneLine } from './clean-text.ts'
import { mailReceived } from './events.ts'

const StoreMail = z.object({
  raw: z.instanceof(Buffer).refine((raw) => raw.length > 0 && raw.length <= mailLimitBytes, {
    message: 'A mail has 1 byte to 25 MB',
  }),
  envelopeFrom: z.string().nullable().default(null),
  envelopeTo: z.array(z.string()).default([]),
  /** Who handed it over by SMTP: what SPF asks about. */
  client: z.object({ ip: z.string(), name: z.string().nullable() }).nullable().default(null),
})

/** Keeps a mail exactly as it came; what it means is for the job `read_mail` to find out. */
export const storeMail = defineVerb({
  permission: 'mail:receive',
  input: StoreMail,
  async run({ tx, clock }, { raw, envelopeFrom, envelopeTo, client }) {
    const { id } = await tx
      .insertInto('inbound_mail')
      .values({
        received_at: clock.now(),
        envelope_from: envelopeFrom === null ? null : oneLine(envelopeFrom, 320),
        envelope_to: envelopeTo.map((address) => oneLine(address, 320)),
        client_ip: client ? oneLine(client.ip, 60) : null,
        client_name: client?.name ? oneLine(client.name, 255) : null,
        raw,
        size_bytes: raw.length,
        sha256: createHash('sha256').update(raw).digest(),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return {
      result: { id },
      events: [mailReceived(id, raw.length)],
      jobs: [readMailJob(id)],
    }
  },
})

export function readMailJob(mail: string): NewJobOf<'read_mail'> {
  return { task: 'read_mail', payload: { mail }, key: `read_mail:${mail}` }
}
