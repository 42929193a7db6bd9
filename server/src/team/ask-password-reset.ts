import { signInRoutes } from '@firstline/contract/sign-in'
import { Unavailable } from '#server/core/errors.ts'
import { inTransaction } from '#server/core/in-transaction.ts'
import { enqueue } from '#server/core/jobs.ts'
import { defineDeed } from '#server/core/verb.ts'
import type { DeedContext } from '#server/core/verb.ts'
import { countTry } from './slow-down.ts'
import type { WithMailer } from '#server/outbound/mailer.ts'

/**
 * The same answer, after the same work, whoever is or is not there: what follows is a job, which
 * alone looks for the person. Nothing is changed that could be on record: a mail that goes out is.
 */
export const askPasswordReset = defineDeed({
  permission: 'public',
  input: signInRoutes.askPasswordReset.body,
  async run(context: DeedContext & WithMailer, { email, language }) {
    if (!context.mailer.isConnected) {
      throw new Unavailable('mail.not-connected', 'This desk sends no mail: ask an administrator')
    }
    await countTry(context, `reset:${email}`)
    const payload = { email: email.toLowerCase(), language }
    await inTransaction(context.db, (tx) => enqueue(tx, [{ task: 'answer_reset', payload }]))
    return {} as Record<string, never>
  },
})
