import { EmailAddress } from '@firstline/contract/common'
import { Language } from '@firstline/contract/sign-in'
import { z } from 'zod'
import { networkOf } from '#server/channels/connection-limits.ts'
import { Unavailable } from '#server/core/errors.ts'
import { inTransaction } from '#server/core/in-transaction.ts'
import { enqueue } from '#server/core/jobs.ts'
import { defineDeed } from '#server/core/verb.ts'
import type { DeedContext } from '#server/core/verb.ts'
import type { WithMailer } from '#server/outbound/mailer.ts'
import { countTry } from '#server/team/slow-down.ts'

/**
 * The same answer, after the same work, whether the address is known or not: what follows is a job, which
 * alone looks for the contact.
 */
export const askPortalLink = defineDeed({
  permission: 'public',
  input: z.object({ email: EmailAddress, language: Language, ip: z.string() }),
  async run(context: DeedContext & WithMailer, { email, language, ip }) {
    if (!context.mailer.isConnected) {
      throw new Unavailable(
        'portal.no-mail',
        'This desk sends no mail now, and so no link: try again later',
      )
    }
    await countTry(context, `portal-network:${networkOf(ip)}`)
    await countTry(context, `portal:${email}`)
    const askedAt = context.clock.now().toISOString()
    const payload = { email: email.toLowerCase(), language, askedAt }
    await inTransaction(context.db, (tx) => enqueue(tx, [{ task: 'mail_portal_link', payload }]))
  },
})
