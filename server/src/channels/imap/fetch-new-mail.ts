import { mailLimitBytes } from '@firstline/contract/channels'
import type { FetchMessageObject, ImapFlow } from 'imapflow'
import type { ImapMailbox } from '#server/channels/mailboxes-section.ts'
import { system } from '#server/core/actor.ts'
import { later, minutes } from '#server/core/clock.ts'
import { Conflict } from '#server/core/errors.ts'
import type { Desk } from '#server/core/verb.ts'
import { MailboxFault, mailboxFaultOf, notDone } from './mailbox-fault.ts'
import { storeFetchedMail } from './store-fetched-mail.ts'

export type Fetching = {
  desk: Desk
  client: ImapFlow
  mailbox: ImapMailbox
  /** Told as it goes on; it throws when the mailbox is not ours any more. */
  onProgress(left: LeftOver): Promise<void>
  /** Nothing more is begun. */
  signal: AbortSignal
}
export type LeftOver = { waiting: number; tooLarge: number; unreadable: number }

/** So many are asked for their size, and moved, at once. */
const [listedAtOnce, movedAtOnce] = [200, 25]
/** Clocks of other machines go otherwise. */
const clockLeewayMs = 10 * minutes
/** Where mails stay, one that its server does not give is passed over after so many tries. */
const triesWhereMailsStay = 5

/**
 * Fetches what is new, oldest first. Each mail is stored before it is moved: whoever dies in between
 * finds it stored, and moves it.
 * @throws MailboxFault when the server does not do it
 */
export async function fetchNewMail(fetching: Fetching): Promise<void> {
  const { client, signal, onProgress } = fetching
  const place = await placeOf(fetching)
  const uids = await newUids(client, place)
  const left: LeftOver = { waiting: uids.length, tooLarge: 0, unreadable: 0 }
  await onProgress(left)
  for (let at = 0; at < uids.length && !signal.aborted; at += listedAtOnce) {
    const chosen = uids.slice(at, at + listedAtOnce)
    await fetchThese(fetching, place, chosen, left)
  }
  await onProgress({ ...left, waiting: signal.aborted ? left.waiting : 0 })
}

/** Where to go on. */
type Place = { uidValidity: number; lastUid: number; notBefore: Date | null; isMoving: boolean }

/** Where mails stay, what was there when the desk first looked is not fetched, whatever its number. */
async function placeOf({ desk, client, mailbox }: Fetching): Promise<Place> {
  const opened = client.mailbox
  if (!opened) throw new MailboxFault('lost', 'The folder is not open any more')
  const uidValidity = Number(opened.uidValidity)
  if (mailbox.movedTo !== null) return { uidValidity, lastUid: 0, notBefore: null, isMoving: true }
  const row = await desk.db
    .selectFrom('mailbox')
    .select(['begun_at', 'begun_uid_validity', 'uid_validity', 'last_uid'])
    .where('key', '=', mailbox.key)
    .executeTakeFirstOrThrow()
  if (row.begun_uid_validity === null) {
    const lastUid = opened.uidNext - 1
    const begun = { begun_uid_validity: uidValidity, uid_validity: uidValidity, last_uid: lastUid }
    await desk.db
      .updateTable('mailbox')
      .set({ ...begun, begun_at: desk.clock.now() })
      .where('key', '=', mailbox.key)
      .execute()
    return { uidValidity, lastUid, notBefore: null, isMoving: false }
  }
  const isSame = Number(row.uid_validity) === uidValidity
  const isAsBegun = Number(row.begun_uid_validity) === uidValidity
  return {
    uidValidity,
    lastUid: isSame ? Number(row.last_uid) : 0,
    notBefore: isAsBegun ? null : later(row.begun_at, -clockLeewayMs),
    isMoving: false,
  }
}

/** In ascending order. “5:*” names the last mail whatever its number is (RFC 9051). */
async function newUids(client: ImapFlow, { lastUid, isMoving }: Place): Promise<number[]> {
  const range = isMoving ? {} : { uid: `${lastUid + 1}:*` }
  const found = await asked(client.search({ ...range, deleted: false }, { uid: true }))
  if (!found) {
    const refused = new MailboxFault('folder', 'The server does not say what is in the folder')
    throw notDone(client, refused)
  }
  return found.filter((uid) => uid > lastUid).toSorted((a, b) => a - b)
}

