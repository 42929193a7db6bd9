import { CheckInboundMails } from '@firstline/contract/channels'
import { NotFound } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import { mailChecked } from './events.ts'

/** A person has looked: these are no tickets. They are kept, and can still be made one. */
export const checkInboundMails = defineVerb({
  permission: 'ticket:write',
  input: CheckInboundMails,
  async run({ tx, clock }, { mailIds }) {
    const [first, ...others] = await tx
      .updateTable('inbound_mail')
      .set({ checked_at: clock.now() })
      .where('id', 'in', mailIds)
      .where('state', 'in', ['held', 'ignored', 'failed'])
      .returning('id')
      .execute()
    if (!first) throw new NotFound('mail.not-found', 'There are no such mails')
    return {
      result: {},
      events: [mailChecked(first.id), ...others.map(({ id }) => mailChecked(id))],
    }
  },
})
