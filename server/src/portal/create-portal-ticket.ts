import { OneLine } from '@firstline/contract/common'
import { z } from 'zod'
import { defineVerb } from '#server/core/verb.ts'
import { openTicket } from '#server/tickets/receive-message.ts'
import { Scope } from './scope.ts'
import { Written, admitWriting, arrivalOf, findWritten } from './written.ts'

export const NewTicket = z.object({ subject: OneLine.min(1).max(300), ...Written.shape })

/** A ticket of the contact who signed in; from there on it goes the way of one that came by mail. */
export const createPortalTicket = defineVerb({
  permission: 'public',
  input: NewTicket.extend({ scope: Scope }),
  async run({ tx, clock }, { scope, subject, text, key }) {
    const now = clock.now()
    const messageId = await admitWriting(tx, scope, key, now)
    const { events } = await openTicket(tx, now, arrivalOf(scope, { subject, text, messageId }))
    return { result: { number: await findWritten(tx, scope, key) }, events }
  },
})
