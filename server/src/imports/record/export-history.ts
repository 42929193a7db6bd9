import { createHmac, randomBytes } from 'node:crypto'
import { HistoryLine } from '@firstline/contract/formats/history'
import type { HistoryHeader } from '@firstline/contract/formats/history'
import type pg from 'pg'
import { historyEventNames } from '#server/scorecard/facts/history.ts'

export type ExportChoice = {
  now: Date
  timeZone: string
  /** Only this one: `live`, or `import:<key>`. */
  origin?: string | undefined
  /** People become names that are the same within this export and nowhere else. */
  isPseudonymous?: boolean | undefined
  onProgress?: ((records: number) => void) | undefined
}

type Row = {
  ticket: string
  /** Milliseconds since 1970-01-01 UTC. */
  at: number
  name: string
  kind: string
  actor: string | null
  contact: string | null
  data: Record<string, unknown>
}

const fetchedRows = 2_000

/**
 * The history of the whole desk in the canonical format, ticket by ticket, as of one moment; what is
 * set aside is left out. Brought into an empty desk it gives the same numbers.
 */
export async function* exportHistory(
  client: pg.ClientBase,
  choice: ExportChoice,
): AsyncGenerator<string> {
  yield line(headerOf(choice))
  const name = choice.isPseudonymous ? pseudonyms() : (text: string) => text
  await client.query('begin transaction isolation level repeatable read read only')
  try {
    await client.query(query, [historyEventNames, choice.origin ?? null])
    let records = 0
    for (;;) {
      const { rows } = await client.query<Row>(`fetch ${fetchedRows} from exported_event`)
      if (rows.length === 0) break
      yield rows.map((row) => line(recordOf(row, name))).join('')
      records += rows.length
      choice.onProgress?.(records)
    }
  } finally {
    await client.query('rollback')
  }
}

const query = `
  declare exported_event no scroll cursor for
  select event.ticket_id as ticket, round(extract(epoch from event.at) * 1000)::float8 as at,
    event.name, event.actor_kind as kind, event.actor_id as actor, event.data,
    case when event.name = 'ticket.received' then contact.email end as contact
  from event
  left join ticket on ticket.id = event.ticket_id and event.name = 'ticket.received'
  left join contact on contact.id = ticket.contact_id
  where event.ticket_id is not null and event.name = any($1) and ($2::text is null or event.origin = $2)
    and event.origin not in (select origin from history_set_aside)
  order by event.ticket_id, event.at, event.id`

function headerOf({ now, timeZone }: ExportChoice): HistoryHeader {
  return {
    format: 'firstline.history',
    version: 1,
    source: 'Firstline',
    generatedAt: now.toISOString(),
    timeZone,
    lines: { kind: 'told' },
  }
}

function recordOf({ ticket, at, name, kind, actor, contact, data }: Row, person: Pseudonym) {
  const who = { kind: actorKind(kind), id: actor === null ? null : person(actor) }
  const told = { ...data }
  if (contact !== null) told['contact'] = person(contact)
  if (typeof told['by'] === 'string' && name === 'ticket.resolved') told['by'] = person(told['by'])
  // what the format does not know is left out
  return HistoryLine.parse({ ticket, at: new Date(at).toISOString(), actor: who, name, data: told })
}

type Pseudonym = (name: string) => string

function pseudonyms(): Pseudonym {
  const key = randomBytes(32)
  return (name) => createHmac('sha256', key).update(name.toLowerCase()).digest('hex').slice(0, 16)
}

function actorKind(kind: string): 'customer' | 'agent' | 'system' {
  if (kind === 'customer' || kind === 'system') return kind
  return 'agent'
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`
}
