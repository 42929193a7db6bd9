import type { Desk } from '#server/core/verb.ts'

/** Of a desk that was set back to a backup: what was under way may have arrived. It can be sent again. */
export async function giveUpWaiting({ db }: Pick<Desk, 'db'>): Promise<void> {
  await db
    .updateTable('webhook_delivery')
    .set({ state: 'failed', fault: 'restored', next_attempt_at: null })
    .where('state', '=', 'waiting')
    .execute()
}
