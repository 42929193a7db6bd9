import { z } from 'zod'
import { Id, Line, Nothing, OneLine, PersonRef, Time } from './common.ts'
import { keyPermissions, permissions, roles } from './permissions.ts'
import type { RouteTable } from './route.ts'
import { Language, PasswordLink } from './sign-in.ts'

export const Person = PersonRef.extend({
  email: z.string(),
  role: z.enum(roles),
  line: Line,
}).meta({ id: 'Person' })
export type Person = z.infer<typeof Person>

export const Me = Person.extend({
  permissions: z.array(z.enum(permissions)),
  /** Why nothing but one's own sign-in is open: a second factor is to be set up, or to be shown. */
  confined: z.enum(['set-up', 'use-passkey']).nullable(),
}).meta({ id: 'Me' })
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
    /** False on a new desk: whoever runs it invites the first person. */
    hasPeople: z.boolean(),
    /** Whether a forgotten password can be reset by mail. */
    canMail: z.boolean(),
    /** Who helps when one cannot sign in, in the organisation's words. */
    help: z.string().nullable(),
    /** Identity providers, in the order of their buttons. */
    providers: z.array(z.object({ id: z.string(), name: z.string() })),
    /** Whose passwords and passkeys open the desk; the others come by a provider. */
    passwords: z.enum(['everybody', 'some', 'nobody']),
  })
  .meta({ id: 'Setup' })
export type Setup = z.infer<typeof Setup>

export const InvitePerson = z.object({
  email: z.email().max(254),
  name: OneLine.min(1).max(120),
  role: z.enum(roles),
  line: Line,
  language: Language.default('en'),
})

/** A person of the team, and how they get in. */
export const Invitation = Person.extend({
  link: PasswordLink.shape.link,
  /** Of the link; null where there is none, as they come by an identity provider. */
  expiresAt: Time.nullable(),
}).meta({ id: 'Invitation' })
export type Invitation = z.infer<typeof Invitation>

export const ApiKeyCreated = z
  .object({ id: Id, name: z.string(), key: z.string(), createdAt: Time })
  .meta({ id: 'ApiKeyCreated' })

export const CreateApiKey = z.object({
  name: OneLine.min(1).max(120),
  permissions: z.array(z.enum(keyPermissions)).min(1),
  /** A key ends by itself. */
  expiresInDays: z.int().min(1).max(366).default(90),
})

/** Whoever answers for a key is told so many days before it ends. */
export const keyWarningDays = [14, 3] as const

const Named = z.object({ id: Id, name: z.string() })

/** What went to sleep with a person: it does nothing until somebody else answers for it. */
export const PersonDisabled = z
  .object({ keys: z.array(Named), aiAgents: z.array(Named) })
  .meta({ id: 'PersonDisabled' })
export type PersonDisabled = z.infer<typeof PersonDisabled>

/** Everybody and every key, also those that may no longer come in. */
export const Team = z
  .object({
    people: z.array(
      Person.extend({
        disabledAt: Time.nullable(),
        signIn: z.object({
          /** The identity provider that alone lets them in, by its name. */
          provider: z.string().nullable(),
          hasPassword: z.boolean(),
          hasCodes: z.boolean(),
          hasPasskey: z.boolean(),
        }),
      }),
    ),
    keys: z.array(
      z.object({
        id: Id,
        name: z.string(),
        permissions: z.array(z.string()),
        state: z.enum(['active', 'asleep', 'expired', 'revoked']),
        /** Who answers for it; null: nobody knows. */
        owner: PersonRef.nullable(),
        createdAt: Time,
        expiresAt: Time,
        lastUsedAt: Time.nullable(),
        /** The network it was used from last. */
        lastUsedFrom: z.string().nullable(),
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
    permission: 'self:manage',
    changedBy: ['me'],
    response: Me,
  },
  listPeople: {
    method: 'GET',
    path: '/api/people',
    summary: 'People a ticket can be assigned to',
    permission: 'person:read',
    changedBy: ['people'],
    response: z.object({ items: z.array(Person) }),
  },
  invitePerson: {
    method: 'POST',
    path: '/api/people',
    summary:
      'Add a person with a role; they set their password by a link, mailed or shown this once',
    permission: 'person:manage',
    repeated: { is: 'refused', because: 'the one-time link is shown once' },
    body: InvitePerson,
    response: Invitation,
    errors: ['person.email-taken', 'permission.not-yours'],
  },
  createApiKey: {
    method: 'POST',
    path: '/api/api-keys',
    summary: 'Make a key for a machine; the key itself is shown this once',
    permission: 'person:manage',
    repeated: { is: 'refused', because: 'the key is shown once' },
    body: CreateApiKey,
    response: ApiKeyCreated,
    errors: ['permission.not-yours'],
  },
  getTeam: {
    method: 'GET',
    path: '/api/team',
    summary: 'People and keys of machines, with those that were disabled or revoked',
    permission: 'person:manage',
    changedBy: ['api_keys'],
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
    errors: ['person.not-found', 'person.oneself', 'person.last-admin', 'permission.not-yours'],
  },
  disablePerson: {
    method: 'POST',
    path: '/api/people/{personId}/disabling',
    summary:
      'Somebody else is out at once: sessions and streams end, their keys and AI agents sleep',
    permission: 'person:manage',
    params: personId,
    response: PersonDisabled,
    errors: [
      'person.not-found',
      'person.oneself',
      'person.disabled',
      'person.last-admin',
      'permission.not-yours',
    ],
  },
  enablePerson: {
    method: 'DELETE',
    path: '/api/people/{personId}/disabling',
    summary: 'A disabled person can sign in again; their keys and AI agents go on sleeping',
    permission: 'person:manage',
    params: personId,
    response: Nothing,
    errors: ['person.not-found', 'person.oneself', 'person.enabled', 'permission.not-yours'],
  },
  releaseIdentity: {
    method: 'DELETE',
    path: '/api/people/{personId}/identity',
    summary:
      'Somebody else is no longer bound to an account of an identity provider: sessions end, and the next account with their address is theirs',
    permission: 'person:manage',
    params: personId,
    response: Nothing,
    errors: ['person.not-found', 'person.oneself', 'person.not-bound', 'permission.not-yours'],
  },
  handOverApiKey: {
    method: 'PUT',
    path: '/api/api-keys/{keyId}/owner',
    summary: 'Somebody else answers for the key from now on; one that sleeps wakes',
    permission: 'person:manage',
    params: z.object({ keyId: Id }),
    body: z.object({ personId: Id }),
    response: Nothing,
    errors: [
      'api-key.not-found',
      'api-key.expired',
      'person.not-found',
      'person.disabled',
      'permission.not-yours',
      'permission.not-theirs',
    ],
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
