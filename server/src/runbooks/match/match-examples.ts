import { present } from '@firstline/contract/present'
import { sql } from 'kysely'
import type { Kysely, RawBuilder } from 'kysely'
import type { DB } from '#server/database/db-types.ts'
import type { Example } from '#server/text-model/train-text-model.ts'
import { runbookLabel, typeLabel } from './match-labels.ts'
import type { Candidate } from './match-symptoms.ts'
import { onlyRow } from '#server/database/only-row.ts'

/** What a person said of one ticket; the ticket's own words stay in its messages. */
export type Confirmation = {
  text: string
  /** The runbook started on it last and not abandoned. */
  started: string | null
  /** The type somebody gave it last. */
  type: string | null
  /** The runbooks somebody said it was not. */
  refused: string[]
}

/** The latest of them: a desk changes, and so does what its customers write. */
const mostTickets = 20_000

/**
 * Only people teach: what the product matched by itself, what an AI agent started and what was
 * imported are no confirmation. An abandoned run says nothing, whichever the reason was.
 */
export async function readConfirmations(db: Kysely<DB>): Promise<Confirmation[]> {
  const { rows } = await sql<Confirmation>`
    with newest as (
      select ticket_id, id from event
      where name in ('runbook.started', 'runbook.match_refused', 'ticket.type_changed')
        and ${byPeople(sql`event`)}
      order by id desc limit ${5 * mostTickets}
    ), latest as (
      select ticket_id, max(id) as newest from newest group by ticket_id
      order by newest desc limit ${mostTickets}
    )
    select ticket.subject || e'\n' || coalesce(first.text, '') as text,
      (select said.data->>'runbook' from event said
        where said.ticket_id = ticket.id and said.name = 'runbook.started'
          and ${byPeople(sql`said`)} and not exists (
          select from event gone where gone.ticket_id = ticket.id
            and gone.name = 'runbook.abandoned' and gone.data->>'run' = said.data->>'run')
        order by said.id desc limit 1) as started,
      (select said.data->>'type' from event said
        where said.ticket_id = ticket.id and said.name = 'ticket.type_changed'
          and ${byPeople(sql`said`)}
        order by said.id desc limit 1) as type,
      array(select distinct said.data->>'runbook' from event said
        where said.ticket_id = ticket.id and said.name = 'runbook.match_refused'
          and ${byPeople(sql`said`)}) as refused
    from latest
    join lateral (
      select id, subject, state from ticket where ticket.id = latest.ticket_id limit 1) ticket on true
    left join lateral (
      select text from message where ticket_id = ticket.id and kind = 'customer'
      order by at, id limit 1) first on true
    where ticket.state <> 'void'
    order by ticket.id
  `.execute(db)
  return rows
}

function byPeople(said: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`${said}.actor_kind = 'person' and ${said}.origin = 'live'`
}

/** The newest confirmation and the texts of the runbooks: as long as both stand, nothing is new. */
export async function readBasis(db: Kysely<DB>): Promise<string> {
  const { rows } = await sql<{ basis: string }>`
    select (select coalesce(max(id), 0) from event
        where name in ('runbook.started', 'runbook.match_refused', 'ticket.type_changed')
          and actor_kind = 'person' and origin = 'live')
      || ':' || (select md5(coalesce(string_agg(runbook_id || ' ' || version, ',' order by runbook_id), ''))
        from runbook_version where state = 'published') as basis
  `.execute(db)
  return onlyRow(rows).basis
}

/**
 * Each ticket teaches one label: its runbook, or its type where no runbook, or several, can be meant.
 * Symptoms and titles of the runbooks stand beside them, so that a new runbook is known at once.
 */
export function examplesFrom(
  confirmations: readonly Confirmation[],
  runbooks: readonly Candidate[],
): Example[] {
  return [
    ...runbooks.flatMap(({ id, title, symptoms }) =>
      [title, ...symptoms].map((text) => ({ text, label: runbookLabel(id), isDescription: true })),
    ),
    ...confirmations.flatMap((confirmation) => examplesOf(confirmation, runbooks)),
  ]
}

function examplesOf(confirmation: Confirmation, runbooks: readonly Candidate[]): Example[] {
  const { text, refused } = confirmation
  const label = labelOf(confirmation, runbooks)
  const nots = refused
    .filter((id) => runbookLabel(id) !== label && runbooks.some((runbook) => runbook.id === id))
    .map((id) => ({ text, label: runbookLabel(id), isNot: true }))
  return label === null ? nots : [{ text, label }, ...nots]
}

function labelOf(
  { started, type, refused }: Confirmation,
  runbooks: readonly Candidate[],
): string | null {
  if (started !== null && runbooks.some(({ id }) => id === started)) return runbookLabel(started)
  if (type === null) return null
  const meant = runbooks.filter((runbook) => runbook.type === type)
  const only = meant.length === 1 ? present(meant[0]).id : null
  return only === null || refused.includes(only) ? typeLabel(type) : runbookLabel(only)
}
