import { kyselyAdapter } from '@better-auth/kysely-adapter'
import { betterAuth } from 'better-auth'
import { APIError, createAuthMiddleware, isAPIError } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins'
import type { Kysely } from 'kysely'
import { systemClock } from '#server/core/clock.ts'
import type { Clock } from '#server/core/clock.ts'
import type { DB } from '#server/database/db-types.ts'
import { messageOf } from '#server/core/errors.ts'
import type { Logger } from '#server/core/log.ts'
import { hashSessionTokens } from './hash-session-tokens.ts'
import { passkeySignIn } from './passkey-sign-in.ts'
import { providerSession } from './providers/provider-session.ts'
import { mayUsePassword } from './sign-in-section.ts'
import type { SignInSettings } from './sign-in-section.ts'

export type WithAuth = { auth: Auth }

export type AuthConfig = {
  publicUrl: string
  secret: string
  trustedOrigins?: string[]
  clock?: Clock
  /** What the project says now; without one everybody may use a password. */
  settings?: () => SignInSettings
}

/**
 * Sign-in by better-auth: e-mail and password, sessions in the database, rate-limited there too, so
 * that any number of nodes count together. Nobody signs up: people are invited.
 */
export function createAuth(db: Kysely<DB>, log: Logger, config: AuthConfig) {
  const { publicUrl, trustedOrigins = [publicUrl], clock = systemClock } = config
  return betterAuth({
    database: hashSessionTokens(
      kyselyAdapter(db.withSchema('auth'), { type: 'postgres', transaction: true }),
    ),
    verification: { storeIdentifier: 'hashed' },
    baseURL: publicUrl,
    secret: config.secret,
    trustedOrigins,
    telemetry: { enabled: false },
    // its own log would be neither structured nor free of what people typed
    logger: {
      level: 'warn',
      log: (level, message, ...about) => {
        const error = about.find((one) => one instanceof Error)
        // without one it was refused: anybody could fill the log with errors
        log[level === 'error' && !error ? 'warn' : level](
          { err: error && messageOf(error) },
          `sign-in: ${message}`,
        )
      },
    },
    onAPIError: {
      // it would print refusals past that log, as errors
      onError: (error) => {
        const isRefused = isAPIError(error) && error.statusCode < 500
        log[isRefused ? 'debug' : 'error']({ err: messageOf(error) }, 'sign-in')
      },
    },
    emailAndPassword: { enabled: true, disableSignUp: true },
    session: {
      expiresIn: 7 * 24 * 3600,
      // how exactly "last seen" is known
      updateAge: 300,
      additionalFields: {
        proof: { type: 'string', required: false, input: false },
        endsAt: { type: 'date', required: false, input: false },
      },
    },
    plugins: [
      // guesses are counted by us, for the account and without locking it
      twoFactor({ issuer: 'Firstline', accountLockout: { enabled: false } }),
      passkeySignIn({ db, clock, config: { publicUrl, origins: trustedOrigins } }),
      providerSession(),
    ],
    databaseHooks: {
      session: { create: { before: (session) => refuseClosed(db, config, session) } },
    },
    hooks: { after: createAuthMiddleware((ctx) => endOthersOnCodes(db, ctx)) },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 100,
      // beside the slow-down of each account: an office behind one address shares these
      customRules: {
        '/sign-in/email': { window: 60, max: 30 },
        '/sign-in/passkey': { window: 60, max: 30 },
        '/two-factor/*': { window: 60, max: 30 },
      },
    },
    advanced: {
      // said, as the library asks no origin where NODE_ENV or TEST say that it is tried
      disableOriginCheck: false,
      disableCSRFCheck: false,
      cookiePrefix: 'firstline',
      ipAddress: { ipAddressHeaders: ['x-firstline-ip'] },
      // each request reads its session: with its person by one statement
      database: { joins: true },
    },
  })
}

type NewSession = { userId: string } & Record<string, unknown>

/** Also by passkey and code; said only to who has shown who they are. */
async function refuseClosed(
  db: Kysely<DB>,
  { settings }: AuthConfig,
  { userId, proof }: NewSession,
): Promise<void> {
  const person = await db
    .selectFrom('person')
    .select(['disabled_at', 'email'])
    .where('user_id', '=', userId)
    .executeTakeFirst()
  if (!person) return
  if (person.disabled_at) throw new APIError('FORBIDDEN', { code: 'PERSON_DISABLED' })
  if (proof === 'provider' || !settings || mayUsePassword(settings(), person.email)) return
  throw new APIError('FORBIDDEN', { code: 'PASSWORD_OFF' })
}

type AfterContext = {
  path?: string
  context: {
    session: unknown
    newSession: { session: { id: string; userId: string } } | null
  }
}

/** Codes were set: sessions that were made without one end. */
async function endOthersOnCodes(db: Kysely<DB>, { path, context }: AfterContext): Promise<void> {
  if (path !== '/two-factor/verify-totp' || !context.session || !context.newSession) return
  const { id, userId } = context.newSession.session
  await db.deleteFrom('auth.session').where('userId', '=', userId).where('id', '<>', id).execute()
}

export type Auth = ReturnType<typeof createAuth>
