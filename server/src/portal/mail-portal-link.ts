import type { PayloadOf } from '@firstline/contract/tasks'
import { findByEmail } from '#server/accounts/directory.ts'
import type { DirectoryMatch } from '#server/accounts/directory.ts'
import { isOurAddress } from '#server/channels/support-address.ts'
import { system } from '#server/core/actor.ts'
import { later } from '#server/core/clock.ts'
import { composePortalMail } from './compose-portal-mail.ts'
import type { PortalDesk } from './desk.ts'
import { linkLifetimeMs, makePortalLink } from './portal-link.ts'

/**
 * Task: the link goes to who has written before, or whom the company's directory knows; to others nothing
 * goes. It is made where it is sent, so that its token lies in no queue.
 */
export async function mailPortalLink(
  desk: PortalDesk,
  { email, language, askedAt }: PayloadOf<'mail_portal_link'>,
): Promise<void> {
  const { portal, support, name } = desk.sources.project.current()
  // who asked an hour ago has asked again, or gone
  const isOld = desk.clock.now() > later(new Date(askedAt), linkLifetimeMs)
  if (!portal || isOld || isOurAddress(email, support)) return
  const contact = await findContact(desk, email)
  const match = contact ? null : await findInDirectory(desk, email)
  if (!contact && !match) return
  const made = await makePortalLink(desk, system('portal'), { email, match })
  const to = { email, name: contact?.name ?? match?.contactName ?? null }
  const title = portal.title ?? name
  await desk.mailer.send(composePortalMail({ to, from: support, title, language, ...made }))
}

function findContact({ db }: PortalDesk, email: string) {
  return db
    .selectFrom('contact')
    .select('name')
    .where((where) => where(where.fn('lower', ['email']), '=', email))
    .executeTakeFirst()
}

/** Not who merely has an address of a known company: the person is in it. */
async function findInDirectory(desk: PortalDesk, email: string): Promise<DirectoryMatch | null> {
  const match = await findByEmail(desk.sources, email)
  return match?.by === 'email' ? match : null
}
