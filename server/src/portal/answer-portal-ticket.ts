import { z } from 'zod'
import { defineVerb } from '#server/core/verb.ts'
import { continueTicket } from '#server/tickets/receive-message.ts'
import { Scope } from './scope.ts'
import { findOwnTicket } from './takes-part.ts'
import { Written, admitWriting, arrivalOf, findWritten } from './written.ts'

/** An answer, judged as one by mail: thanks leave a solved ticket solved, other words open it again. */
export const answerPortalTicket = defineVerb({
  permission: 'public',
  input: Written.extend({ scope: Scope, number: z.string() }),
  async run({ tx, clock }, { scope, number, text, key }) {
    const now = clock.now()
    const { id, subject } = await findOwnTicket(tx, scope, number)
    const messageId = await admitWriting(tx, scope, key, now)
    const arrival = arrivalOf(scope, { subject, text, messageId })
    const { events } = await continueTicket(tx, now, id, arrival)
    return { result: { number: await findWritten(tx, scope, key) }, events }
  },
})
