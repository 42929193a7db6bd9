import type { ImapFlow } from 'imapflow'
import type { ImapMailbox } from '#server/channels/mailboxes-section.ts'
import { MailboxFault, mailboxFaultOf } from './mailbox-fault.ts'
import { mailboxTimes } from './mailbox-times.ts'
import { openMailbox, requireMove } from './open-mailbox.ts'
import type { MailboxNeeds } from './open-mailbox.ts'

/**
 * Signs in and looks into the folder, changing nothing.
 * @returns what would be fetched @throws MailboxFault
 */
export async function checkMailbox(
  mailbox: ImapMailbox,
  needs: MailboxNeeds,
  timeoutMs: number,
): Promise<string> {
  const times = { ...mailboxTimes, connectMs: timeoutMs, silentMs: timeoutMs }
  const client = await openMailbox(mailbox, needs, times)
  try {
    return await lookInto(client, mailbox)
  } catch (error) {
    throw mailboxFaultOf(error)
  } finally {
    client.close()
  }
}

async function lookInto(client: ImapFlow, { folder, movedTo }: ImapMailbox): Promise<string> {
  const { exists } = await client.mailboxOpen(folder, { readOnly: true }).catch((error) => {
    throw client.usable
      ? new MailboxFault('folder', `${folder}: ${mailboxFaultOf(error).detail}`)
      : error
  })
  const listens = client.capabilities.has('IDLE') ? 'IDLE' : 'no IDLE, looked at each minute'
  if (movedTo === null)
    return `signed in; ${exists} mails in ${folder} stay, new ones are fetched; ${listens}`
  requireMove(client)
  const isThere = await client.status(movedTo, { messages: true }).then(Boolean, () => false)
  const target = isThere ? movedTo : `${movedTo}, which will be made`
  return `signed in; ${exists} mails in ${folder} are fetched and moved to ${target}; ${listens}`
}
