import type { Erasure } from '@firstline/contract/privacy'
import { z } from 'zod'
import { defineQuery } from '#server/core/verb.ts'
import { erasureOf, selectErasures } from './read-erasure.ts'

const most = 100

export const listErasures = defineQuery({
  permission: 'privacy:manage',
  input: z.object({}),
  async run({ db }): Promise<{ items: Erasure[] }> {
    const rows = await selectErasures(db)
      .orderBy('contact_erasure.asked_at', 'desc')
      .orderBy('contact_erasure.id', 'desc')
      .limit(most)
      .execute()
    return { items: rows.map(erasureOf) }
  },
})
