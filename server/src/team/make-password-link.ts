import { signInRoutes } from '@firstline/contract/sign-in'
import { Conflict } from '#server/core/errors.ts'
import type { NewEvent } from '#server/core/events.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { VerbContext } from '#server/core/verb.ts'
import { lockOther } from './disable-person.ts'
import { offerLink } from './offer-link.ts'
import { requirePasswordPerson } from './requires-password.ts'
import type { WithSignIn } from './sign-in-section.ts'
import type { WithMailer } from '#server/outbound/mailer.ts'
import { dropSecondFactor } from './second-factor.ts'

const { params, body } = signInRoutes.makePasswordLink

/** For who has forgotten their password, or lost their device; of who invited them, never the password. */
export const makePasswordLink = defineVerb({
  permission: 'person:manage',
  input: params.extend(body.shape),
  async run(
    context: VerbContext & WithMailer & WithSignIn,
    { personId, language, isSecondFactorRemoved: isRemoving },
  ) {
    const { tx, actor } = context
    // a link may be shown to who asks for it: of who may more than they there is none
    const { before: person } = await lockOther(tx, actor, personId)
    if (person.disabled_at) throw new Conflict('person.disabled', 'This person is disabled')
    await requirePasswordPerson(tx, context.sources.project.current().signIn, personId)
    const removed = isRemoving ? await dropSecondFactor(tx, person.user_id, personId) : false
    const hasPassword = await tx
      .selectFrom('auth.account')
      .select('id')
      .where('userId', '=', person.user_id)
      .executeTakeFirst()
    const purpose = hasPassword ? 'reset' : 'first'
    const offered = await offerLink(context, { personId, purpose, language })
    const factor: NewEvent[] = removed
      ? [{ name: 'person.second_factor_reset', data: { person: personId } }]
      : []
    return {
      result: offered.result,
      events: [
        { name: 'person.password_link_asked', data: { person: personId, purpose } },
        ...factor,
        ...offered.events,
      ],
      jobs: offered.jobs,
    }
  },
})
