import type { ImportChoice } from '@firstline/contract/imports'
import { GetImport, ResumeImport, StartImport } from '@firstline/contract/imports'
import type { z } from 'zod'
import { requirePerson } from '#server/core/actor.ts'
import type { Config } from '#server/core/config.ts'
import type { WithSecret } from '#server/core/settings.ts'
import { Conflict, Invalid } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'
import type { NewJobOf } from '#server/core/jobs.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { VerbContext } from '#server/core/verb.ts'
import { readImport } from './import-job.ts'
import { readers } from '#server/imports/vendors/readers.ts'
import { seal } from './secret-box.ts'
import { readUploads } from './uploads.ts'

type Api = NonNullable<z.output<typeof StartImport>['api']>

/** Asks for a history to be brought in: the job does it, and goes on after a restart. */
export const startImport = defineVerb({
  permission: 'history:import',
  input: StartImport,
  async run(
    { tx, actor, clock, secret, config }: VerbContext & WithSecret,
    { name, choice, uploads, api },
  ) {
    const { id: person } = requirePerson(actor)
    if ((uploads === undefined) === (api === undefined)) {
      throw new Invalid('import.source-missing', 'Name either files or the interface of a desk')
    }
    if (uploads) await readUploads(tx, uploads)
    if (api) refuseInterface(api, config)
    const origin = `import:${name}`
    await refuseAtWork(tx, origin)
    const { key, ...place } = api ?? { key: '' }
    const now = clock.now()
    const job = await tx
      .insertInto('import_job')
      .values({
        origin,
        uploads: uploads ?? [],
        api: api ? JSON.stringify({ ...place, sealedKey: seal(secret, key) }) : null,
        choice: JSON.stringify(api ? await readingBefore(tx, origin, choice) : choice),
        state: 'waiting',
        asked_by: person,
        asked_at: now,
        updated_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return {
      result: await readImport(tx, job.id),
      events: [{ name: 'history.asked', data: { import: job.id, origin } }],
      jobs: [importJobOf(job.id)],
    }
  },
})

export const stopImport = defineVerb({
  permission: 'history:import',
  input: GetImport,
  async run({ tx, clock }, { importId }) {
    const stopped = await tx
      .updateTable('import_job')
      .set({ wants_stop: true, updated_at: clock.now() })
      .where('id', '=', importId)
      .where('state', 'in', ['waiting', 'running'])
      .returning('origin')
      .executeTakeFirst()
    const result = await readImport(tx, importId)
    if (!stopped) throw new Conflict('import.not-running', 'It is not running any more')
    const data = { import: importId, origin: stopped.origin }
    return { result, events: [{ name: 'history.stopped', data }] }
  },
})

export const resumeImport = defineVerb({
  permission: 'history:import',
  input: ResumeImport,
  async run({ tx, clock }, { importId, choice }) {
    const { origin, canChoose } = await readImport(tx, importId)
    await refuseAtWork(tx, origin)
    if (choice && !canChoose) {
      throw new Conflict('import.begun', 'Some of it is in already: its reading is settled')
    }
    const resumed = await tx
      .updateTable('import_job')
      .set({
        state: 'waiting',
        wants_stop: false,
        failure: null,
        updated_at: clock.now(),
        ...(choice && { choice: JSON.stringify(choice) }),
      })
      .where('id', '=', importId)
      .where('state', 'in', ['stopped', 'failed'])
      .returning('id')
      .executeTakeFirst()
    if (!resumed) throw new Conflict('import.not-stopped', 'It has not stopped: it cannot go on')
    return {
      result: await readImport(tx, importId),
      events: [{ name: 'history.resumed', data: { import: importId, origin } }],
      jobs: [importJobOf(importId)],
    }
  },
})

function importJobOf(id: string): NewJobOf<'import_history'> {
  return { task: 'import_history', payload: { import: id }, key: `import_history:${id}` }
}

/** What is new since is read as what came before, unless said otherwise. */
async function readingBefore(tx: VerbContext['tx'], origin: string, choice: ImportChoice) {
  if (Object.keys(choice).length > 0) return choice
  const before = await tx
    .selectFrom('import_job')
    .select('choice')
    .where('origin', '=', origin)
    .where('state', '=', 'done')
    .orderBy('asked_at', 'desc')
    .executeTakeFirst()
  return before?.choice ?? choice
}

async function refuseAtWork(tx: VerbContext['tx'], origin: string): Promise<void> {
  const other = await tx
    .selectFrom('import_job')
    .select('id')
    .where('origin', '=', origin)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst()
  if (other) throw new Conflict('import.running', sentence`“${origin}” is being imported already`)
}

/** A desk inside the network that its operator named: it may be called where it is. */
export function isInside(url: string, { importOrigins }: Pick<Config, 'importOrigins'>): boolean {
  return importOrigins.includes(new URL(url).origin)
}

/**
 * Whoever may import may not thereby look around in the network of the server: only public names
 * over https, and the desks inside that its operator names. Any other is for the command line, whose
 * user has that network anyway.
 */
function refuseInterface({ vendor, url }: Api, config: Config): void {
  const { protocol, hostname } = new URL(url)
  const isPublic =
    protocol === 'https:' &&
    /\.[a-z][a-z0-9-]*$/i.test(hostname) &&
    !/\.(?:localhost|local|internal)$/i.test(hostname)
  if (!isPublic && !isInside(url, config)) {
    throw new Invalid(
      'import.address-refused',
      'The address must be https and a public name, or one that IMPORT_FROM lists',
    )
  }
  if (readers.some(({ name, readApi }) => name === vendor && readApi !== undefined)) return
  throw new Invalid('import.no-interface', sentence`“${vendor}” has no interface that can be read`)
}
