import { homedir } from 'node:os'
import { join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65_535)
const isWebAddress = (text: string) => /^https?:$/.test(URL.parse(text)?.protocol ?? '')

/** Beside the code, from whichever folder a command is called. */
function besideCode(path: string): string {
  return fileURLToPath(new URL(`../../../${path}`, import.meta.url))
}

/**
 * Beside the code of a checkout. What npm has installed is thrown away with the next version: then
 * where the person's other programs keep data (XDG Base Directory Specification 0.8).
 */
export function homeOf(code: string, env: NodeJS.ProcessEnv): string {
  if (!code.split(sep).includes('node_modules')) return join(code, '.firstline')
  return join(env.XDG_DATA_HOME || join(homedir(), '.local/share'), 'firstline')
}

const databaseAddress = z
  .string()
  .regex(/^postgres(ql)?:\/\//, 'not an address like postgresql://user:password@host/database')

const Environment = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z.url().optional(),
  /** Proxies whose X-Forwarded-For is believed: addresses, networks, or names like loopback. */
  TRUST_PROXY: z.string().min(1).default('loopback'),
  DATABASE_URL: databaseAddress.optional(),
  /** The owner's login, for migrations; then DATABASE_URL is the login the desk works with. */
  DATABASE_MIGRATION_URL: databaseAddress.optional(),
  FIRSTLINE_HOME: z.string().min(1).optional(),
  /** The built web app. */
  FIRSTLINE_WEB: z.string().min(1).default(besideCode('web/dist')),
  /** Folder with firstline.yaml, sources, actions and runbooks. */
  FIRSTLINE_PROJECT: z.string().min(1).optional(),
  FIRSTLINE_SECRET: z.string().min(32).optional(),
  /** The Ed25519 key that seals the record: `env:NAME` or `file:/path`; else one in FIRSTLINE_HOME. */
  FIRSTLINE_SEAL_KEY: z
    .string()
    .regex(/^(?:env|file):/, 'env:NAME or file:/path')
    .optional(),
  /** Where each seal is also written, outside the database. */
  FIRSTLINE_ANCHOR_FILE: z.string().min(1).optional(),
  FIRSTLINE_ANCHOR_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Where a node that only works answers probes; PORT + 50 unless set. */
  HEALTH_PORT: port.optional(),
  SMTP_IN_PORT: port.optional(),
  /** With both, incoming mail may be encrypted (STARTTLS). */
  SMTP_IN_CERT_FILE: z.string().optional(),
  SMTP_IN_KEY_FILE: z.string().optional(),
  /** Where replies leave: smtp://user:password@host:port */
  SMTP_URL: z.string().optional(),
  DKIM_DOMAIN: z.string().optional(),
  DKIM_SELECTOR: z.string().optional(),
  DKIM_PRIVATE_KEY_FILE: z.string().optional(),
  TELEMETRY_RETENTION_DAYS: z.coerce.number().int().min(1).max(365).default(14),
  TIME_ZONE: z.string().default('UTC'),
  /** Desks inside your network that may be imported from in the browser; commas between them. */
  IMPORT_FROM: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((part) => part.trim() || []))
    .refine((addresses) => addresses.every(isWebAddress), 'addresses like https://jira.internal'),
  /** Systems inside your network, or without encryption, that webhooks may go to; commas between them. */
  WEBHOOK_TO: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((part) => part.trim() || []))
    .refine((addresses) => addresses.every(isWebAddress), 'addresses like https://hooks.internal'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

export type Config = {
  port: number
  host: string
  publicUrl: string
  /** Where a browser with a session may come from: the public address; on one machine by each name. */
  origins: string[]
  /** null: PORT + 50, where that is free. */
  healthPort: number | null
  trustProxy: string
  databaseUrl: string | undefined
  migrationUrl: string | undefined
  home: string
  webFolder: string
  projectFolder: string | undefined
  secret: string | undefined
  sealKey: string | undefined
  anchor: { file?: string; url?: string } | undefined
  smtpIn: { port: number; host: string; tls?: { certFile: string; keyFile: string } }
  smtpUrl: string | undefined
  dkim: { domain: string; selector: string; privateKeyFile: string } | undefined
  telemetryRetentionDays: number
  timeZone: string
  /** Origins inside the network that a history may be read from in the browser. */
  importOrigins: string[]
  /** Origins inside the network that webhooks may be sent to. */
  webhookOrigins: string[]
  logLevel: string
}

/** The environment, checked. @throws with every wrong variable named. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`)
    throw new Error(`Environment variables are not valid: ${wrong.join('; ')}`)
  }
  const e = parsed.data
  if (e.DATABASE_MIGRATION_URL && !e.DATABASE_URL) {
    throw new Error('DATABASE_MIGRATION_URL needs DATABASE_URL, the login the desk works with')
  }
  const publicUrl = e.PUBLIC_URL ?? `http://localhost:${e.PORT}`
  return {
    port: e.PORT,
    host: e.HOST,
    healthPort: e.HEALTH_PORT ?? null,
    publicUrl,
    origins: originsOf(publicUrl),
    trustProxy: e.TRUST_PROXY,
    databaseUrl: e.DATABASE_URL,
    migrationUrl: e.DATABASE_MIGRATION_URL,
    home: resolve(
      e.FIRSTLINE_HOME?.replace(/^~(?=\/)/, homedir()) ?? homeOf(besideCode(''), given),
    ),
    webFolder: resolve(e.FIRSTLINE_WEB),
    projectFolder: e.FIRSTLINE_PROJECT ? resolve(e.FIRSTLINE_PROJECT) : undefined,
    secret: e.FIRSTLINE_SECRET,
    sealKey: e.FIRSTLINE_SEAL_KEY,
    anchor: anchorOf(e),
    smtpIn: { port: e.SMTP_IN_PORT ?? e.PORT + 25, host: e.HOST, ...tlsOf(e) },
    smtpUrl: e.SMTP_URL,
    dkim: dkimOf(e),
    telemetryRetentionDays: e.TELEMETRY_RETENTION_DAYS,
    timeZone: e.TIME_ZONE,
    importOrigins: e.IMPORT_FROM.map((address) => new URL(address).origin),
    webhookOrigins: e.WEBHOOK_TO.map((address) => new URL(address).origin),
    logLevel: e.LOG_LEVEL,
  }
}

function tlsOf(e: z.output<typeof Environment>): Pick<Config['smtpIn'], 'tls'> {
  const { SMTP_IN_CERT_FILE: certFile, SMTP_IN_KEY_FILE: keyFile } = e
  if (!certFile && !keyFile) return {}
  if (certFile && keyFile) return { tls: { certFile, keyFile } }
  throw new Error('STARTTLS needs SMTP_IN_CERT_FILE and SMTP_IN_KEY_FILE together')
}

function anchorOf(e: z.output<typeof Environment>): Config['anchor'] {
  const { FIRSTLINE_ANCHOR_FILE: file, FIRSTLINE_ANCHOR_URL: url } = e
  if (!file && !url) return undefined
  return { ...(file ? { file: resolve(file) } : {}), ...(url ? { url } : {}) }
}

function dkimOf(e: z.output<typeof Environment>): Config['dkim'] {
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_PRIVATE_KEY_FILE: file } = e
  if (!domain && !selector && !file) return undefined
  if (domain && selector && file) return { domain, selector, privateKeyFile: file }
  throw new Error('DKIM needs DKIM_DOMAIN, DKIM_SELECTOR and DKIM_PRIVATE_KEY_FILE together')
}

function originsOf(publicUrl: string): string[] {
  const { origin, hostname, protocol, port } = new URL(publicUrl)
  if (hostname !== 'localhost') return [origin]
  return [
    origin,
    ...['127.0.0.1', '[::1]'].map((name) => new URL(`${protocol}//${name}:${port}`).origin),
  ]
}
