import { MailId } from '@firstline/contract/channels'
import { sql } from 'kysely'
import { Conflict, NotFound } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import { mailReleased } from './events.ts'
import { readMailJob } from './store-mail.ts'

/** A person says that a held or ignored mail is to be taken as a message. */
export const releaseInboundMail = defineVerb({
  permission: 'ticket:write',
  input: MailId,
  async run({ tx, clock }, { mailId }) {
    const released = await tx
      .updateTable('inbound_mail')
      .set({ state: 'received', outcome: null, released_at: clock.now() })
      .where('id', '=', mailId)
      .where('state', 'in', ['held', 'ignored', 'failed'])
      .where('raw', '<>', Buffer.alloc(0))
      .returning('id')
      .executeTakeFirst()
    if (!released) await refuse()
    return { result: {}, events: [mailReleased(mailId)], jobs: [readMailJob(mailId)] }

    async function refuse(): Promise<never> {
      const mail = await tx
        .selectFrom('inbound_mail')
        .select(sql<boolean>`raw = ''`.as('isErased'))
        .where('id', '=', mailId)
        .executeTakeFirst()
      if (!mail) throw new NotFound('mail.not-found', 'There is no such mail')
      if (mail.isErased) throw new NotFound('mail.erased', 'What this mail said was erased')
      throw new Conflict('mail.not-held', 'This mail is a message already, or about to be')
    }
  },
})
