import { z } from 'zod'
import { ActorRef, Id, PageQuery, Time, pageOf } from './common.ts'
import { eventKinds } from './events.ts'
import type { RouteTable } from './route.ts'

const EventId = z.string().regex(/^[1-9]\d{0,17}$/)

export const RecordEntry = z
  .object({
    id: EventId,
    /** To the microsecond, UTC. */
    at: z.string(),
    name: z.string(),
    actor: ActorRef,
    ticket: z.object({ id: Id, number: z.int() }).nullable(),
    account: z.object({ id: Id, name: z.string() }).nullable(),
    data: z.record(z.string(), z.unknown()),
    isSealed: z.boolean(),
  })
  .meta({ id: 'RecordEntry' })
export type RecordEntry = z.infer<typeof RecordEntry>

export const RecordFilter = z.object({
  personId: Id.optional(),
  accountId: Id.optional(),
  kind: z.enum(eventKinds).optional(),
  /** From this moment on, and before that one. */
  from: Time.optional(),
  to: Time.optional(),
})
export type RecordFilter = z.infer<typeof RecordFilter>

export const RecordCheck = z
  .object({
    id: Id,
    askedAt: Time,
    askedBy: ActorRef,
    sealsDone: z.int(),
    sealsTotal: z.int(),
    finishedAt: Time.nullable(),
    outcome: z
      .object({
        isAsSealed: z.boolean(),
        events: z.int(),
        fault: z
          .object({ kind: z.string(), event: z.string().nullable(), detail: z.string() })
          .nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'RecordCheck' })
export type RecordCheck = z.infer<typeof RecordCheck>

export const RecordState = z
  .object({
    sealed: z
      .object({
        number: z.int(),
        events: z.int(),
        at: Time,
        publicKey: z.string(),
        keyId: z.string(),
      })
      .nullable(),
    /** Not counted beyond a thousand. */
    unsealed: z.int(),
    oldestUnsealedAt: Time.nullable(),
    /** Since when a transaction is open that seals and live updates wait for; only of more than a minute. */
    heldBackSince: Time.nullable(),
    lastCheck: RecordCheck.nullable(),
    /** Where seals also go, outside the database; without either only the node's own head does. */
    anchors: z.array(z.enum(['file', 'http'])),
  })
  .meta({ id: 'RecordState' })
export type RecordState = z.infer<typeof RecordState>

export const auditRoutes = {
  getRecordState: {
    method: 'GET',
    path: '/api/record',
    summary: 'Up to where the record is sealed, by which key, and how its last verification ended',
    permission: 'audit:read',
    changedBy: ['record_state'],
    response: RecordState,
  },
  listRecord: {
    method: 'GET',
    path: '/api/record/events',
    summary: 'Who saw and did what, newest first; reading it is itself recorded',
    permission: 'audit:read',
    query: RecordFilter.extend(PageQuery.shape),
    response: pageOf(RecordEntry),
    errors: ['cursor.invalid'],
  },
  exportRecord: {
    method: 'GET',
    path: '/api/record/export',
    summary:
      'The chosen entries as NDJSON or CSV, or the whole sealed record for a verifier; recorded',
    permission: 'audit:read',
    query: RecordFilter.extend({ format: z.enum(['ndjson', 'csv', 'sealed']).default('ndjson') }),
    response: z.unknown(),
    raw: { response: 'application/x-ndjson' },
  },
  checkRecord: {
    method: 'POST',
    path: '/api/record/checks',
    summary: 'Verify the whole record now, as a job; its progress is in the state of the record',
    permission: 'audit:read',
    body: z.object({}),
    response: z.object({ id: Id }),
    errors: ['audit.check-running'],
  },
  getEventProof: {
    method: 'GET',
    path: '/api/record/events/{eventId}/proof',
    summary: 'The proof that one event stands in the record, verifiable offline',
    permission: 'audit:read',
    params: z.object({ eventId: EventId }),
    response: z.unknown(),
    errors: ['event.not-found', 'event.not-sealed'],
    raw: { response: 'application/json' },
  },
} as const satisfies RouteTable
