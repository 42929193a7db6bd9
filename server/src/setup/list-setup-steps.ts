import type { SetupState, SetupStepName, SetupSteps } from '@firstline/contract/setup'
import { z } from 'zod'
import { readMailboxes, stateOf } from '#server/channels/imap/list-mailboxes.ts'
import type { WithConnectedThings } from '#server/connections/health/connected-things.ts'
import { readHealth } from '#server/connections/health/read-health.ts'
import { defineQuery } from '#server/core/verb.ts'
import type { QueryContext } from '#server/core/verb.ts'
import type { WithMailer } from '#server/outbound/mailer.ts'
import type { WithProject } from '#server/project/project.ts'
import { readMailTest, readSample, readSkipped } from './kept.ts'

type Context = QueryContext & WithMailer & WithProject & WithConnectedThings
type Facts = Omit<SetupSteps, 'states'>

export const listSetupSteps = defineQuery({
  permission: 'admin:manage',
  input: z.object({}),
  async run(context: Context): Promise<SetupSteps> {
    const { db, config, mailer, sources } = context
    const project = sources.project.current()
    const facts: Facts = {
      organisation: {
        hasProject: sources.project.files('Project').length > 0,
        name: project.name,
        timeZone: config.timeZone,
        problems: sources.project.problems().length,
      },
      mail: { isConnected: mailer.isConnected, lastTest: await readMailTest(db) },
      mailbox: await readIncoming(context),
      people: { count: await countPeople(db) },
      history: { origins: await readOrigins(db) },
      system: await readSystem(context),
      sample: { ticketId: await readSample(db) },
      hasTickets: await hasTickets(db),
    }
    const skipped = await readSkipped(db)
    const stateOfStep = (step: SetupStepName): SetupState => {
      const told = judge[step](facts)
      return told === 'open' && skipped.has(step) ? 'skipped' : told
    }
    const states = {
      organisation: stateOfStep('organisation'),
      mail: stateOfStep('mail'),
      mailbox: stateOfStep('mailbox'),
      people: stateOfStep('people'),
      history: stateOfStep('history'),
      system: stateOfStep('system'),
      sample: stateOfStep('sample'),
    }
    return { ...facts, states }
  },
})

type Told = Exclude<SetupState, 'skipped'>

/** What the desk itself says of a step. */
const judge: Record<SetupStepName, (facts: Facts) => Told> = {
  organisation: ({ organisation: { hasProject, problems } }) =>
    problems > 0 ? 'failing' : hasProject ? 'done' : 'open',
  mail({ mail: { isConnected, lastTest } }) {
    if (!isConnected || lastTest === null) return 'open'
    return lastTest.isTaken ? 'done' : 'failing'
  },
  mailbox({ mailbox: { mailboxes, lastMailAt } }) {
    if (mailboxes.some(({ state }) => state === 'failing')) return 'failing'
    return lastMailAt === null ? 'open' : 'done'
  },
  people: ({ people: { count } }) => (count > 1 ? 'done' : 'open'),
  history: ({ history: { origins } }) => (origins.length > 0 ? 'done' : 'open'),
  system({ system: { answering, failing } }) {
    if (failing > 0) return 'failing'
    return answering > 0 ? 'done' : 'open'
  },
  sample: ({ sample: { ticketId }, hasTickets: isUsed }) =>
    ticketId !== null || isUsed ? 'done' : 'open',
}

async function readIncoming({ db, config, sources }: Context): Promise<Facts['mailbox']> {
  const { support, mailboxes } = sources.project.current()
  const keys = mailboxes.map(({ key }) => key)
  const known = await readMailboxes(db, keys)
  // ids are in the order of time
  const last = await db
    .selectFrom('inbound_mail')
    .select('received_at as at')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    address: support.address,
    smtpPort: config.smtpIn.port,
    mailboxes: mailboxes.map(({ name, key }) => ({ name, state: stateOf(known.get(key)) })),
    lastMailAt: last?.at.toISOString() ?? null,
  }
}

async function countPeople(db: QueryContext['db']): Promise<number> {
  const { count } = await db
    .selectFrom('person')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('disabled_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Of the example's generated history nobody would say that it is theirs. */
async function readOrigins(db: QueryContext['db']): Promise<string[]> {
  const rows = await db
    .selectFrom('import_run')
    .select('origin')
    .where('state', '=', 'done')
    .where('origin', '!=', 'generated')
    .orderBy('origin')
    .limit(20)
    .execute()
  return rows.map(({ origin }) => origin)
}

async function readSystem(context: Context): Promise<Facts['system']> {
  const things = await context.connectedThings(context)
  const sources = things.filter(({ kind }) => kind === 'source' || kind === 'metric')
  const connections = [...new Set(sources.map(({ connection }) => connection))]
  const healthOf = await readHealth(context, connections)
  const last = sources.map(({ connection, id }) => {
    return healthOf({ connection, kind: 'source', thing: id }).last
  })
  return {
    sources: sources.length,
    answering: last.filter((each) => each !== null && each.fault === null).length,
    failing: last.filter((each) => each !== null && each.fault !== null).length,
  }
}

/** Beside the sample, and those that were put away. */
async function hasTickets(db: QueryContext['db']): Promise<boolean> {
  const sample = await readSample(db)
  const newest = await db
    .selectFrom('ticket')
    .select(['id', 'void_reason as voidReason'])
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  return newest.some(({ id, voidReason }) => id !== sample && voidReason !== 'test')
}
