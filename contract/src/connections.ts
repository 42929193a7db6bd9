import { PanelAnswer, ProjectProblem } from './accounts.ts'
import { z } from 'zod'
import { Time } from './common.ts'
import type { RouteTable } from './route.ts'
import { Sentence } from './sentence.ts'

/** Why a system gave no answer that could be used. */
export const AnswerFaultCode = z.enum([
  'timeout',
  'unreachable',
  'sign-in',
  'secret',
  'certificate',
  'token',
  'query',
  'status',
  'fence',
  'too-large',
  'not-understood',
  'no-account',
  'foreign-row',
  'refused',
])
export type AnswerFaultCode = z.infer<typeof AnswerFaultCode>

export const AnswerFault = z
  .object({
    code: AnswerFaultCode,
    /** An error code, a status or the place of a secret; never a value. */
    detail: z.string().nullable(),
  })
  .meta({ id: 'AnswerFault' })
export type AnswerFault = z.infer<typeof AnswerFault>

/** How something answers, as all nodes have seen it; a few seconds behind. */
export const AnswerHealth = z
  .object({
    /** null: never asked. */
    last: z
      .object({
        at: Time,
        durationMs: z.number(),
        /** null: it was good. */
        fault: AnswerFault.nullable(),
      })
      .nullable(),
    lastGoodAt: Time.nullable(),
    /** In the last 24 hours. */
    asked: z.int(),
    failed: z.int(),
    /** 95 of 100 answers of the last hour took no longer; null: none, or longer than is told apart. */
    p95Ms: z.number().nullable(),
  })
  .meta({ id: 'AnswerHealth' })
export type AnswerHealth = z.infer<typeof AnswerHealth>

export const ConnectedKind = z.enum(['source', 'metric', 'logs', 'traces', 'directory', 'action'])
export type ConnectedKind = z.infer<typeof ConnectedKind>

/** What of a project asks a connection, and how that goes. */
export const ConnectedThing = z
  .object({
    kind: ConnectedKind,
    id: z.string(),
    title: z.string(),
    file: z.string(),
    line: z.int(),
    health: AnswerHealth,
    /** Of an action that stops after failures: whether it is not tried now. null: it has no such limit. */
    isBreakerOpen: z.boolean().nullable(),
  })
  .meta({ id: 'ConnectedThing' })
export type ConnectedThing = z.infer<typeof ConnectedThing>

export const Connection = z
  .object({
    id: z.string(),
    kind: z.string(),
    /** The host as it stands in the file, or the place that its address comes from: `env:REPLICA_URL`. */
    address: z.string(),
    /** Where each secret comes from, never what it is. */
    secrets: z.array(z.object({ name: z.string(), place: z.string() })),
    things: z.array(ConnectedThing),
  })
  .meta({ id: 'Connection' })
export type Connection = z.infer<typeof Connection>

/** A part of a file of the project, to be copied: places of secrets only. */
export const ProjectText = z
  .object({ file: z.string(), line: z.int(), text: z.string() })
  .meta({ id: 'ProjectText' })
export type ProjectText = z.infer<typeof ProjectText>

/** A source as the project says it, and what it wants to know beside the account. */
export const SourceText = z
  .object({
    id: z.string(),
    title: z.string(),
    connection: z.string(),
    /** JSON Schema of each parameter. */
    params: z.record(z.string(), z.record(z.string(), z.unknown())),
    yaml: ProjectText,
  })
  .meta({ id: 'SourceText' })
export type SourceText = z.infer<typeof SourceText>

/** A call as it was sent: where the secrets stand, not what they are. */
export const TriedCall = z
  .object({
    method: z.string(),
    url: z.string(),
    headers: z.record(z.string(), z.string()),
    body: z.unknown(),
    durationMs: z.number(),
    /** `4 rows`, `HTTP 200, 1204 bytes`; null: none that could be used. */
    answer: z.string().nullable(),
  })
  .meta({ id: 'TriedCall' })
export type TriedCall = z.infer<typeof TriedCall>

export const TriedSource = z
  .object({
    account: z.object({ externalId: z.string(), name: z.string() }),
    calls: z.array(TriedCall),
    /** Masked; null: there is no answer, and `refusal` says why. */
    panel: PanelAnswer.nullable(),
    refusal: z
      .object({ reason: z.string(), detail: z.string(), said: Sentence.nullable() })
      .nullable(),
  })
  .meta({ id: 'TriedSource' })
export type TriedSource = z.infer<typeof TriedSource>

const ofSource = z.object({ source: z.string().min(1).max(120) })

export const connectionRoutes = {
  listConnections: {
    method: 'GET',
    path: '/api/connections',
    summary: 'The connections of the project, what asks each of them, and how they answer',
    permission: 'connection:read',
    response: z.object({
      project: z.string(),
      items: z.array(Connection),
      /** Files that do not load, the first ones. */
      problems: z.array(ProjectProblem).max(50),
    }),
  },
  getConnection: {
    method: 'GET',
    path: '/api/connections/{connection}',
    summary: 'One connection, with what the project says of it',
    permission: 'connection:read',
    params: z.object({ connection: z.string().min(1).max(200) }),
    response: Connection.extend({ yaml: ProjectText }),
    errors: ['connection.not-found'],
  },
  getSource: {
    method: 'GET',
    path: '/api/sources/{source}',
    summary: 'One source of the project, as its file says it',
    permission: 'connection:read',
    params: ofSource,
    response: SourceText,
    errors: ['source.not-found', 'source.unavailable'],
  },
  trySource: {
    method: 'POST',
    path: '/api/sources/{source}/trials',
    summary:
      'Read a source for an account, masked, and see each call; the reason is recorded before anything is read',
    permission: 'account:open',
    repeated: { is: 'anew', because: 'it only reads, and each look is recorded' },
    params: ofSource,
    body: z.object({
      /** The id of an account, or the address of a person there. */
      account: z.string().trim().min(1).max(254),
      reason: z.string().trim().min(3).max(500),
      params: z.record(z.string(), z.unknown()).default({}),
    }),
    response: TriedSource,
    errors: [
      'source.not-found',
      'source.unavailable',
      'source.params-invalid',
      'source.tried-often',
      'account.not-found',
      'account.directory-unavailable',
    ],
  },
} as const satisfies RouteTable
