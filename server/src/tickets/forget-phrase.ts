import { ForgetPhrase } from '@firstline/contract/tickets'
import { NotFound } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import { phraseForgotten } from './events.ts'

/** Words once taught are judged by the rules again. */
export const forgetPhrase = defineVerb({
  permission: 'ticket:write',
  input: ForgetPhrase,
  async run({ tx, clock }, { phraseId }) {
    const forgotten = await tx
      .updateTable('learned_phrase')
      .set({ revoked_at: clock.now() })
      .where('id', '=', phraseId)
      .where('revoked_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!forgotten) throw new NotFound('phrase.not-found', 'These words are not taught')
    return { result: {}, events: [phraseForgotten(phraseId)] }
  },
})
