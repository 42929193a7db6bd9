import { z } from 'zod'
import { Id, Line, Nothing, OneLine, PersonRef, Time } from './common.ts'
import { permissions, roles } from './permissions.ts'
import type { RouteTable } from './route.ts'

export const Person = PersonRef.extend({
  email: z.string(),
  role: z.enum(roles),
  line: Line,
}).meta({ id: 'Person' })
export type Person = z.infer<typeof Person>

export const Me = Person.extend({ permissions: z.array(z.enum(permissions)) }).meta({ id: 'Me' })
export type Me = z.infer<typeof Me>

/** What the sign-in page needs to know before anybody is signed in. */
export const Setup = z
  .object({
    name: z.string(),
    /** Only where the example company runs: sign-ins a visitor may use. */
    demoSignIns: z.array(
      z.object({ email: z.string(), password: z.string(), name: z.string(), role: z.enum(roles) }),
    ),
    demoUrl: z.string().nullable(),
  })
  .meta({ id: 'Setup' })
export type Setup = z.infer<typeof Setup>

export const InvitePerson = z.object({
  email: z.email().max(254),
  name: OneLine.min(1).max(120),
  role: z.enum(roles),
  line: Line,
  password: z.string().min(12).max(128),
})

export const ApiKeyCreated = z
  .object({ id: Id, name: z.string(), key: z.string(), createdAt: Time })
  .meta({ id: 'ApiKeyCreated' })

export const CreateApiKey = z.object({
  name: OneLine.min(1).max(120),
  permissions: z.array(z.enum(permissions)).min(1),
})

/** Everybody and every key, also those that may no longer come in. */
export const Team = z
  .object({
    people: z.array(Person.extend({ disabledAt: Time.nullable() })),
    keys: z.array(
      z.object({
        id: Id,
        name: z.string(),
        permissions: z.array(z.string()),
        createdAt: Time,
        revokedAt: Time.nullable(),
      }),
    ),
  })
  .meta({ id: 'Team' })
export type Team = z.infer<typeof Team>

const personId = z.object({ personId: Id })

export const teamRoutes = {
  getSetup: {
    method: 'GET',
    path: '/api/setup',
    summary: 'What the sign-in page shows; holds nothing secret outside the example company',
    permission: 'public',
    response: Setup,
  },
  getMe: {
    method: 'GET',
    path: '/api/me',
    summary: 'The signed-in person with their permissions',
    permission: 'person:read',
    response: Me,
  },
  listPeople: {
    method: 'GET',
    path: '/api/people',
    summary: 'People a ticket can be assigned to',
    permission: 'person:read',
    response: z.object({ items: z.array(Person) }),
  },
  invitePerson: {
    method: 'POST',
    path: '/api/people',
    summary: 'Add a person with a role and a first password',
    permission: 'person:manage',
    body: InvitePerson,
    response: Person,
    errors: ['person.email-taken'],
  },
  createApiKey: {
    method: 'POST',
    path: '/api/api-keys',
    summary: 'Make a key for a machine; the key itself is shown this once',
    permission: 'person:manage',
    body: CreateApiKey,
    response: ApiKeyCreated,
  },
  getTeam: {
    method: 'GET',
    path: '/api/team',
    summary: 'People and keys of machines, with those that were disabled or revoked',
    permission: 'person:manage',
    response: Team,
  },
  changeRole: {
    method: 'PUT',
    path: '/api/people/{personId}/role',
    summary: 'Give somebody else another role or line; counts from their next request on',
    permission: 'person:manage',
    params: personId,
    body: z.object({ role: z.enum(roles), line: Line }),
    response: Nothing,
    errors: ['person.not-found', 'person.oneself'],
  },
  disablePerson: {
    method: 'POST',
    path: '/api/people/{personId}/disabling',
    summary: 'Somebody else can no longer sign in; their sessions end at once',
    permission: 'person:manage',
    params: personId,
    response: Nothing,
    errors: ['person.not-found', 'person.oneself', 'person.disabled'],
  },
  enablePerson: {
    method: 'DELETE',
    path: '/api/people/{personId}/disabling',
    summary: 'A disabled person can sign in again',
    permission: 'person:manage',
    params: personId,
    response: Nothing,
    errors: ['person.not-found', 'person.oneself', 'person.enabled'],
  },
  revokeApiKey: {
    method: 'POST',
    path: '/api/api-keys/{keyId}/revocation',
    summary: 'The key is refused from its next request on, for good',
    permission: 'person:manage',
    params: z.object({ keyId: Id }),
    response: Nothing,
    errors: ['api-key.not-found'],
  },
} as const satisfies RouteTable
