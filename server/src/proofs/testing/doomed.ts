import { flushCompileCache } from 'node:module'
import pg from 'pg'
import { pino } from 'pino'
import { createSources } from '#server/accounts/create-sources.ts'
import { openProject } from '#server/open-project.ts'
import { approveAction } from '#server/actions/approvals/approve-action.ts'
import { confirmAction } from '#server/actions/run/confirm-action.ts'
import { settleRun } from '#server/actions/run/settle-run.ts'
import { createActionStore } from '#server/actions/compile/store.ts'
import { undoActionRun } from '#server/actions/run/undo-action-run.ts'
import { readConfig } from '#server/core/config.ts'
import { fetchMailboxes } from '#server/channels/imap/fetch-mailboxes.ts'
import { createDatabase, createPool } from '#server/database/database.ts'
import { sendIncidentUpdate } from '#server/tickets/incidents/send-incident-update.ts'
import type { Doom } from './crash-points.ts'
import { noteOnce } from './note-once.ts'

const doom = JSON.parse(process.argv[2]!) as Doom
const die = () => process.kill(process.pid, 'SIGKILL')
// at its end, when Node would do it, this process is no more: the next ones start sooner
flushCompileCache()
dieInTransaction(doom)

const log = pino({ level: 'silent' })
const db = createDatabase(createPool(doom.place.url, log))
const readDb = createDatabase(createPool(doom.place.url, log, { isReading: true }))
const clock = { now: () => new Date(doom.now) }
const base = { db, readDb, log, clock, config: readConfig({}), reactionsTo: () => [] }
const project = await openProject(doom.place.folder, log)
const desk = {
  ...base,
  sources: createSources(base, project, {}, doom.place.env),
  actions: createActionStore(project),
  secret: doom.place.secret,
  at: async (point: string) => void (point === doom.end && die()),
}
await does(doom.deed)
if (doom.end === 'at the end') die()

async function does(deed: Doom['deed']): Promise<unknown> {
  if ('token' in deed) return confirmAction(desk, deed.by, { ...deed, reason: 'The last it does' })
  if ('undoes' in deed) {
    return undoActionRun(desk, deed.by, { runId: deed.undoes, reason: 'The last it does' })
  }
  if ('approvalId' in deed) return approveAction(desk, deed.by, deed)
  if ('note' in deed) return noteOnce(desk, deed)
  if ('update' in deed) return sendIncidentUpdate(desk, deed)
  if ('fetches' in deed) {
    fetchMailboxes(desk, { env: doom.place.env })
    return new Promise(() => undefined)
  }
  return settleRun(desk, { run: deed.settles })
}

/** Ends when the desk, or the customer's database, is told to begin or to commit. */
function dieInTransaction({ end }: Doom): void {
  if (typeof end !== 'object' || end === null) return
  const send = pg.Client.prototype.query as (...args: unknown[]) => unknown
  let seen = 0
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [query] = args as [string | { text: string }]
    const text = typeof query === 'string' ? query : query.text
    const isMeant = text === end.word && isDesks(this) === (end.of === 'desk')
    if (!isMeant || ++seen < end.nth) return send.apply(this, args)
    if (end.isSent) void send.apply(this, args)
    die()
    return new Promise(() => undefined)
  } as typeof pg.Client.prototype.query
}

/** The product has a login of its own, which nobody else uses. */
function isDesks(client: pg.Client): boolean {
  return client.user === new pg.Client({ connectionString: doom.place.url }).user
}
