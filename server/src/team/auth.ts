import { kyselyAdapter } from '@better-auth/kysely-adapter'
import { betterAuth } from 'better-auth'
import { isAPIError } from 'better-auth/api'
import type { Kysely } from 'kysely'
import type { DB } from '#server/core/db-types.ts'
import { messageOf } from '#server/core/errors.ts'
import type { Logger } from '#server/core/log.ts'
import { hashSessionTokens } from './hash-session-tokens.ts'

export type AuthConfig = { publicUrl: string; secret: string; trustedOrigins?: string[] }

/**
 * Sign-in by better-auth: e-mail and password, sessions in the database, rate-limited there too, so
 * that any number of nodes count together. Nobody signs up: people are invited.
 */
export function createAuth(db: Kysely<DB>, log: Logger, config: AuthConfig) {
  return betterAuth({
    database: hashSessionTokens(
      kyselyAdapter(db.withSchema('auth'), { type: 'postgres', transaction: true }),
    ),
    verification: { storeIdentifier: 'hashed' },
    baseURL: config.publicUrl,
    secret: config.secret,
    trustedOrigins: config.trustedOrigins ?? [],
    telemetry: { enabled: false },
    // its own log would be neither structured nor free of what people typed
    logger: {
      level: 'warn',
      log: (level, message, ...about) => {
        const error = about.find((one) => one instanceof Error)
        log[level]({ err: error && messageOf(error) }, `sign-in: ${message}`)
      },
    },
    onAPIError: {
      // it would print refusals past that log, as errors
      onError: (error) => {
        const isRefused = isAPIError(error) && error.statusCode < 500
        log[isRefused ? 'debug' : 'error']({ err: messageOf(error) }, 'sign-in')
      },
    },
    emailAndPassword: { enabled: true, minPasswordLength: 12, disableSignUp: true },
    session: { expiresIn: 7 * 24 * 3600, updateAge: 24 * 3600 },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 100,
      customRules: { '/sign-in/email': { window: 60, max: 10 } },
    },
    advanced: { cookiePrefix: 'firstline', ipAddress: { ipAddressHeaders: ['x-firstline-ip'] } },
  })
}

export type Auth = ReturnType<typeof createAuth>
