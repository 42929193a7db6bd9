import { z } from 'zod'
import { defineQuery } from '#server/core/verb.ts'

/** All of them: there are never many. */
export const listTags = defineQuery({
  permission: 'ticket:read',
  input: z.object({}),
  async run({ db }) {
    const items = await db.selectFrom('tag').select(['id', 'name']).orderBy('key').execute()
    return { items }
  },
})
