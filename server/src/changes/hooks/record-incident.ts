import { sql } from 'kysely'
import { z } from 'zod'
import { incidentEnded, incidentOpened, incidentUpdated } from '#server/changes/events.ts'
import { Conflict, Refusal } from '#server/core/errors.ts'
import { defineDeed, defineVerb } from '#server/core/verb.ts'
import type { VerbContext } from '#server/core/verb.ts'
import type { ToldIncident } from './complete-incident.ts'

type Tx = VerbContext['tx']
const Input = z.object({ incident: z.custom<ToldIncident>() })

const recordToldIncident = defineVerb({
  permission: 'change:write',
  input: Input,
  async run({ tx }, { incident }) {
    // messages about one incident come at once and in any order: each sees what the one before wrote
    await sql`select pg_advisory_xact_lock(hashtextextended(${incident.origin}, 12))`.execute(tx)
    const last = await lastOf(tx, incident.origin)
    if (!last || isAnother(last, incident)) return openIncident(tx, incident)
    if (!changes(last, incident)) throw known()
    const { title, impact, services, url, at, isOpen } = incident
    await tx
      .updateTable('incident')
      .set({ title, impact, url, updated_at: at, ended_at: isOpen ? null : at })
      .set({ services: services.length > 0 ? services : last.services })
      .where('id', '=', last.id)
      .execute()
    const event = isOpen ? incidentUpdated : incidentEnded
    return { result: { id: last.id, isNew: false }, events: [event(last.id, title)] }
  },
})

/** What a sender says of an incident; told again, or late, it changes nothing. */
export const recordIncident = defineDeed({
  permission: recordToldIncident.permission,
  input: Input,
  async run(context, input) {
    try {
      return await recordToldIncident(context, context.actor, input)
    } catch (error) {
      if (!(error instanceof Refusal) || error.reason !== 'incident.known') throw error
      const last = await lastOf(context.db, input.incident.origin)
      if (!last) throw error
      return { id: last.id, isNew: false }
    }
  },
})

type Known = NonNullable<Awaited<ReturnType<typeof lastOf>>>

function lastOf(db: Pick<Tx, 'selectFrom'>, origin: string) {
  return db
    .selectFrom('incident')
    .selectAll()
    .where('origin', '=', origin)
    .orderBy('opened_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Under the same name something began after the last one had ended. */
function isAnother(last: Known, { openedAt, isOpen }: ToldIncident): boolean {
  return last.ended_at !== null && isOpen && openedAt > last.ended_at
}

/** Late messages, of what has gone on since or of an earlier time under the same name, change nothing. */
function changes(last: Known, told: ToldIncident): boolean {
  if (last.ended_at !== null) return told.isOpen && told.at > last.ended_at
  if (!told.isOpen) return told.at >= last.opened_at
  return told.at >= last.updated_at && !isSame(last, told)
}

function isSame(last: Known, { title, impact, services }: ToldIncident): boolean {
  return (
    last.title === title &&
    last.impact === impact &&
    services.every((service) => last.services.includes(service))
  )
}

/** Also one whose end came before its beginning. */
async function openIncident(tx: Tx, { isOpen, at, openedAt, ...told }: ToldIncident) {
  const { origin, title, impact, services, url } = told
  const { id } = await tx
    .insertInto('incident')
    .values({ origin, title, impact, services, url, opened_at: openedAt, updated_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (isOpen) return { result: { id, isNew: true }, events: [incidentOpened(id, title)] as const }
  await tx.updateTable('incident').set({ ended_at: at }).where('id', '=', id).execute()
  const events = [incidentOpened(id, title), incidentEnded(id, title)] as const
  return { result: { id, isNew: true }, events }
}

function known(): Conflict {
  return new Conflict('incident.known', 'This was told of the incident before')
}
