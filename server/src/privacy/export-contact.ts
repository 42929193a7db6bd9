import { ExportContact, ExportId, exportHours } from '@firstline/contract/privacy'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { requirePerson } from '#server/core/actor.ts'
import type { Actor } from '#server/core/actor.ts'
import { hours, later } from '#server/core/clock.ts'
import { Conflict, NotFound, messageOf } from '#server/core/errors.ts'
import { hasHungUp } from '#server/core/has-hung-up.ts'
import type { Incoming } from '#server/core/http.ts'
import { inSnapshot } from '#server/core/in-transaction.ts'
import { defineVerb } from '#server/core/verb.ts'
import type { Desk } from '#server/core/verb.ts'
import { filesOfContact } from './files-of-contact.ts'
import type { ExportedFile } from './files-of-contact.ts'
import { readContact } from './find-contacts.ts'
import { packFiles } from './pack-files.ts'

/** Asked for with a reason; nothing is read yet. */
export const exportContact = defineVerb({
  permission: 'privacy:manage',
  input: ExportContact,
  async run({ tx, actor, clock }, { contactId, reason }) {
    const contact = await readContact(tx, contactId)
    if (contact.erasedAt !== null) {
      throw new Conflict('contact.erased', 'This contact is erased already')
    }
    const now = clock.now()
    const expiresAt = later(now, exportHours * hours)
    const { id } = await tx
      .insertInto('contact_export')
      .values({
        contact_id: contactId,
        asked_by: requirePerson(actor).id,
        reason,
        asked_at: now,
        expires_at: expiresAt,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return {
      result: { id, expiresAt: expiresAt.toISOString() },
      events: [{ name: 'contact.export_asked', data: { contact: contactId, export: id, reason } }],
    }
  },
})

/** Once, by who asked for it, within its time: that it was taken is on record before the first byte. */
const takeExport = defineVerb({
  permission: 'privacy:manage',
  input: ExportId,
  async run({ tx, actor, clock }, { exportId }) {
    const { id: personId } = requirePerson(actor)
    const asked = await tx
      .selectFrom('contact_export')
      .select(['contact_id as contactId', 'taken_at', 'expires_at'])
      .where('id', '=', exportId)
      .where('asked_by', '=', personId)
      .forUpdate()
      .executeTakeFirst()
    if (!asked) {
      throw new NotFound('contact-export.not-found', 'You have asked for no such export')
    }
    const now = clock.now()
    if (asked.taken_at !== null || asked.expires_at <= now) {
      throw new Conflict(
        'contact-export.over',
        'This export was taken, or its time is over: ask for another one',
      )
    }
    await tx
      .updateTable('contact_export')
      .set({ taken_at: now })
      .where('id', '=', exportId)
      .execute()
    const { contactId } = asked
    return {
      result: { contactId },
      events: [{ name: 'contact.exported', data: { contact: contactId, export: exportId } }],
    }
  },
})

export async function downloadContactExport(
  desk: Desk,
  { request, reply, isStillThere }: Incoming,
  actor: Actor,
): Promise<void> {
  const { exportId } = ExportId.parse(request.params)
  const { contactId } = await takeExport(desk, actor, { exportId })
  reply
    .header('content-type', 'application/x-tar')
    .header('content-disposition', `attachment; filename="contact-${contactId}.tar"`)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
  const out = new PassThrough()
  void reply.send(out)
  const now = desk.clock.now()
  await inSnapshot(desk.readDb, (db) =>
    pipeline(packFiles(whileThere(filesOfContact(db, contactId, now), isStillThere)), out),
  ).catch((error: unknown) => {
    // the head is sent: a tar without its end is all that can tell
    out.destroy()
    const level = hasHungUp(reply) ? 'info' : 'warn'
    desk.log[level]({ err: messageOf(error) }, 'an export of a contact ended early')
  })
}

/** Out means out: who is disabled meanwhile gets no end. */
async function* whileThere(
  files: AsyncIterable<ExportedFile>,
  isStillThere: Incoming['isStillThere'],
): AsyncGenerator<ExportedFile> {
  for await (const file of files) {
    if (!(await isStillThere())) throw new Error('who asked for it may not read it any more')
    yield file
  }
}
