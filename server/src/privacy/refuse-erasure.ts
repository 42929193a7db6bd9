import { RefuseErasure } from '@firstline/contract/privacy'
import { defineVerb } from '#server/core/verb.ts'
import { decideErasure } from './decide-erasure.ts'
import { readErasure } from './read-erasure.ts'

/** Also by who asked: taken back. */
export const refuseErasure = defineVerb({
  permission: 'privacy:manage',
  input: RefuseErasure,
  async run({ tx, actor, clock }, { erasureId, reason }) {
    const { contact } = await readErasure(tx, erasureId)
    await decideErasure(tx, erasureId, 'refused', actor, clock.now())
    const data = { contact: contact.id, erasure: erasureId, reason }
    return { result: {}, events: [{ name: 'contact.erasure_refused', data }] }
  },
})
