import type { Kysely } from 'kysely'
import type { Config } from '#server/core/config.ts'
import type { DB } from '#server/database/db-types.ts'

type Reading = { db: Kysely<DB>; config: Pick<Config, 'publicUrl'> }

/** Values that were typed, each on a line of its own; never what was read from a customer's systems. */
export async function wordsOfRun(reading: Reading, id: string): Promise<string> {
  const run = await readRun(reading.db, id)
  const given = Object.entries(run.input).map(([name, value]) => `${name}: ${shown(value)}`)
  return lines([
    `${run.actor.name}: ${run.title}`,
    ...given,
    run.reason === '' ? null : `Reason: ${run.reason}`,
    'Done, and seen to be so.',
    linkTo(reading, run.ticketId),
  ])
}

export async function wordsOfUndo(reading: Reading, id: string, by: string): Promise<string> {
  const [run, undo] = [await readRun(reading.db, id), await readRun(reading.db, by)]
  return lines([`${undo.actor.name}: ${run.title} was taken back.`, linkTo(reading, run.ticketId)])
}

async function readRun(db: Kysely<DB>, id: string) {
  const run = await db
    .selectFrom('action_run')
    .select(['action_title as title', 'actor', 'input', 'reason', 'ticket_id as ticketId'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { ...run, input: objectOf(run.input) }
}

/** Cause, runbook and what was done; the reply to the customer is told by itself. */
export async function wordsOfResolution(reading: Reading, id: string): Promise<string> {
  const resolution = await reading.db
    .selectFrom('resolution')
    .leftJoin('person', 'person.id', 'resolution.person_id')
    .leftJoin('runbook_run as run', 'run.id', 'resolution.runbook_run_id')
    .select([
      'resolution.ticket_id as ticketId',
      'resolution.summary',
      'resolution.line',
      'resolution.runbook_id as runbook',
      'resolution.runbook_version as version',
      'resolution.action_runs as actionRuns',
      'run.cause',
      'person.name',
    ])
    .where('resolution.id', '=', id)
    .executeTakeFirstOrThrow()
  const { summary, line, runbook, version, cause, name, actionRuns } = resolution
  return lines([
    `Resolved by ${name ?? 'Firstline'} (${line}): ${summary}`,
    runbook === null ? null : `Runbook: ${runbook}, version ${version ?? 1}`,
    cause === null ? null : `Cause: ${cause}`,
    actionRuns.length === 0 ? null : `Actions: ${actionRuns.length}`,
    linkTo(reading, resolution.ticketId),
  ])
}

export async function wordsOfEscalation(reading: Reading, id: string): Promise<string> {
  const escalation = await reading.db
    .selectFrom('escalation')
    .leftJoin('person', 'person.id', 'escalation.escalated_by')
    .leftJoin('ai_agent', 'ai_agent.id', 'escalation.escalated_by_ai')
    .select(['escalation.team', 'escalation.because', 'escalation.note'])
    .select(['escalation.ticket_id as ticketId', 'person.name', 'ai_agent.name as agent'])
    .where('escalation.id', '=', id)
    .executeTakeFirstOrThrow()
  const { team, because, note, name, agent } = escalation
  return lines([
    `${name ?? agent ?? 'Firstline'} has escalated it to ${team}: ${because}`,
    note === '' ? null : note,
    `With the evidence: ${reading.config.publicUrl}/escalations/${id}`,
  ])
}

function linkTo({ config }: Reading, ticketId: string): string {
  return `${config.publicUrl}/tickets/${ticketId}`
}

function lines(all: readonly (string | null)[]): string {
  return all.filter((line) => line !== null).join('\n')
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function objectOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}
