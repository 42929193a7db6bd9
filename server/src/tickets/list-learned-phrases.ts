import { ListPhrases } from '@firstline/contract/tickets'
import type { LearnedPhrase } from '@firstline/contract/tickets'
import { defineQuery } from '#server/core/verb.ts'

const most = 500

/** What agents have taught by taking judgements back, newest first. */
export const listLearnedPhrases = defineQuery({
  permission: 'ticket:read',
  input: ListPhrases,
  async run({ db }): Promise<{ items: LearnedPhrase[] }> {
    const rows = await db
      .selectFrom('learned_phrase')
      .leftJoin('message', 'message.id', 'learned_phrase.message_id')
      .select([
        'learned_phrase.id',
        'phrase',
        'meaning',
        'taught_at as taughtAt',
        'taught_by as taughtBy',
        'message.ticket_id as ticketId',
      ])
      .where('revoked_at', 'is', null)
      .orderBy('taught_at', 'desc')
      .limit(most)
      .execute()
    const items = rows.map((row) => ({
      ...row,
      meaning: row.meaning,
      taughtAt: row.taughtAt.toISOString(),
      taughtBy: row.taughtBy,
    }))
    return { items }
  },
})
