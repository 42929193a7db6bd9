import { MailId } from '@firstline/contract/channels'
import type { Actor } from '#server/core/actor.ts'
import { Invalid, NotFound } from '#server/core/errors.ts'
import type { Incoming } from '#server/core/http.ts'
import { defineQuery } from '#server/core/verb.ts'
import type { Desk } from '#server/core/verb.ts'
import { storeMail } from './store-mail.ts'

/** A mail handed over by HTTP, as a mail provider or a forwarding script does. */
export async function receiveEmail(
  desk: Desk,
  { request, reply }: Incoming,
  actor: Actor,
): Promise<void> {
  const raw = request.body
  if (!Buffer.isBuffer(raw) || raw.length === 0) {
    throw new Invalid('mail.empty', 'Send the mail as it came, with content-type message/rfc822')
  }
  const stored = await storeMail(desk, actor, { raw })
  await reply.send(stored)
}

/**
 * A mail as it came. A download and never a page: whatever is in it must not run here.
 */
export async function downloadInboundMail(
  desk: Desk,
  { request, reply }: Incoming,
  actor: Actor,
): Promise<void> {
  const { raw } = await readRaw(desk, actor, request.params as { mailId: string })
  const { mailId } = request.params as { mailId: string }
  if (raw.length === 0) throw new NotFound('mail.erased', 'What this mail said was erased')
  await reply
    .type('message/rfc822')
    .header('content-disposition', `attachment; filename="${mailId}.eml"`)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, no-store')
    .send(raw)
}

const readRaw = defineQuery({
  permission: 'ticket:read',
  input: MailId,
  async run({ db }, { mailId }) {
    const mail = await db
      .selectFrom('inbound_mail')
      .select('raw')
      .where('id', '=', mailId)
      .executeTakeFirst()
    if (!mail) throw new NotFound('mail.not-found', 'There is no such mail')
    return mail
  },
})
