import { EmailAddress } from '@firstline/contract/common'
import { z } from 'zod'
import { Refusal } from '#server/core/errors.ts'
import { anonymous } from '#server/core/actor.ts'
import { askPortalLink } from './ask-portal-link.ts'
import { refusalPage } from './pages/refusal-pages.ts'
import { linkEndedPage, linkSentPage, signInPage, useLinkPage } from './pages/sign-in-pages.ts'
import { findPortalLink } from './portal-link.ts'
import { readForm } from './read-form.ts'
import { endedCookie, endedLinkCookie, linkCookie, sessionCookie } from './session-cookie.ts'
import { signOutOfPortal } from './sign-out-of-portal.ts'
import { usePortalLink } from './use-portal-link.ts'
import type { Answer, Visit } from './visit.ts'

const Asking = z.object({ email: EmailAddress })

export async function answerAsking({ desk, reader, language, form, ip }: Visit): Promise<Answer> {
  const { fields, faults } = readForm(form, Asking)
  if (faults) return { page: signInPage(reader, form.get('email'), faults), status: 400 }
  const { email } = fields
  await askPortalLink(desk, anonymous, { email, language, ip })
  return { page: linkSentPage(reader, email) }
}

/**
 * On to a page whose address holds no token: it stays in no history, and is sent to nobody as where one
 * came from.
 */
export async function followLink(
  { desk, reader }: Visit,
  { token }: { token: string },
): Promise<Answer> {
  const link = await findPortalLink(desk.readDb, token, desk.clock.now())
  if (!link) return { page: linkEndedPage(reader), status: 404 }
  return { to: '/help/link', cookies: [linkCookie(desk, token)] }
}

export async function showLink({ desk, reader, link: token }: Visit): Promise<Answer> {
  const link = token === null ? null : await findPortalLink(desk.readDb, token, desk.clock.now())
  if (!link) return { page: linkEndedPage(reader), status: 404 }
  return { page: useLinkPage(reader, link.email) }
}

const Using = z.object({ do: z.literal('sign-in') })

export async function answerLink({ desk, reader, form, link }: Visit): Promise<Answer> {
  if (readForm(form, Using).faults) return incomplete({ reader })
  if (link === null) return { page: linkEndedPage(reader), status: 404 }
  try {
    const { session } = await usePortalLink(desk, anonymous, { token: link })
    return { to: '/help', cookies: [sessionCookie(desk, session), endedLinkCookie(desk)] }
  } catch (error) {
    if (!(error instanceof Refusal) || error.reason !== 'portal.link-ended') throw error
    return { page: linkEndedPage(reader), status: 404 }
  }
}

const Leaving = z.object({ do: z.literal('sign-out') })

/** Who is signed out already is so, whatever ended it. */
export async function answerLeaving(visit: Visit): Promise<Answer> {
  const { desk, scope, session, form } = visit
  if (readForm(form, Leaving).faults) return incomplete(visit)
  if (scope && session !== null) await signOutOfPortal(desk, scope.actor, { scope, session })
  return { to: '/help', cookies: [endedCookie(desk)] }
}

/** Nobody sends such a form by a button of ours. */
function incomplete({ reader }: Pick<Visit, 'reader'>): Answer {
  return { page: refusalPage(reader, 'input.invalid'), status: 400 }
}
