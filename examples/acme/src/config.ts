import { randomBytes } from 'node:crypto'

export type Config = {
  databaseUrl: string
  httpPort: number
  smtpPort: number
  adminToken: string
  otlp: { endpoint: string; headers: Record<string, string> } | null
  deployWebhook: { url: string; token: string | null } | null
  supportSmtpUrl: string
  supportAddress: string
  seed: number
  /** Seconds between two bits of everyday use by random customers; 0 is none. */
  trafficSeconds: number
  /** How long a worker may be silent before its export is given to another. */
  leaseSeconds: number
  /** Whether a fresh database gets its first live cases and their complaints. */
  firstCases: boolean
}

export function readConfig(env: NodeJS.ProcessEnv): Config {
  return {
    databaseUrl: required(env, 'ACME_DATABASE_URL'),
    httpPort: wholeNumber(env, 'ACME_PORT', 3100, 65535),
    smtpPort: wholeNumber(env, 'ACME_SMTP_PORT', 3125, 65535),
    // Without a token of its own the admin API must not be open to everyone on the machine.
    adminToken: env.ACME_ADMIN_TOKEN || randomBytes(24).toString('base64url'),
    otlp: env.OTEL_EXPORTER_OTLP_ENDPOINT
      ? {
          endpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT.replace(/\/$/, ''),
          headers: readHeaders(env.OTEL_EXPORTER_OTLP_HEADERS),
        }
      : null,
    deployWebhook: env.DEPLOY_WEBHOOK_URL
      ? { url: env.DEPLOY_WEBHOOK_URL, token: env.DEPLOY_WEBHOOK_TOKEN || null }
      : null,
    supportSmtpUrl: env.SUPPORT_SMTP_URL || 'smtp://127.0.0.1:3025',
    supportAddress: env.SUPPORT_ADDRESS || 'support@acme.example',
    seed: wholeNumber(env, 'ACME_SEED', 42),
    trafficSeconds: wholeNumber(env, 'ACME_TRAFFIC_SECONDS', 30),
    leaseSeconds: wholeNumber(env, 'ACME_LEASE_SECONDS', 15),
    firstCases: env.ACME_FIRST_CASES !== 'off',
  }
}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name]
  if (!value) throw new Error(`${name} is not set: Acme needs a PostgreSQL database of its own`)
  return value
}

function wholeNumber(
  env: NodeJS.ProcessEnv,
  name: string,
  fallback: number,
  max = 2 ** 31,
): number {
  const text = env[name]
  if (!text) return fallback
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0 || value > max) {
    throw new Error(`${name} must be a whole number from 0 to ${max}, not "${text}"`)
  }
  return value
}

/** `key=value,key=value`, percent-encoded, as the OpenTelemetry specification says. */
function readHeaders(text: string | undefined): Record<string, string> {
  const pairs = (text ?? '').split(',').filter((pair) => pair.includes('='))
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      return [pair.slice(0, at).trim(), decodeURIComponent(pair.slice(at + 1).trim())]
    }),
  )
}
