import { Id } from '@firstline/contract/common'
import { z } from 'zod'
import { Conflict } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import { mailFailed } from './events.ts'

/** Reading it went wrong again and again: listed for a person, who can release or download it. */
export const failMail = defineVerb({
  permission: 'mail:receive',
  input: z.object({ mailId: Id, reason: z.string().max(500) }),
  async run({ tx }, { mailId, reason }) {
    const failed = await tx
      .updateTable('inbound_mail')
      .set({ state: 'failed', outcome: reason })
      .where('id', '=', mailId)
      .where('state', '=', 'received')
      .returning('id')
      .executeTakeFirst()
    if (!failed) throw new Conflict('mail.read-already', 'This mail was read already')
    return { result: {}, events: [mailFailed(mailId, reason)] }
  },
})
