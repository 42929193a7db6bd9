import type { PayloadOf } from '@firstline/contract/tasks'
import { sendMail } from '#server/channels/send-mail.ts'
import type { MailDesk } from '#server/channels/send-mail.ts'
import { inTransaction } from '#server/core/in-transaction.ts'
import { beginSending } from '#server/tickets/retry-delivery.ts'
import { ratingTokenOf } from '#server/tickets/rating-token.ts'
import type { FollowingDesk } from './following.ts'
import { addWrite } from './queue-write.ts'

/** A reply leaves the way its ticket came: by mail, or into the desk where that lives. */
export async function sendReply(
  desk: FollowingDesk & MailDesk,
  { message }: PayloadOf<'send_reply'>,
): Promise<void> {
  const reply = await desk.db
    .selectFrom('message')
    .innerJoin('beside_ticket as mirrored', 'mirrored.ticket_id', 'message.ticket_id')
    .select(['message.ticket_id as ticketId', 'message.text'])
    .select(['message.delivery', 'message.resolution_id as resolutionId'])
    .where('message.id', '=', message)
    .executeTakeFirst()
  if (!reply) return sendMail(desk, { data: { message } })
  if (reply.delivery !== 'queued') return
  // from here on it cannot be taken back
  await beginSending(desk.db, message)
  const { ticketId, text, resolutionId } = reply
  const words = [text, ...(resolutionId ? [askRating(desk, resolutionId)] : [])].join('\n\n')
  await inTransaction(desk.db, async (tx) => {
    // one that was refused before, and is sent again
    await tx
      .deleteFrom('beside_write')
      .where('kind', '=', 'reply')
      .where('about', '=', message)
      .where('state', 'in', ['failed', 'conflict', 'dropped'])
      .execute()
    await addWrite(tx, desk.clock, { ticketId, kind: 'reply', about: message, words })
  })
}

function askRating({ config, secret }: MailDesk, resolutionId: string): string {
  return `Did this solve it? ${config.publicUrl}/rate/${ratingTokenOf(resolutionId, secret)}`
}
