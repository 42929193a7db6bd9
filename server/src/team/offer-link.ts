import type { Language, PasswordLink } from '@firstline/contract/sign-in'
import { personIdOf } from '#server/core/actor.ts'
import type { WithMailer } from '#server/outbound/mailer.ts'
import type { NewEvent } from '#server/core/events.ts'
import type { NewJob } from '#server/core/jobs.ts'
import type { VerbContext } from '#server/core/verb.ts'
import { expiryOf, makeLink } from './password-link.ts'
import type { LinkPurpose } from './password-link.ts'

type Offer = { personId: string; purpose: LinkPurpose; language: Language }
type Offered = { result: PasswordLink; events: NewEvent[]; jobs: NewJob[] }

/** By mail, where there is a way out; else shown to who asked, this once. */
export async function offerLink(
  { tx, clock, actor, mailer, config }: VerbContext & WithMailer,
  { personId, purpose, language }: Offer,
): Promise<Offered> {
  const now = clock.now()
  if (mailer.isConnected) {
    const expiresAt = expiryOf(purpose, now).toISOString()
    const payload = { person: personId, purpose, language }
    return {
      result: { link: null, expiresAt },
      events: [],
      jobs: [{ task: 'mail_password_link', payload, key: `password-link:${personId}:${purpose}` }],
    }
  }
  const wanted = { personId, purpose, shownTo: personIdOf(actor) }
  const { link, expiresAt } = await makeLink(tx, wanted, { now, publicUrl: config.publicUrl })
  return {
    result: { link, expiresAt: expiresAt.toISOString() },
    events: [{ name: 'person.password_link_shown', data: { person: personId, purpose } }],
    jobs: [],
  }
}
