import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createClient } from '@firstline/contract/client'
import type pg from 'pg'
import { messageOf } from '#server/core/errors.ts'
import type { Company } from './outage-company.ts'
import type { Kind, Ledger, Wish } from './outage-ledger.ts'
import type { DeskNode } from './outage-nodes.ts'

const cli = fileURLToPath(new URL('../../../../cli/src/main.ts', import.meta.url))
const run = promisify(execFile)

export type Judging = {
  /** Straight to the database, past what goes wrong. */
  database: pg.Pool
  databaseUrl: string
  env: NodeJS.ProcessEnv
  nodes: readonly DeskNode[]
  ledger: Ledger
  company: Company
  /** Message-IDs of the mails that came to customers, and how often. */
  delivered: ReadonlyMap<string, number>
  headers: Record<string, string>
}

export type Counts = {
  /** Since the last fault, until no job of before it was left. */
  jobsDoneAfterMs: number
  readyAfterMs: number
  acknowledged: Record<Kind, number>
  unanswered: number
  mailsTwice: number
  runsSettledByHand: number
  events: number
}

const longestMs = 60_000
/** For what is not asked to be done within a time: it is waited for, on any machine. */
const mostPatience = 600_000

/** What the desk was made of by all that went wrong. */
export async function judge(world: Judging): Promise<{ findings: string[]; counts: Counts }> {
  const { database, nodes, ledger, delivered } = world
  const findings = [...new Set(ledger.findings)]
  const readyAfterMs = await until(() => areReady(nodes), longestMs)
  if (readyAfterMs === null) findings.push(`not ready: ${await whyNot(nodes)}`)
  const before = await now(database)
  const jobsDoneAfterMs = await until(() => areDone(database, before), longestMs)
  if (jobsDoneAfterMs === null) {
    findings.push(`jobs are left: ${JSON.stringify(await leftJobs(database, before))}`)
    await until(() => areDone(database, before), mostPatience)
  }
  // what was done a moment ago has jobs of its own: deliveries, verifications
  if ((await until(() => isQuiet(database), mostPatience)) === null) {
    findings.push('the queue does not come to an end')
  }
  const runsSettledByHand = await settleUnknown(world)
  findings.push(...(await judgeWishes(world)), ...(await judgeRuns(world)))
  findings.push(...(await judgeFailed(database)), ...judgeLogs(nodes))
  findings.push(...(await judgeSeals(world)))
  const acknowledged = { mail: 0, ticket: 0, reply: 0, note: 0, resolution: 0, run: 0 }
  for (const wish of ledger.wishes) if (wish.isAcknowledged) acknowledged[wish.kind]++
  const { rows } = await database.query<{ count: number }>(
    'select count(*)::int as count from event',
  )
  return {
    findings,
    counts: {
      readyAfterMs: readyAfterMs ?? Infinity,
      jobsDoneAfterMs: jobsDoneAfterMs ?? Infinity,
      acknowledged,
      unanswered: ledger.wishes.filter(({ isAcknowledged }) => !isAcknowledged).length,
      mailsTwice: [...delivered.values()].filter((times) => times > 1).length,
      runsSettledByHand,
      events: rows[0]!.count,
    },
  }
}

/** @returns after how long, or null */
async function until(isSo: () => Promise<boolean>, patienceMs: number): Promise<number | null> {
  const began = performance.now()
  while (performance.now() - began < patienceMs) {
    if (await isSo().catch(() => false)) return performance.now() - began
    await wait(200)
  }
  return null
}

async function areReady(nodes: readonly DeskNode[]): Promise<boolean> {
  const answers = await Promise.all(nodes.map(({ url }) => fetch(`${url}/readyz`)))
  return answers.every(({ status }) => status === 200)
}

async function whyNot(nodes: readonly DeskNode[]): Promise<string> {
  const answers = nodes.map(async ({ name, url }) => {
    const text = await fetch(`${url}/readyz`).then((answer) => answer.text(), messageOf)
    return `${name}: ${text}`
  })
  return (await Promise.all(answers)).join('; ')
}

