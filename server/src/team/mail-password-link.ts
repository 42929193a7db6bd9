import type { Language } from '@firstline/contract/sign-in'
import { z } from 'zod'
import { system } from '#server/core/actor.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk, VerbContext } from '#server/core/verb.ts'
import { composeLinkMail } from './compose-link-mail.ts'
import type { WithMailer } from '#server/outbound/mailer.ts'
import { makeLink } from './password-link.ts'
import { whyNoPassword } from './requires-password.ts'
import type { WithSignIn } from './sign-in-section.ts'

type Wanted = { person: string; purpose: 'first' | 'reset'; language: Language }

/**
 * The link is made where it is sent, so that its token lies in no queue. Tried again it is another
 * link; the one before no longer works.
 */
export async function mailPasswordLink(
  desk: Desk & WithMailer & WithSignIn,
  wanted: Wanted,
): Promise<void> {
  const person = await desk.db
    .selectFrom('person')
    .select(['name', 'email'])
    .where('id', '=', wanted.person)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (!person) return
  const { signIn } = desk.sources.project.current()
  // said to nobody: whoever asked on the sign-in page learns nothing
  if (await whyNoPassword(desk.db, signIn, wanted.person)) return
  const { link, expiresAt } = await makeMailedLink(desk, system('sign-in'), wanted)
  const { name, support } = desk.sources.project.current()
  const { purpose, language } = wanted
  await desk.mailer.send(
    composeLinkMail({ to: person, from: support, desk: name, purpose, language, link, expiresAt }),
  )
}

/** What was asked on the sign-in page: nothing follows where nobody signs in with this address. */
export async function answerReset(
  desk: Desk & WithMailer & WithSignIn,
  { email, language }: { email: string; language: Language },
): Promise<void> {
  const person = await desk.db
    .selectFrom('person')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirst()
  if (person) await mailPasswordLink(desk, { person: person.id, purpose: 'reset', language })
}

const makeMailedLink = defineVerb({
  permission: 'person:manage',
  input: z.object({ person: z.uuid(), purpose: z.enum(['first', 'reset']) }),
  async run({ tx, clock, config }: VerbContext, { person, purpose }) {
    const wanted = { personId: person, purpose, shownTo: null }
    const at = { now: clock.now(), publicUrl: config.publicUrl }
    return {
      result: await makeLink(tx, wanted, at),
      events: [{ name: 'person.password_link_mailed', data: { person, purpose } }],
    }
  },
})
