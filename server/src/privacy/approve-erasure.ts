import { ErasureId } from '@firstline/contract/privacy'
import { Forbidden } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import { decideErasure } from './decide-erasure.ts'
import { eraseJob } from './erase-job.ts'
import { readErasure } from './read-erasure.ts'

export const approveErasure = defineVerb({
  permission: 'privacy:manage',
  input: ErasureId,
  async run({ tx, actor, clock }, { erasureId }) {
    const { askedBy, contact } = await readErasure(tx, erasureId)
    if (askedBy.id === actor.id) {
      throw new Forbidden(
        'erasure.own',
        'You have asked for this erasure yourself: another administrator says yes',
      )
    }
    await decideErasure(tx, erasureId, 'erasing', actor, clock.now())
    return {
      result: {},
      events: [
        { name: 'contact.erasure_approved', data: { contact: contact.id, erasure: erasureId } },
      ],
      jobs: [eraseJob(erasureId)],
    }
  },
})
