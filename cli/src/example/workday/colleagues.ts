import type { DeskPerson } from './desk-people.ts'
import { until } from './until.ts'

type Colleagues = { agent: DeskPerson; engineer: DeskPerson; lead: DeskPerson }

/** One asks another by name and is answered, and a third one looks on. */
export async function askByName(
  { agent, engineer, lead }: Colleagues,
  ticketId: string,
): Promise<void> {
  await lead.desk.watchTicket({ params: { ticketId } })
  await sayTo(agent, engineer, ticketId, 'have you seen this domain bounce before?')
  await sayTo(engineer, agent, ticketId, 'twice in May, each time after they moved their mail.')
}

async function sayTo(
  by: DeskPerson,
  of: DeskPerson,
  ticketId: string,
  words: string,
): Promise<void> {
  const text = `@${of.name} ${words}`
  const mentions = [{ personId: of.id, place: 0 }]
  await by.desk.addNote({ params: { ticketId }, body: { text, mentions } })
}

/** Of what is unread in their inbox the oldest is read, once there are two. */
export async function readSome({ name, desk }: DeskPerson): Promise<void> {
  const oldest = await until(`What concerns ${name}`, async () => {
    const { items } = await desk.listNotifications({ query: { state: 'unread' } })
    return items.length > 1 ? items.at(-1) : undefined
  })
  await desk.markNotification({ params: { id: oldest.id }, body: { isRead: true } })
}
