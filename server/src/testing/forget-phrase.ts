import { z } from 'zod'
import { defineVerb } from '#server/core/verb.ts'

/** What tests of reactions let happen: it does nothing but say so. */
export const forgetPhrase = defineVerb({
  permission: 'ticket:write',
  input: z.object({ phrase: z.string() }),
  run: async (_, { phrase }) => ({
    result: null,
    events: [{ name: 'phrase.forgotten', data: { phrase } }],
  }),
})
