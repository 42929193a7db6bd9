import { z } from 'zod'
import { Id, Nothing, PageQuery, Time, pageOf } from './common.ts'
import type { RouteTable } from './route.ts'

/** Announced to sending servers and enforced: 25 MB. */
export const mailLimitBytes = 25 * 1024 * 1024

/**
 * received: stored, to be read; accepted: became a message; held: too many from this sender at
 * once; ignored: a machine's mail or a copy; failed: could not be read.
 */
export const InboundMailState = z.enum(['received', 'accepted', 'held', 'ignored', 'failed'])
export type InboundMailState = z.infer<typeof InboundMailState>

export const InboundMail = z
  .object({
    id: Id,
    receivedAt: Time,
    sender: z.string().nullable(),
    subject: z.string().nullable(),
    state: InboundMailState,
    /** Why it is in this state. */
    outcome: z.string().nullable(),
    sizeBytes: z.int(),
    ticketId: Id.nullable(),
    /** Somebody has seen that it is no ticket. */
    isChecked: z.boolean(),
  })
  .meta({ id: 'InboundMail' })
export type InboundMail = z.infer<typeof InboundMail>

/** Why a mailbox cannot be fetched. */
export const MailboxFaultCode = z.enum([
  'sign-in',
  'token',
  'secret',
  'unreachable',
  'certificate',
  'forbidden',
  'folder',
  'move',
  'lost',
  'other',
])
export type MailboxFaultCode = z.infer<typeof MailboxFaultCode>

/**
 * waiting: no worker has signed in yet; listening: connected, and what comes is fetched; fetching:
 * mails are being fetched; failing: see its fault; off: no worker looks after it.
 */
export const MailboxState = z.enum(['waiting', 'listening', 'fetching', 'failing', 'off'])
export type MailboxState = z.infer<typeof MailboxState>

/** A mailbox that is fetched by IMAP. */
export const ImapMailbox = z
  .object({
    name: z.string(),
    address: z.string(),
    host: z.string(),
    folder: z.string(),
    movedTo: z.string().nullable(),
    state: MailboxState,
    since: Time.nullable(),
    /** `detail` is in the other server's words. */
    fault: z.object({ code: MailboxFaultCode, detail: z.string() }).nullable(),
    nextTryAt: Time.nullable(),
    lastMailAt: Time.nullable(),
    /** Mails that are there and not fetched yet. */
    waiting: z.int(),
    /** Mails that stay where they are: larger than a mail may be, or refused by their server. */
    tooLarge: z.int(),
    unreadable: z.int(),
  })
  .meta({ id: 'ImapMailbox' })
export type ImapMailbox = z.infer<typeof ImapMailbox>

export const CheckInboundMails = z.object({ mailIds: z.array(Id).min(1).max(200) })
export const CountInboundMails = z.object({})
/** Of each no more than 1,000. */
export const InboundMailCounts = z.object({ held: z.int(), failed: z.int(), ignored: z.int() })
export const ListInboundMails = PageQuery.extend({ state: InboundMailState.default('held') })
export const MailId = z.object({ mailId: Id })

export const channelRoutes = {
  receiveEmail: {
    method: 'POST',
    path: '/inbound/email',
    summary: 'Hand over one mail as it came (MIME); stored before this answers',
    permission: 'mail:receive',
    repeated: { is: 'anew', because: 'the same mail again is known by its content' },
    errors: ['mail.empty'],
    response: z.object({ id: Id }),
    raw: {
      request: ['message/rfc822'],
      response: 'application/json',
      bodyLimitBytes: mailLimitBytes,
    },
  },
  listInboundMails: {
    method: 'GET',
    path: '/api/inbound-mails',
    summary: 'Mails that became no message (held, ignored, failed), newest first',
    permission: 'ticket:read',
    changedBy: ['mails'],
    query: ListInboundMails,
    errors: ['cursor.invalid'],
    response: pageOf(InboundMail),
  },
  countInboundMails: {
    method: 'GET',
    path: '/api/inbound-mail-counts',
    summary:
      'How many mails became no message and belong to no ticket, until somebody has looked (counted up to 1,000)',
    permission: 'ticket:read',
    changedBy: ['mails'],
    response: InboundMailCounts,
  },
  listMailboxes: {
    method: 'GET',
    path: '/api/mailboxes',
    summary: 'The mailboxes that are fetched by IMAP, and how each of them goes',
    permission: 'ticket:read',
    changedBy: ['mails', 'mailboxes'],
    response: z.object({ items: z.array(ImapMailbox) }),
  },
  checkInboundMails: {
    method: 'POST',
    path: '/api/inbound-mails/checks',
    summary: 'Say that mails are no tickets: they are kept and no longer counted',
    permission: 'ticket:write',
    body: CheckInboundMails,
    response: Nothing,
    errors: ['mail.not-found'],
  },
  releaseInboundMail: {
    method: 'POST',
    path: '/api/inbound-mails/{mailId}/release',
    summary: 'Make a message of a mail that was held or ignored',
    permission: 'ticket:write',
    params: MailId,
    response: Nothing,
    errors: ['mail.not-found', 'mail.not-held', 'mail.erased'],
  },
  downloadInboundMail: {
    method: 'GET',
    path: '/api/inbound-mails/{mailId}/raw',
    summary: 'A mail as it came, with its attachments, as a download',
    permission: 'ticket:read',
    params: MailId,
    errors: ['mail.not-found', 'mail.erased'],
    response: z.unknown(),
    raw: { response: 'message/rfc822' },
  },
} as const satisfies RouteTable
