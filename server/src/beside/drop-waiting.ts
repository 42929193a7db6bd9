import type { Desk } from '#server/core/verb.ts'

/** Of a desk that was set back to a backup: what was to be told there may have been told since. */
export async function dropWaiting({ db, clock }: Pick<Desk, 'db' | 'clock'>): Promise<void> {
  await db
    .updateTable('beside_write')
    .set({ state: 'dropped', why: 'restored', ended_at: clock.now() })
    .where('state', '=', 'waiting')
    .execute()
}
