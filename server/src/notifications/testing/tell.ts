import { isEventName } from '@firstline/contract/events'
import { sql } from 'kysely'
import { reactionsByOneJob } from '#server/core/react.ts'
import { notify, watchWhenMentioned } from '#server/notifications/notify.ts'
import { reactionsTo } from '#server/reactions.ts'
import type { TestDesk } from '#server/testing/desk.ts'

const told = new Set<string>()

/** For tests: what has happened to a ticket since is told by the jobs of its events, in their order, each twice. */
export async function tellOf(desk: TestDesk, ticketId: string): Promise<void> {
  const react = reactionsByOneJob({
    ...desk,
    reactions: {
      notify: (event: Parameters<typeof notify>[1]) => notify(desk, event),
      watch_when_mentioned: (event: Parameters<typeof watchWhenMentioned>[1]) =>
        watchWhenMentioned(desk, event),
    },
  })
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from event
    where ticket_id = ${ticketId} order by id`.execute(desk.db)
  const fresh = rows.filter(({ id, name }) => isTold(name) && !told.has(`${ticketId} ${id}`))
  for (const { id, name } of [...fresh, ...fresh].toSorted((a, b) => Number(a.id) - Number(b.id))) {
    told.add(`${ticketId} ${id}`)
    await react({ event: id, reaction: 'notify' })
    if (name === 'note.added') await react({ event: id, reaction: 'watch_when_mentioned' })
  }
}

function isTold(name: string): boolean {
  return isEventName(name) && reactionsTo(name).includes('notify')
}
