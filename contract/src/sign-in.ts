import { z } from 'zod'
import { Id, Nothing, OneLine, Time } from './common.ts'
import type { RouteTable } from './route.ts'

export const Language = z.enum(['en', 'de'])
export type Language = z.infer<typeof Language>

/** Why a password is refused; each has a sentence on the screen. */
export const passwordFaults = ['short', 'common', 'personal', 'guessable'] as const
export type PasswordFault = (typeof passwordFaults)[number]

export const minPasswordLength = 12
const Password = z.string().max(128)
const Token = z.string().min(20).max(100)

/** Why a sign-in by an identity provider was refused; each has a sentence on the screen. */
export const providerRefusals = [
  'denied',
  'expired',
  'unavailable',
  'clock',
  'untrusted',
  'misconfigured',
  'unverified',
  'foreign-domain',
  'uninvited',
  'no-group',
  'bound-elsewhere',
  'disabled',
  'last-admin',
  'failed',
] as const
export type ProviderRefusal = (typeof providerRefusals)[number]

/** By which a password is set, once. */
export const PasswordLink = z
  .object({
    /** Null where it went by mail. */
    link: z.string().nullable(),
    expiresAt: Time,
  })
  .meta({ id: 'PasswordLink' })
export type PasswordLink = z.infer<typeof PasswordLink>

export const SignInSecurity = z
  .object({
    /** Whether the person's role must have a passkey or codes. */
    isSecondFactorRequired: z.boolean(),
    hasCodes: z.boolean(),
    /** The identity provider that lets one in, by its name: there are no password, codes and passkeys here. */
    provider: z.string().nullable(),
    passkeys: z.array(
      z.object({ id: Id, name: z.string(), createdAt: Time, usedAt: Time.nullable() }),
    ),
    /** Keys of machines and of AI agents that one answers for, and that still open something. */
    keys: z.array(
      z.object({ id: Id, kind: z.enum(['key', 'ai_agent']), name: z.string(), expiresAt: Time }),
    ),
    sessions: z.array(
      z.object({
        id: z.string(),
        isThis: z.boolean(),
        device: z.string().nullable(),
        address: z.string().nullable(),
        createdAt: Time,
        seenAt: Time,
      }),
    ),
  })
  .meta({ id: 'SignInSecurity' })
export type SignInSecurity = z.infer<typeof SignInSecurity>

/** Of WebAuthn, passed between the browser and the server's library as they are. */
const Webauthn = z.record(z.string(), z.unknown())

export const passwordErrors = [
  ...passwordFaults.map((fault) => `password.${fault}` as const),
  'password.busy',
]
const ownErrors = ['password.wrong', 'sign-in.slowed'] as const

export const signInRoutes = {
  readPasswordLink: {
    method: 'POST',
    path: '/api/password-link/reading',
    summary: 'Whose link this is; its token is the proof',
    permission: 'public',
    triesAMinute: 30,
    repeated: { is: 'anew', because: 'it changes nothing' },
    body: z.object({ token: Token }),
    response: z.object({
      name: z.string(),
      email: z.string(),
      purpose: z.enum(['first', 'reset']),
      expiresAt: Time,
    }),
    errors: ['password-link.ended'],
  },
  usePasswordLink: {
    method: 'POST',
    path: '/api/password-link/use',
    summary:
      'Set a password by a link, once; its token is the proof. All sessions of the person end',
    permission: 'public',
    triesAMinute: 30,
    repeated: { is: 'anew', because: 'a link is used once' },
    body: z.object({ token: Token, password: Password }),
    response: Nothing,
    errors: ['password-link.ended', ...passwordErrors],
  },
  askPasswordReset: {
    method: 'POST',
    path: '/api/password-reset',
    summary: 'Mail a link to this address, if somebody signs in with it; the answer does not tell',
    permission: 'public',
    triesAMinute: 30,
    repeated: { is: 'anew', because: 'one link at a time: a new one ends the one before' },
    body: z.object({ email: z.email().max(254), language: Language }),
    response: Nothing,
    errors: ['mail.not-connected', 'sign-in.slowed'],
  },
  makePasswordLink: {
    method: 'POST',
    path: '/api/people/{personId}/password-link',
    summary: 'Give somebody else a link to set a password: by mail, or shown this once',
    permission: 'person:manage',
    repeated: { is: 'refused', because: 'the link is shown once' },
    params: z.object({ personId: Id }),
    body: z.object({
      language: Language,
      /** For who has lost their device: codes and passkeys are removed. */
      isSecondFactorRemoved: z.boolean(),
    }),
    response: PasswordLink,
    errors: [
      'person.not-found',
      'person.oneself',
      'person.disabled',
      'person.by-provider',
      'password.off',
      'permission.not-yours',
    ],
  },
  getSignInSecurity: {
    method: 'GET',
    path: '/api/me/sign-in',
    summary: 'How one signs in oneself, and where one is signed in',
    permission: 'self:manage',
    changedBy: ['me', 'api_keys', 'ai_agents'],
    response: SignInSecurity,
  },
  changePassword: {
    method: 'PUT',
    path: '/api/me/password',
    summary: 'Another password for oneself; all other sessions end',
    permission: 'self:manage',
    body: z.object({ current: Password, next: Password }),
    response: Nothing,
    errors: [...ownErrors, ...passwordErrors, 'passkey.needed'],
  },
  endSession: {
    method: 'DELETE',
    path: '/api/me/sessions/{sessionId}',
    summary: 'Sign out one of one’s own sessions',
    permission: 'self:manage',
    params: z.object({ sessionId: z.string().min(1).max(200) }),
    response: Nothing,
    errors: ['session.not-found'],
  },
  endOtherSessions: {
    method: 'POST',
    path: '/api/me/sessions/ending',
    summary: 'Sign out everywhere else',
    permission: 'self:manage',
    response: Nothing,
  },
  startPasskey: {
    method: 'POST',
    path: '/api/me/passkeys/options',
    summary: 'What the browser needs to make a passkey',
    permission: 'self:manage',
    repeated: { is: 'anew', because: 'it changes nothing' },
    body: z.object({ password: Password }),
    response: z.object({ options: Webauthn }),
    errors: [...ownErrors, 'passkey.needed'],
  },
  addPasskey: {
    method: 'POST',
    path: '/api/me/passkeys',
    summary: 'Sign in by this passkey from now on',
    permission: 'self:manage',
    body: z.object({ name: OneLine.min(1).max(80), answer: Webauthn }),
    response: Nothing,
    errors: ['passkey.refused', 'passkey.needed'],
  },
  removePasskey: {
    method: 'POST',
    path: '/api/me/passkeys/{passkeyId}/removal',
    summary: 'The passkey no longer signs in',
    permission: 'self:manage',
    params: z.object({ passkeyId: Id }),
    body: z.object({ password: Password }),
    response: Nothing,
    errors: [...ownErrors, 'passkey.not-found', 'passkey.needed'],
  },
  startPasskeySignIn: {
    method: 'POST',
    path: '/api/passkey-sign-in/options',
    summary: 'What the browser needs to sign in by a passkey',
    permission: 'public',
    triesAMinute: 30,
    repeated: { is: 'anew', because: 'it changes nothing' },
    response: z.object({ options: Webauthn }),
  },
} as const satisfies RouteTable
