import { pino } from 'pino'
import { createSources } from '#server/accounts/create-sources.ts'
import { openProject } from '#server/accounts/project.ts'
import type { Actor } from '#server/core/actor.ts'
import { createDatabase, createPool } from '#server/core/database.ts'
import { confirmAction } from '../confirm-action.ts'
import { createActionStore } from '../store.ts'

/** What a process that will be killed confirms, and where it kills itself. */
export type Doom = {
  place: { url: string; folder: string; env: NodeJS.ProcessEnv; secret: string }
  now: string
  actor: Actor
  ticketId: string
  token: string
  point: 'intended' | 'called' | null
}

const doom = JSON.parse(process.argv[2]!) as Doom
const log = pino({ level: 'silent' })
const db = createDatabase(createPool(doom.place.url, log))
const base = { db, log, clock: { now: () => new Date(doom.now) }, reactionsTo: () => [] }
const project = await openProject(doom.place.folder, log)
const sources = createSources(base, project, {}, doom.place.env)
const desk = {
  ...base,
  sources,
  actions: createActionStore(project),
  secret: doom.place.secret,
  at: async (point: string) => void (point === doom.point && process.kill(process.pid, 'SIGKILL')),
}
const { ticketId, token } = doom
await confirmAction(desk, doom.actor, { ticketId, token, reason: 'The last thing it does' })
