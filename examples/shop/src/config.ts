import { randomBytes } from 'node:crypto'

export type Config = {
  databaseUrl: string
  port: number
  /** `user:password` of the admin API. */
  adminLogin: string
  /** Where log lines are pushed to; null: nowhere. */
  lokiUrl: string | null
  /** What a job takes: a warehouse is not the fastest. */
  jobMs: number
}

export function readConfig(env: NodeJS.ProcessEnv): Config {
  if (!env.SHOP_DATABASE_URL) {
    throw new Error('SHOP_DATABASE_URL is not set: the shop needs a PostgreSQL database of its own')
  }
  return {
    databaseUrl: env.SHOP_DATABASE_URL,
    port: wholeNumber(env, 'SHOP_PORT', 3300),
    // without a login of its own the admin API must not be open to everyone on the machine
    adminLogin: env.SHOP_ADMIN_LOGIN || `desk:${randomBytes(18).toString('base64url')}`,
    lokiUrl: env.SHOP_LOKI_URL?.replace(/\/$/, '') || null,
    jobMs: wholeNumber(env, 'SHOP_JOB_MS', 1500),
  }
}

function wholeNumber(env: NodeJS.ProcessEnv, name: string, usual: number): number {
  const value = Number(env[name] || usual)
  if (Number.isInteger(value) && value >= 0 && value <= 65_535) return value
  throw new Error(`${name} must be a whole number from 0 to 65535, not "${env[name]}"`)
}
