import pg from 'pg'
import { sealRecord } from '../server/src/audit/seal-record.ts'
import { verifyRecordOfDesk } from '../server/src/audit/record-of-desk.ts'
import { system } from '../server/src/core/actor.ts'
import type { PersonActor } from '../server/src/core/actor.ts'
import { createApp } from '../server/src/create-app.ts'
import { readConfig } from '../server/src/core/config.ts'
import { ensureAppLogin } from '../server/src/database/app-login.ts'
import { migrate } from '../server/src/database/migrate.ts'
import { rebuildDesk } from '../server/src/scorecard/facts/rebuild-desk.ts'
import { startDesk } from '../server/src/start.ts'
import { createApiKey } from '../server/src/team/create-api-key.ts'
import { freePort } from '../server/src/testing/free-port.ts'
import { secondsOf } from './figures.ts'
import { growDesk } from './grow-desk.ts'
import type { Scratch } from './scratch.ts'
import { untilDone } from './server-cost.ts'
import { someTickets, standingTickets, writeProject } from './some-tickets.ts'

/** Of tickets that nobody has solved yet: as many as a team has open, whatever the size of its past. */
const open = 600
const years = 3

export type LargeDesk = {
  /** Of the database: who may read the server's counters. */
  owner: pg.Pool
  client: Client
}

/** A desk of so many tickets that serves, its facts made again and its record sealed and verified. */
export async function withLargeDesk(
  scratch: Scratch,
  size: number,
  work: (desk: LargeDesk) => Promise<void>,
): Promise<void> {
  const ownerUrl = await scratch.cluster.database('desk')
  const env = {
    FIRSTLINE_HOME: scratch.folder,
    FIRSTLINE_PROJECT: writeProject(scratch.folder),
    LOG_LEVEL: 'warn',
  }
  const people = await load(ownerUrl, env, size)
  const [port, smtpPort] = [await freePort(), await freePort()]
  const desk = await startDesk({
    ...env,
    DATABASE_URL: ownerUrl,
    PORT: String(port),
    SMTP_IN_PORT: String(smtpPort),
  })
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 8 })
  owner.on('error', () => undefined) // where something failed, the database stops before us
  try {
    await standingTickets(desk.app, people, open)
    const sealing = await secondsOf(() => sealRecord(desk.app))
    const { url, config } = desk.app
    const { verified, fault } = await verifyRecordOfDesk(url, config, {})
    if (fault) throw new Error(`The record is not what was sealed: ${fault.detail}`)
    console.log(`  sealed in ${sealing.toFixed(0)} s, verified: ${verified.events} events`)
    const permissions = ['ticket:read', 'ticket:write', 'account:read', 'scorecard:read'] as const
    const { key } = await createApiKey(desk.app, system('bench'), {
      name: 'bench',
      permissions: [...permissions],
    })
    await untilDone(owner)
    await work({
      owner,
      client: createClient(`http://127.0.0.1:${port}`, { authorization: `Bearer ${key}` }),
    })
  } finally {
    await owner.end()
    await desk.stop()
  }
}

async function load(
  ownerUrl: string,
  env: NodeJS.ProcessEnv,
  size: number,
): Promise<PersonActor[]> {
  await migrate(ownerUrl)
  const { url } = await ensureAppLogin(ownerUrl)
  const people = await makeTickets(url, env)
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  let tickets = 0
  const loading = await secondsOf(async () => {
    tickets = await growDesk(owner, { tickets: size, days: years * 365 })
  })
  console.log(`${tickets.toLocaleString('en')} tickets in ${loading.toFixed(0)} s`)
  const building = await secondsOf(() => rebuildDesk(url))
  const { facts, sums } = await rebuildDesk(url)
  if (facts + sums > 0) throw new Error(`Made again, ${facts} facts and ${sums} sums differ`)
  console.log(`  facts and sums in ${building.toFixed(0)} s, made again: no difference`)
  console.log(`  ${await spaceOf(owner, tickets)}`)
  await owner.end()
  return people
}

/** What each ticket takes, facts and sums among it, and which tables most of it. */
async function spaceOf(owner: pg.Client, tickets: number): Promise<string> {
  await owner.query('vacuum analyze')
  const { rows } = await owner.query<Record<'name', string> & Record<'rows' | 'indexes', number>>(`
    select relname as name, (pg_total_relation_size(oid) - pg_indexes_size(oid))::float8 as rows,
      pg_indexes_size(oid)::float8 as indexes
    from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
    order by pg_total_relation_size(oid) desc`)
  const kb = (bytes: number) => (bytes / tickets / 1024).toFixed(1)
  const all = rows.reduce((sum, one) => sum + one.rows + one.indexes, 0)
  const most = rows
    .slice(0, 6)
    .map((one) => `${one.name} ${kb(one.rows)} + ${kb(one.indexes)} of indexes`)
  return `${kb(all)} KB for each ticket: ${most.join(', ')}`
}

async function makeTickets(url: string, env: NodeJS.ProcessEnv): Promise<PersonActor[]> {
  const app = await createApp(readConfig(env), url)
  try {
    const { people } = await someTickets(app, 4)
    return people
  } finally {
    await app.close()
  }
}

export type Client = (
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: object,
) => Promise<unknown>

/** By JSON. @param as what says who asks */
export function createClient(url: string, as: Record<string, string>): Client {
  const headers = { ...as, 'content-type': 'application/json' }
  return async (method, path, body) => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const said = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path} answers ${answer.status}: ${said}`)
    return said === '' ? null : JSON.parse(said)
  }
}