async function now(database: pg.Pool): Promise<Date> {
  const { rows } = await database.query<{ now: Date }>('select clock_timestamp() as now')
  return rows[0]!.now
}

/** Of before, and due: also one that failed and waits to be tried again. */
const left = `
  from graphile_worker._private_jobs job
    join graphile_worker._private_tasks task on task.id = job.task_id
  where job.created_at <= $1 and (job.run_at <= now() or job.attempts > 0)`

async function areDone(database: pg.Pool, before: Date): Promise<boolean> {
  return (await leftJobs(database, before)).length === 0
}

async function leftJobs(database: pg.Pool, before: Date) {
  const { rows } = await database.query<{ task: string; last_error: string | null; count: number }>(
    `select task.identifier as task, left(job.last_error, 300) as last_error, max(job.attempts) as attempts,
      max(job.locked_by) as locked_by, count(*)::int as count ${left} group by 1, 2`,
    [before],
  )
  return rows
}

/**
 * Nothing is due, and nothing will be within the time that a verification may take. What is unknown is read
 * on for a day, unless a person decides: that is not waited for.
 */
async function isQuiet(database: pg.Pool): Promise<boolean> {
  const { rows } = await database.query(
    `select 1 from graphile_worker._private_jobs job
      join graphile_worker._private_tasks task on task.id = job.task_id
    where job.run_at <= now() or task.identifier = 'send_reply'
      or (task.identifier = 'settle_action_run' and not exists (
        select 1 from action_run run
        where run.id::text = job.payload ->> 'run' and run.state = 'unknown'))
    limit 1`,
  )
  return rows.length === 0
}

/** As a person would: read anew whether it has happened. */
async function settleUnknown({ database, nodes, headers }: Judging): Promise<number> {
  const { rows } = await database.query<{ id: string }>(
    `select id from action_run where state = 'unknown'`,
  )
  const client = createClient({ baseUrl: nodes[0]!.url, headers: () => headers })
  for (const { id } of rows) await client.verifyActionRun({ params: { runId: id } })
  return rows.length
}

/** Nothing that was acknowledged is missing; nothing is there twice. */
async function judgeWishes({ database, ledger, delivered }: Judging): Promise<string[]> {
  const found = {
    mail: await countMarks(database, `select text from message where kind = 'customer'`),
    ticket: await countMarks(database, 'select subject as text from ticket'),
    reply: await countMarks(database, `select text from message where kind = 'reply'`),
    note: await countMarks(database, `select text from message where kind = 'note'`),
    resolution: await countMarks(database, 'select summary as text from resolution'),
    run: new Map<string, number>(),
  }
  const { rows: runs } = await database.query<{ id: string; count: number }>(
    `select input ->> 'export_id' as id, count(*)::int as count from action_run group by 1`,
  )
  for (const { id, count } of runs) found.run.set(id, count)
  const findings = ledger.wishes.flatMap((wish) => judgeWish(wish, found[wish.kind]))
  const { rows: unsent } = await database.query<{ message_id: string; delivery: string }>(
    `select message_id, delivery from message where kind = 'reply' and delivery <> 'sent'`,
  )
  const { rows: sent } = await database.query<{ message_id: string }>(
    `select message_id from message where kind = 'reply' and delivery = 'sent'`,
  )
  const missing = sent.filter(({ message_id }) => !delivered.has(message_id))
  return [
    ...findings,
    ...unsent.map(({ message_id, delivery }) => `a reply is ${delivery}: ${message_id}`),
    ...missing.map(({ message_id }) => `a reply that was sent did not arrive: ${message_id}`),
  ]
}

function judgeWish(
  { kind, mark, isAcknowledged, tries }: Wish,
  found: Map<string, number>,
): string[] {
  const times = found.get(mark) ?? 0
  if (isAcknowledged && times === 0) return [`lost: ${kind} ${mark} was acknowledged`]
  if (times > 1) return [`doubled: ${kind} ${mark} is there ${times} times (asked ${tries} times)`]
  return []
}

