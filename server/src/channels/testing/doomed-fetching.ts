import { pino } from 'pino'
import { createSources } from '#server/accounts/create-sources.ts'
import { openProject } from '#server/open-project.ts'
import { fetchMailboxes } from '#server/channels/imap/fetch-mailboxes.ts'
import { readConfig } from '#server/core/config.ts'
import { createDatabase, createPool } from '#server/database/database.ts'
import { testTimes } from './mailboxes.ts'

/** A worker in a process of its own, to be killed. */
const { url, folder, env, now } = JSON.parse(process.argv[2]!) as {
  url: string
  folder: string
  env: NodeJS.ProcessEnv
  now: string
}
const log = pino({ level: 'silent' })
const base = {
  db: createDatabase(createPool(url, log)),
  readDb: createDatabase(createPool(url, log, { isReading: true })),
  log,
  config: readConfig(env),
  clock: { now: () => new Date(now) },
  reactionsTo: () => [],
}
const project = await openProject(folder, log)
fetchMailboxes(
  { ...base, sources: createSources(base, project, {}, env) },
  { env, times: testTimes },
)