async function fetchThese(
  fetching: Fetching,
  place: Place,
  uids: readonly number[],
  left: LeftOver,
): Promise<void> {
  const { client, mailbox, onProgress, signal } = fetching
  const query = { uid: true, size: true, internalDate: true }
  const listed = await asked(client.fetchAll(uids.join(','), query, { uid: true }))
  const known = await storedAmong(fetching, place, uids)
  let done: number[] = []
  const settle = async () => {
    if (done.length > 0) await leaveBehind(fetching, place, done)
    done = []
  }
  for (const mail of listed.toSorted((a, b) => a.uid - b.uid)) {
    if (signal.aborted) break
    const outcome = known.has(mail.uid) ? 'stored' : await fetchOne(fetching, place, mail)
    if (outcome === 'tooLarge' || outcome === 'unreadable') left[outcome]++
    // what stays in the folder is passed over only where all stays there
    if (outcome === 'stored' || mailbox.movedTo === null) done.push(mail.uid)
    left.waiting--
    if (done.length >= movedAtOnce) await settle()
    // the last of all is done when it is moved
    if (left.waiting > 0) await onProgress(left)
  }
  await settle()
}

async function storedAmong({ desk, mailbox }: Fetching, place: Place, uids: readonly number[]) {
  const rows = await desk.db
    .selectFrom('inbound_mail')
    .select('uid')
    .where('mailbox', '=', mailbox.key)
    .where('uid_validity', '=', String(place.uidValidity))
    .where('uid', 'in', uids.map(String))
    .execute()
  return new Set(rows.map(({ uid }) => Number(uid)))
}

type FetchOutcome = 'stored' | 'tooLarge' | 'unreadable' | 'gone' | 'old'

async function fetchOne(
  fetching: Fetching,
  { uidValidity, notBefore }: Place,
  { uid, size = 0, internalDate }: FetchMessageObject,
): Promise<FetchOutcome> {
  const { desk, mailbox } = fetching
  if (notBefore && internalDate && new Date(internalDate) < notBefore) return 'old'
  if (size > mailLimitBytes) return 'tooLarge'
  const raw = await readRaw(fetching, uid)
  if (typeof raw === 'string') return raw
  if (raw.length > mailLimitBytes) return 'tooLarge'
  try {
    await storeFetchedMail(desk, system('email'), {
      raw,
      envelopeTo: [mailbox.address],
      mailbox: mailbox.key,
      uidValidity,
      uid,
    })
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
  }
  return 'stored'
}

const triesOf = new WeakMap<ImapMailbox, Map<number, number>>()

/** One that somebody has removed in between is gone; one that its server refuses holds up no others. */
async function readRaw(
  { client, mailbox }: Fetching,
  uid: number,
): Promise<Buffer | 'gone' | 'unreadable'> {
  const query = { uid: true, source: { maxLength: mailLimitBytes + 1 } }
  try {
    const mail = await client.fetchOne(String(uid), query, { uid: true })
    if (!mail || mail.source === undefined) return 'gone'
    return mail.source.length > 0 ? mail.source : 'unreadable'
  } catch (error) {
    const fault = mailboxFaultOf(error)
    if (!client.usable) throw fault
    const tries = triesOf.get(mailbox) ?? new Map<number, number>()
    const count = (tries.get(uid) ?? 0) + 1
    triesOf.set(mailbox, tries.set(uid, count))
    if (mailbox.movedTo === null && count < triesWhereMailsStay) throw fault
    return 'unreadable'
  }
}

/** Moves what is stored; where it stays, remembers how far it was read. */
async function leaveBehind(
  { desk, client, mailbox }: Fetching,
  { uidValidity }: Place,
  uids: readonly number[],
): Promise<void> {
  if (mailbox.movedTo === null) {
    await desk.db
      .updateTable('mailbox')
      .set({ uid_validity: uidValidity, last_uid: Math.max(...uids) })
      .where('key', '=', mailbox.key)
      .execute()
    return
  }
  const moved = await asked(client.messageMove(uids.join(','), mailbox.movedTo, { uid: true }))
  if (!moved) throw notDone(client, new MailboxFault('move', `Not moved to ${mailbox.movedTo}`))
}

async function asked<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer
  } catch (error) {
    throw mailboxFaultOf(error)
  }
}
