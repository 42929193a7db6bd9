import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { SMTPServer } from 'smtp-server'
import { system } from '#server/core/actor.ts'
import { readConfig } from '#server/core/config.ts'
import { openDatabase } from '#server/database/open-database.ts'
import { startEmbedded } from '#server/database/postgres/embedded.ts'
import { describeCluster } from '#server/database/postgres/cluster.ts'
import { makeScratchFolder } from '#server/database/postgres/scratch-folder.ts'
import { createApp } from '#server/create-app.ts'
import { addPerson } from '#server/team/add-person.ts'
import { createApiKey } from '#server/team/create-api-key.ts'
import { createCompany } from './outage-company.ts'
import { mountSmallDisk } from './outage-disk.ts'
import { startNode } from './outage-nodes.ts'
import type { DeskNode } from './outage-nodes.ts'
import { createFaultyNetwork } from '#server/testing/faulty-network.ts'

const publicUrl = 'https://desk.example'
const password = 'correct-horse-12'
const diskMegabytes = 1_500

export type OutageWorld = Awaited<ReturnType<typeof createOutageWorld>>

/**
 * Web and worker nodes as processes, on a PostgreSQL of their own behind a network that goes
 * wrong, and the company whose desk it is.
 * @param companyUrl a database that stays
 */
export async function createOutageWorld(companyUrl: string, nodesOfEach: number) {
  const made = new AsyncDisposableStack()
  const folder = makeScratchFolder('firstline-outage-')
  made.defer(() => rmSync(folder, { recursive: true, force: true }))
  const place = join(folder, 'disk')
  const disk = mountSmallDisk(place, diskMegabytes)
  if (disk) made.defer(() => disk.unmount())
  const dataFolder = join(place, 'postgres')
  const cluster = await startEmbedded(dataFolder, {
    flags: '-c max_wal_size=128MB -c min_wal_size=64MB',
  })
  made.defer(() => cluster.leave())
  const databaseUrl = await cluster.database('desk')
  const { socket } = await describeCluster(dataFolder, '')
  const network = await createFaultyNetwork(join(socket, '.s.PGSQL.5432'))
  made.defer(() => network.close())
  const company = await createCompany(companyUrl, folder)
  made.defer(() => company.close())
  const inbox = await createInbox()
  made.defer(() => inbox.close())
  const env = {
    ...company.env,
    DATABASE_URL: `postgresql://postgres@127.0.0.1:${network.port}/desk`,
    FIRSTLINE_HOME: join(folder, 'home'),
    FIRSTLINE_PROJECT: company.project,
    FIRSTLINE_WEB: folder,
    PUBLIC_URL: publicUrl,
    SMTP_URL: inbox.url,
    LOG_LEVEL: 'warn',
  }
  mkdirSync(env.FIRSTLINE_HOME)
  const people = ['ada', 'ben', 'cleo'].map((name) => `${name}@desk.example`)
  const key = await prepareTeam({ ...env, DATABASE_URL: databaseUrl }, people)
  const start = async (role: DeskNode['role'], number: number) => {
    const node = await startNode({ role, name: `${role}-${number}`, folder, env })
    made.defer(async () => void (await node.stop()))
    return node
  }
  const numbers = Array.from({ length: nodesOfEach }, (_, index) => index + 1)
  const webs = await Promise.all(numbers.map((number) => start('web', number)))
  const workers = await Promise.all(numbers.map((number) => start('worker', number)))
  const database = new pg.Pool({ connectionString: databaseUrl, max: 2 })
  database.on('error', () => undefined) // it is killed now and then
  made.defer(() => database.end())
  return {
    folder,
    dataFolder,
    databaseUrl,
    database,
    disk,
    network,
    company,
    delivered: inbox.delivered,
    env,
    webs,
    workers,
    key: { authorization: `Bearer ${key}` },
    signIn: () => Promise.all(people.map((email) => signIn(webs[0]!.url, email))),
    stop: () => made.disposeAsync(),
  }
}

/** @returns a key that may do what an agent may */
async function prepareTeam(env: NodeJS.ProcessEnv, people: readonly string[]): Promise<string> {
  const { url, leave } = await openDatabase(env, { isMigrated: true })
  const app = await createApp(readConfig({ ...env, LOG_LEVEL: 'silent' }), url)
  try {
    for (const email of people) {
      const person = { email, password, name: email, role: 'agent', line: 'L1' } as const
      await addPerson(app, system('test'), person)
    }
    const { key } = await createApiKey(app, system('test'), {
      name: 'A machine',
      permissions: [
        'ticket:read',
        'ticket:write',
        'ticket:resolve',
        'action:read',
        'action:run',
        'account:read',
      ],
    })
    return key
  } finally {
    await app.close()
    await leave()
  }
}

async function signIn(url: string, email: string): Promise<Record<string, string>> {
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: publicUrl },
    body: JSON.stringify({ email, password }),
  })
  if (!answer.ok) throw new Error(`Nobody is signed in: ${answer.status} ${await answer.text()}`)
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  return { cookie: cookies.join('; '), origin: publicUrl }
}

/** Where customers get their answers. */
async function createInbox() {
  const delivered = new Map<string, number>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onData(stream, _session, done) {
      let text = ''
      stream.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')))
      stream.on('end', () => {
        const id = /^message-id:\s*(<[^>]+>)/im.exec(text)?.[1] ?? 'none'
        delivered.set(id, (delivered.get(id) ?? 0) + 1)
        done()
      })
    },
  })
  server.on('error', () => undefined) // a client that was killed says no goodbye
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as { port: number }
  return {
    url: `smtp://127.0.0.1:${port}`,
    delivered,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
