import { ContactId } from '@firstline/contract/privacy'
import type { ErasurePreview } from '@firstline/contract/privacy'
import { defineQuery } from '#server/core/verb.ts'
import { countErased } from './count-erased.ts'
import { readContact } from './find-contacts.ts'
import { isAnotherThere } from './second-administrator.ts'

/** What would be erased; nothing is. */
export const previewErasure = defineQuery({
  permission: 'privacy:manage',
  input: ContactId,
  async run({ db, actor }, { contactId }): Promise<ErasurePreview> {
    return {
      contact: await readContact(db, contactId),
      counts: await countErased(db, contactId),
      needsSecond: await isAnotherThere(db, actor),
    }
  },
})
