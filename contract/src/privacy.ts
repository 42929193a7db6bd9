import { z } from 'zod'
import { ActorRef, Id, Nothing, OneLine, Time } from './common.ts'
import type { RouteTable } from './route.ts'
import { AccountRef } from './tickets.ts'

/** How long an export waits to be taken. */
export const exportHours = 24

/** Why somebody's data is given out or erased: the record keeps it for good. */
const Reason = OneLine.min(3).max(300)

export const FoundContact = z
  .object({
    id: Id,
    email: z.string(),
    name: z.string().nullable(),
    account: AccountRef.nullable(),
    createdAt: Time,
    erasedAt: Time.nullable(),
  })
  .meta({ id: 'FoundContact' })
export type FoundContact = z.infer<typeof FoundContact>

/** What is erased of somebody, or would be. */
export const ErasureCounts = z
  .object({
    tickets: z.int(),
    /** Written by them: all words are erased. */
    messages: z.int(),
    /** By others in their tickets: name, address and what is quoted are erased. */
    otherMessages: z.int(),
    /** As they came, with their files. */
    mails: z.int(),
    /** That messages of theirs name. */
    files: z.int(),
    ratings: z.int(),
    /** To find a cause by themselves, in the portal. */
    attempts: z.int(),
    sessions: z.int(),
  })
  .meta({ id: 'ErasureCounts' })
export type ErasureCounts = z.infer<typeof ErasureCounts>

export const ErasurePreview = z
  .object({
    contact: FoundContact,
    counts: ErasureCounts,
    /** Another administrator is there, who has to say yes. */
    needsSecond: z.boolean(),
  })
  .meta({ id: 'ErasurePreview' })
export type ErasurePreview = z.infer<typeof ErasurePreview>

export const Erasure = z
  .object({
    id: Id,
    contact: z.object({ id: Id, email: z.string() }),
    reason: z.string(),
    state: z.enum(['asked', 'refused', 'erasing', 'erased']),
    askedBy: ActorRef,
    askedAt: Time,
    decidedBy: ActorRef.nullable(),
    erasedAt: Time.nullable(),
    counts: ErasureCounts.nullable(),
  })
  .meta({ id: 'Erasure' })
export type Erasure = z.infer<typeof Erasure>

export const RetentionOf = z
  .object({
    kind: z.enum(['mails', 'messages']),
    /** Null: for good. */
    days: z.int().nullable(),
    /** What the next night would erase. */
    count: z.int(),
  })
  .meta({ id: 'RetentionOf' })
export type RetentionOf = z.infer<typeof RetentionOf>

const contactId = z.object({ contactId: Id })
const erasureId = z.object({ erasureId: Id })
const exportId = z.object({ exportId: Id })

export const FindContacts = z.object({ q: OneLine.min(2).max(254) })
export const ContactId = contactId
export const ErasureId = erasureId
export const ExportId = exportId
const WithReason = z.object({ reason: Reason })
export const ExportContact = contactId.extend(WithReason.shape)
const Asked = WithReason.extend({
  /** Their address, typed: there is no way back. */
  email: OneLine.min(3).max(254),
})
export const EraseContact = contactId.extend(Asked.shape)
export const RefuseErasure = erasureId.extend(WithReason.shape)

export const privacyRoutes = {
  findContacts: {
    method: 'GET',
    path: '/api/contacts',
    summary: 'The customer of an address, which is given whole',
    permission: 'privacy:manage',
    query: FindContacts,
    changedBy: ['erasures'],
    response: z.object({ items: z.array(FoundContact) }),
  },
  exportContact: {
    method: 'POST',
    path: '/api/contacts/{contactId}/exports',
    summary:
      'Ask for all that is known of a customer, with a reason; it is taken once, within a day',
    permission: 'privacy:manage',
    params: contactId,
    body: WithReason,
    errors: ['contact.not-found', 'contact.erased'],
    response: z.object({ id: Id, expiresAt: Time }),
  },
  downloadContactExport: {
    method: 'GET',
    path: '/api/contact-exports/{exportId}',
    summary: 'What was asked for, as a tar of JSON files and mails; once, by who asked for it',
    permission: 'privacy:manage',
    params: exportId,
    response: z.string(),
    raw: { response: 'application/x-tar' },
    errors: ['contact-export.not-found', 'contact-export.over'],
  },
  previewErasure: {
    method: 'GET',
    path: '/api/contacts/{contactId}/erasure-preview',
    summary: 'What would be erased of a customer; nothing is',
    permission: 'privacy:manage',
    params: contactId,
    errors: ['contact.not-found'],
    response: ErasurePreview,
  },
  eraseContact: {
    method: 'POST',
    path: '/api/contacts/{contactId}/erasures',
    summary:
      'Erase a customer for good, with a reason and their address typed; another administrator has to say yes where there is one',
    permission: 'privacy:manage',
    params: contactId,
    body: Asked,
    errors: [
      'contact.not-found',
      'contact.erased',
      'erasure.asked-already',
      'erasure.not-confirmed',
    ],
    response: Erasure,
  },
  listRetention: {
    method: 'GET',
    path: '/api/retention',
    summary: 'How long what is kept, and how much the next night would erase',
    permission: 'privacy:manage',
    changedBy: ['erasures'],
    response: z.object({ items: z.array(RetentionOf) }),
  },
  listErasures: {
    method: 'GET',
    path: '/api/erasures',
    summary: 'Who is to be erased, and who was, newest first; at most 100',
    permission: 'privacy:manage',
    changedBy: ['erasures'],
    response: z.object({ items: z.array(Erasure) }),
  },
  approveErasure: {
    method: 'POST',
    path: '/api/erasures/{erasureId}/approval',
    summary: 'Say yes, as another than who asked: it begins at once, and there is no way back',
    permission: 'privacy:manage',
    params: erasureId,
    errors: ['erasure.not-found', 'erasure.decided', 'erasure.own'],
    response: Nothing,
  },
  refuseErasure: {
    method: 'POST',
    path: '/api/erasures/{erasureId}/refusal',
    summary: 'Say no, or take back what one has asked for',
    permission: 'privacy:manage',
    params: erasureId,
    body: WithReason,
    errors: ['erasure.not-found', 'erasure.decided'],
    response: Nothing,
  },
} as const satisfies RouteTable
