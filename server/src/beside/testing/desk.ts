import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readData } from '@firstline/contract/events'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import { readConfig } from '#server/core/config.ts'
import { seconds } from '#server/core/clock.ts'
import type { Event } from '#server/core/events.ts'
import { eventColumns } from '#server/core/events.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { createPerson } from '#server/testing/people.ts'
import { ticketDesk } from '#server/tickets/testing/factory.ts'
import { followDesk } from '#server/beside/follow-desk.ts'
import { queueEscalation, queueReceipt, queueResolution } from '#server/beside/queue-write.ts'
import { sendReply } from '#server/beside/send-reply.ts'
import { tellDesk } from '#server/beside/tell-desk.ts'
import type { OutsideDesk } from '#server/beside/port.ts'
import { standIn } from './stand-in.ts'
import { besideSection } from './section.ts'

/** For tests: a desk beside a stand-in, whose jobs are done when told. */
export async function besideDesk() {
  const reacting = ['ticket.resolved', 'ticket.escalated', 'action.verified']
  const plain = await createTestDesk((name) => (reacting.includes(name) ? ['tell'] : []))
  plain.clock.set(new Date())
  const tickets = await ticketDesk(plain)
  const { project } = tickets.sources
  await appendFile(join(project.folder, 'firstline.yaml'), besideSection)
  await project.reload()
  if (!project.current().beside) throw new Error(JSON.stringify(project.problems()))
  const config = readConfig({
    FIRSTLINE_HOME: '/dev/null/firstline',
    PUBLIC_URL: 'https://desk.acme.example',
  })
  const mails: object[] = []
  const mailer = { isConnected: true, send: async (mail: object) => void mails.push(mail) }
  const desk = { ...tickets, config, mailer }
  const agent = await createPerson(desk)
  const other = standIn(() => desk.clock.now())
  return {
    ...desk,
    ...other,
    agent,
    mails,
    follow: () => followDesk(desk, other.desk),
    /** Turn after turn, as each enqueues the next one. */
    async catchUp(): Promise<void> {
      for (;;) {
        await followDesk(desk, other.desk)
        const { isBehind } = await desk.db
          .selectFrom('beside_desk')
          .select('is_behind as isBehind')
          .executeTakeFirstOrThrow()
        if (!isBehind) return
      }
    },
    async ticketOf(externalId: string): Promise<string> {
      const { ticketId } = await desk.db
        .selectFrom('beside_ticket')
        .select('ticket_id as ticketId')
        .where('external_id', '=', externalId)
        .executeTakeFirstOrThrow()
      return ticketId
    },
    /** Does what is due by the desk's clock, one after the other, until nothing is. */
    workOff: () => workOff(other.desk),
    /** The same, of another desk that does otherwise. */
    workOffBy: workOff,
    /** What a reaction does to a delivery that was asked for again. */
    sendAgain: (message: string) => sendReply(desk, { message }),
    /** Past the time in which a reply can be taken back. */
    pass: (ms = 13 * seconds) => desk.clock.advance(ms),
  }

  async function workOff(by: OutsideDesk): Promise<void> {
    for (;;) {
      const job = await takeDue(desk.db, desk.clock.now())
      if (!job) return
      if (job.task === 'react') await react(job.payload.event)
      if (job.task === 'send_reply') await sendReply(desk, { message: job.payload.message })
      if (job.task === 'tell_desk') await tellDesk(desk, by, { write: job.payload.write })
    }
  }

  async function react(id: string): Promise<void> {
    const row = await desk.db
      .selectFrom('event')
      .select(eventColumns)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const event = row as Event
    const data = readData(event.name, row.data)
    if (event.name === 'ticket.resolved') await queueResolution(desk, { ...event, data } as never)
    if (event.name === 'ticket.escalated') await queueEscalation(desk, { ...event, data } as never)
    if (event.name === 'action.verified') await queueReceipt(desk, { ...event, data } as never)
  }
}

type Job = { task: string; payload: { event: string; message: string; write: string } }

async function takeDue(db: Kysely<DB>, now: Date): Promise<Job | undefined> {
  const { rows } = await sql<Job>`
    delete from graphile_worker._private_jobs where id = (
      select job.id from graphile_worker._private_jobs job
      join graphile_worker._private_tasks task on task.id = job.task_id
      where task.identifier in ('react', 'send_reply', 'tell_desk')
        and (job.run_at <= ${now} or task.identifier = 'react')
      order by job.id limit 1)
    returning (select identifier from graphile_worker._private_tasks where id = task_id) as task, payload`.execute(
    db,
  )
  return rows[0]
}