async function countMarks(database: pg.Pool, texts: string): Promise<Map<string, number>> {
  const { rows } = await database.query<{ mark: string; count: number }>(
    `select substring(text from 'mark-[0-9a-z]+-') as mark, count(*)::int as count
    from (${texts}) as written where text like '%mark-%' group by 1`,
  )
  return new Map(rows.map(({ mark, count }) => [mark, count]))
}

/** What is on record is what the company's system has seen, and every account is free again. */
async function judgeRuns({ database, company }: Judging): Promise<string[]> {
  const { rows } = await database.query<{ id: string; state: string; count: number }>(
    `select input ->> 'export_id' as id, state, count(*) over (partition by input ->> 'export_id')::int as count
    from action_run`,
  )
  const { rows: made } = await company.shop.query<{ id: string; attempts: number }>(
    'select id, attempts from shop.export',
  )
  const states = new Map(rows.map(({ id, state }) => [id, state]))
  return made.flatMap(({ id, attempts }) => {
    const state = states.get(id)
    const done = attempts - 1
    if (done > 1) return [`doubled: the action on ${id} was done ${done} times`]
    if (done === 1 && state === 'verified') return []
    if (done === 0 && (state === undefined || state === 'failed')) return []
    return [`the run on ${id} is ${state}, and it was done ${done} times`]
  })
}

async function judgeFailed(database: pg.Pool): Promise<string[]> {
  const { rows: jobs } = await database.query<{ task: string; error: string; count: number }>(
    `select task.identifier as task, left(last_error, 200) as error, count(*)::int as count
    from graphile_worker._private_jobs job
      join graphile_worker._private_tasks task on task.id = job.task_id
    where attempts >= max_attempts group by 1, 2`,
  )
  const { rows: mails } = await database.query<{ state: string; outcome: string; count: number }>(
    `select state, outcome, count(*)::int as count from inbound_mail
    where state <> 'accepted' and outcome is distinct from 'The same mail again' group by 1, 2`,
  )
  return [
    ...jobs.map((job) => `jobs that are not tried any more: ${JSON.stringify(job)}`),
    ...mails.map((mail) => `mails that are no tickets: ${JSON.stringify(mail)}`),
  ]
}

/** What nobody caught, and what broke, is in the log. */
function judgeLogs(nodes: readonly DeskNode[]): string[] {
  return nodes.flatMap(({ name, log }) => {
    const lines = readFileSync(log, 'utf8').split('\n')
    const errors = lines.filter((line) =>
      /an error that nobody caught|unexpected error|^Node\.js v/.test(line),
    )
    return errors.slice(0, 5).map((line) => `${name}: ${line.slice(0, 500)}`)
  })
}

async function judgeSeals({ database, databaseUrl, env }: Judging): Promise<string[]> {
  const isSealed = async () => {
    const { rows } = await database.query<{ count: number }>(
      `select count(*)::int as count from graphile_worker._private_jobs job
        join graphile_worker._private_tasks task on task.id = job.task_id
      where task.identifier = 'seal_record'`,
    )
    return rows[0]!.count === 0
  }
  await database.query(`select graphile_worker.add_job('seal_record', '{}'::json)`)
  if ((await until(isSealed, mostPatience)) === null) return ['the record is not sealed']
  const command = (name: string) =>
    run(process.execPath, [cli, 'audit', name], {
      env: { ...process.env, ...env, DATABASE_URL: databaseUrl },
    })
  try {
    const { stdout } = await command('state')
    await command('verify')
    const { rows } = await database.query<{ sealed: number; events: number }>(
      `select (select coalesce(sum((body::json ->> 'size')::int), 0)::int from seal) as sealed,
        (select count(*)::int from event) as events`,
    )
    const { sealed, events } = rows[0]!
    return sealed >= events ? [] : [`${events - sealed} events are not sealed: ${stdout}`]
  } catch (error) {
    const { stdout } = error as { stdout?: string }
    return [`audit verify: ${messageOf(error)} ${stdout ?? ''}`]
  }
}
