import { setTimeout as wait } from 'node:timers/promises'
import type { ImapFlow } from 'imapflow'
import type { ImapMailbox } from '#server/channels/mailboxes-section.ts'
import { seconds } from '#server/core/clock.ts'
import type { Desk } from '#server/core/verb.ts'
import { within } from '#server/core/within.ts'
import { fetchNewMail } from './fetch-new-mail.ts'
import type { LeftOver } from './fetch-new-mail.ts'
import { lostBy } from './mailbox-fault.ts'
import { keepMailbox } from './mailbox-lease.ts'
import type { Lease } from './mailbox-lease.ts'
import type { MailboxTimes } from './mailbox-times.ts'
import { noteMailbox } from './note-mailbox.ts'
import { openFolders, openMailbox } from './open-mailbox.ts'
import type { MailboxNeeds } from './open-mailbox.ts'

export type Watching = {
  desk: Desk
  mailbox: ImapMailbox
  lease: Lease
  needs: MailboxNeeds
  times: MailboxTimes
  signal: AbortSignal
  /** All that was there is fetched: the next fault is the first one again. */
  onFetched(): void
}

/** What is under way when it is stopped has so long to end. */
const graceMs = 2 * seconds

/**
 * One connection: signs in, fetches what is there, and then what comes, until it is stopped.
 * @throws MailboxFault, NotHeld, and what the database throws
 */
export async function watchMailbox(watching: Watching): Promise<void> {
  const { desk, mailbox, lease, needs, times, signal, onFetched } = watching
  const client = await openMailbox(mailbox, needs, times)
  const stopping = () => void wait(graceMs, undefined, { ref: false }).then(() => client.close())
  signal.addEventListener('abort', stopping, { once: true })
  const news = listenFor(client)
  try {
    await openFolders(client, mailbox)
    await noteMailbox(desk, lease, { name: mailbox.name, fault: null, nextTryAt: null })
    const onProgress = progressOf(watching)
    while (!signal.aborted) {
      news.forget()
      await fetchNewMail({ desk, client, mailbox, onProgress, signal })
      onFetched()
      await waitForNews(watching, client, news)
    }
  } finally {
    signal.removeEventListener('abort', stopping)
    await within(graceMs, client.logout()).catch(() => undefined)
    client.close()
  }
}

/** Written every few seconds, and when it comes to an end. */
function progressOf({ desk, lease, times }: Watching): (left: LeftOver) => Promise<void> {
  let said = -Infinity
  let last = ''
  return async ({ waiting, tooLarge, unreadable }) => {
    const isDue = performance.now() - said > Math.min(2 * seconds, times.keepMs)
    const now = JSON.stringify([waiting, tooLarge, unreadable])
    if (!isDue && (waiting > 0 || now === last)) return
    said = performance.now()
    last = now
    await keepMailbox(desk, lease)
    await desk.db
      .updateTable('mailbox')
      .set({ waiting, too_large: tooLarge, unreadable })
      .where('key', '=', lease.key)
      .execute()
  }
}

type News = { isThere(): boolean; forget(): void; next: () => Promise<void> }

/** What the server says unasked: something has come, or it hangs up. */
function listenFor(client: ImapFlow): News {
  let isThere = false
  let waiting = Promise.withResolvers<void>()
  const tell = () => {
    isThere = true
    waiting.resolve()
  }
  client.on('exists', tell)
  client.on('close', tell)
  return {
    isThere: () => isThere,
    forget() {
      isThere = false
      waiting = Promise.withResolvers<void>()
    },
    next: () => waiting.promise,
  }
}

/** By IDLE where the server knows it. While nothing comes the mailbox is kept. */
async function waitForNews(watching: Watching, client: ImapFlow, news: News): Promise<void> {
  const { desk, lease, times, signal } = watching
  const canIdle = client.capabilities.has('IDLE')
  const until = performance.now() + times.lookMs
  const idling = canIdle && !news.isThere() ? client.idle() : Promise.resolve()
  const ended = idling.then(
    () => undefined,
    () => undefined,
  )
  while (!news.isThere() && !signal.aborted && performance.now() < until) {
    await pause(Math.min(times.keepMs, times.lookMs), signal, news.next())
    await keepMailbox(desk, lease)
  }
  if (!client.usable && !signal.aborted) throw lostBy(client)
  // the next command ends it
  void ended
}

/** Until it is over, stopped or has become needless. */
export async function pause(
  ms: number,
  signal: AbortSignal,
  needless: Promise<void> = new Promise(() => undefined),
): Promise<void> {
  const over = new AbortController()
  const waited = wait(ms, undefined, { signal: AbortSignal.any([signal, over.signal]) })
  await Promise.race([needless, waited.catch(() => undefined)])
  over.abort()
}
