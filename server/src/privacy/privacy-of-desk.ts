import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { ErasurePreview, FoundContact } from '@firstline/contract/privacy'
import { z } from 'zod'
import { system } from '#server/core/actor.ts'
import { systemClock } from '#server/core/clock.ts'
import type { Config } from '#server/core/config.ts'
import { NotFound } from '#server/core/errors.ts'
import { inSnapshot } from '#server/core/in-transaction.ts'
import { createLog } from '#server/core/log.ts'
import { sentence } from '#server/core/sentence.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk } from '#server/core/verb.ts'
import { createDatabase, createPool } from '#server/database/database.ts'
import { eraseAgain, listErased } from './erase-again.ts'
import { eraseContact } from './erase-contact.ts'
import { readErasedFile } from './erased-file.ts'
import { filesOfContact } from './files-of-contact.ts'
import { findContacts } from './find-contacts.ts'
import { packFiles } from './pack-files.ts'
import { previewErasure } from './preview-erasure.ts'
import { runErasure } from './run-erasure.ts'

const actor = system('command line')

/** Data of people from a process that runs no desk itself. @param url a migrated database */
async function withDesk<T>(url: string, config: Config, work: (desk: Desk) => Promise<T>) {
  const log = createLog('warn')
  const pool = createPool(url, log, { max: 3, name: 'firstline privacy' })
  const reading = createPool(url, log, { max: 3, name: 'firstline privacy', isReading: true })
  try {
    const [db, readDb] = [createDatabase(pool), createDatabase(reading)]
    return await work({ db, readDb, log, clock: systemClock, reactionsTo: () => [], config })
  } finally {
    await Promise.all([pool.end(), reading.end()])
  }
}

export function previewErasureOfDesk(
  url: string,
  config: Config,
  email: string,
): Promise<ErasurePreview> {
  return withDesk(url, config, async (desk) => {
    const { id: contactId } = await contactOf(desk, email)
    return previewErasure(desk, actor, { contactId })
  })
}

/** On record before the first byte is written, as by the page. */
export function exportContactOfDesk(
  url: string,
  config: Config,
  { email, reason, out }: { email: string; reason: string; out: string },
): Promise<void> {
  return withDesk(url, config, async (desk) => {
    const { id: contactId } = await contactOf(desk, email)
    await recordExport(desk, actor, { contactId, reason })
    const now = desk.clock.now()
    await inSnapshot(desk.readDb, (db) =>
      pipeline(
        packFiles(filesOfContact(db, contactId, now)),
        createWriteStream(out, { mode: 0o600 }),
      ),
    )
  })
}

const recordExport = defineVerb({
  permission: 'privacy:manage',
  input: z.object({ contactId: z.string(), reason: z.string() }),
  async run(_context, { contactId: contact, reason }) {
    const asked = {
      name: 'contact.export_asked',
      data: { contact, export: null, reason },
    } as const
    const taken = { name: 'contact.exported', data: { contact, export: null } } as const
    return { result: null, events: [asked, taken] }
  },
})

/** Done when it answers. */
export function eraseContactOfDesk(
  url: string,
  config: Config,
  { email, reason, confirmed }: { email: string; reason: string; confirmed: string },
): Promise<void> {
  return withDesk(url, config, async (desk) => {
    const { id: contactId } = await contactOf(desk, email)
    const asked = { contactId, reason, email: confirmed }
    const { id: erasure } = await eraseContact(desk, actor, asked)
    await runErasure(desk, { erasure })
  })
}

/** @returns how many there are */
export function writeErasedOfDesk(url: string, config: Config, out: string): Promise<number> {
  return withDesk(url, config, async ({ db }) => {
    const lines = await listErased(db)
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
    await writeFile(out, text, { mode: 0o600 })
    return lines.length
  })
}

/** @returns how many were erased once more */
export function eraseAgainOnDesk(url: string, config: Config, file: string): Promise<number> {
  return withDesk(url, config, async (desk) => eraseAgain(desk, await readErasedFile(file)))
}

async function contactOf(desk: Desk, email: string): Promise<FoundContact> {
  const { items } = await findContacts(desk, actor, { q: email })
  const [found] = items
  if (!found) {
    throw new NotFound(
      'contact.not-found',
      sentence`Nobody wrote to this desk as ${email}: give the whole address`,
    )
  }
  return found
}
