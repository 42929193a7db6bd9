import { z } from 'zod'
import { Conflict } from '#server/core/errors.ts'
import { defineVerb } from '#server/core/verb.ts'
import { StoreMail, columnsOf, storedMail } from '#server/channels/store-mail.ts'

const StoreFetchedMail = StoreMail.extend({
  /** Key of the mailbox. */
  mailbox: z.string(),
  uidValidity: z.number(),
  uid: z.number(),
})

/**
 * Keeps a mail that was fetched, once: a folder never gives a UID twice. A server that begins to
 * count anew (another UIDVALIDITY) gives known mails other numbers: then the same bytes are the same.
 * @throws Conflict `mail.stored-already`
 */
export const storeFetchedMail = defineVerb({
  permission: 'mail:receive',
  input: StoreFetchedMail,
  async run({ tx, clock }, { mailbox, uidValidity, uid, ...mail }) {
    const now = clock.now()
    const columns = columnsOf(mail, now)
    const known = await tx
      .selectFrom('inbound_mail')
      .select('id')
      .where('mailbox', '=', mailbox)
      .where('sha256', '=', columns.sha256)
      .where('uid_validity', '<>', String(uidValidity))
      .limit(1)
      .executeTakeFirst()
    const stored = known
      ? undefined
      : await tx
          .insertInto('inbound_mail')
          .values({ ...columns, mailbox, uid_validity: uidValidity, uid })
          .onConflict((conflict) =>
            conflict
              .columns(['mailbox', 'uid_validity', 'uid'])
              .where('mailbox', 'is not', null)
              .doNothing(),
          )
          .returning('id')
          .executeTakeFirst()
    if (!stored) throw new Conflict('mail.stored-already', 'This mail is stored already')
    await tx.updateTable('mailbox').set({ last_mail_at: now }).where('key', '=', mailbox).execute()
    return { result: { id: stored.id }, ...storedMail(stored.id, mail.raw) }
  },
})
