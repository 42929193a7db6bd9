import { createHash } from 'node:crypto'
import { mailLimitBytes } from '@firstline/contract/channels'
import { z } from 'zod'
import type { NewJobOf } from '#server/core/jobs.ts'
import { planKept } from '#server/database/keep-plan.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Outcome } from '#server/core/verb.ts'
import { oneLine } from './clean-text.ts'
import { mailReceived } from './events.ts'

export const StoreMail = z.object({
  raw: z.instanceof(Buffer).refine((raw) => raw.length > 0 && raw.length <= mailLimitBytes, {
    message: 'A mail has 1 byte to 25 MB',
  }),
  envelopeFrom: z.string().nullable().default(null),
  envelopeTo: z.array(z.string()).default([]),
  /** Who handed it over by SMTP: what SPF asks about. */
  client: z.object({ ip: z.string(), name: z.string().nullable() }).nullable().default(null),
})
type StoredMail = z.output<typeof StoreMail>

/** Keeps a mail exactly as it came; what it means is for the job `read_mail` to find out. */
export const storeMail = defineVerb({
  permission: 'mail:receive',
  input: StoreMail,
  async run({ tx, clock }, mail) {
    const { id } = await tx
      .insertInto('inbound_mail')
      .values(columnsOf(mail, clock.now()))
      .returning('id')
      .modifyEnd(planKept)
      .executeTakeFirstOrThrow()
    return { result: { id }, ...storedMail(id, mail.raw) }
  },
})

/** What is kept of a mail, whichever way it came. */
export function columnsOf({ raw, envelopeFrom, envelopeTo, client }: StoredMail, receivedAt: Date) {
  return {
    received_at: receivedAt,
    envelope_from: envelopeFrom === null ? null : oneLine(envelopeFrom, 320),
    envelope_to: envelopeTo.map((address) => oneLine(address, 320)),
    client_ip: client ? oneLine(client.ip, 60) : null,
    client_name: client?.name ? oneLine(client.name, 255) : null,
    raw,
    size_bytes: raw.length,
    sha256: createHash('sha256').update(raw).digest(),
  }
}

/** What follows when it is stored. */
export function storedMail(id: string, raw: Buffer): Pick<Outcome<unknown>, 'events' | 'jobs'> {
  return { events: [mailReceived(id, raw.length)], jobs: [readMailJob(id)] }
}

export function readMailJob(mail: string): NewJobOf<'read_mail'> {
  return { task: 'read_mail', payload: { mail }, key: `read_mail:${mail}` }
}
