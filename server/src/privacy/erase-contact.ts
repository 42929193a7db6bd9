import { EraseContact } from '@firstline/contract/privacy'
import type { Erasure } from '@firstline/contract/privacy'
import { actorRef } from '#server/core/actor.ts'
import { Conflict, Invalid } from '#server/core/errors.ts'
import type { NewEvent } from '#server/core/events.ts'
import { sentence } from '#server/core/sentence.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Outcome } from '#server/core/verb.ts'
import { eraseJob } from './erase-job.ts'
import { readContact } from './find-contacts.ts'
import { readErasure } from './read-erasure.ts'
import { isAnotherThere } from './second-administrator.ts'

/** Asked for by one, said yes to by another where there is one; otherwise it begins at once. */
export const eraseContact = defineVerb({
  permission: 'privacy:manage',
  input: EraseContact,
  async run({ tx, actor, clock }, { contactId, reason, email }): Promise<Outcome<Erasure>> {
    const contact = await readContact(tx, contactId)
    if (contact.erasedAt !== null) {
      throw new Conflict('contact.erased', 'This contact is erased already')
    }
    if (email.toLowerCase() !== contact.email.toLowerCase()) {
      throw new Invalid(
        'erasure.not-confirmed',
        sentence`“${email}” is not the address of this contact: type it as it is shown. Nothing was erased`,
      )
    }
    const isWaiting = await isAnotherThere(tx, actor)
    const now = clock.now()
    const by = JSON.stringify(actorRef(actor))
    const asked = await tx
      .insertInto('contact_erasure')
      .values({
        contact_id: contactId,
        reason,
        asked_by: by,
        asked_at: now,
        ...(isWaiting
          ? { state: 'asked' as const }
          : { state: 'erasing' as const, decided_by: by, decided_at: now }),
      })
      .onConflict((on) => on.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!asked) {
      throw new Conflict(
        'erasure.asked-already',
        'The erasure of this contact was asked for already: it waits for another administrator, or is under way',
      )
    }
    const erasure = asked.id
    const said: NewEvent = {
      name: 'contact.erasure_asked',
      data: { contact: contactId, erasure, reason },
    }
    return {
      result: await readErasure(tx, erasure),
      events: [said],
      jobs: isWaiting ? [] : [eraseJob(erasure)],
    }
  },
})
