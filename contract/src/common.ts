import { z } from 'zod'

export const Id = z.uuid()
/** RFC 3339, UTC. */
export const Time = z.iso.datetime({ offset: true })
export const Line = z.enum(['L1', 'L2', 'L3']).meta({ id: 'Line' })
export type Line = z.infer<typeof Line>

/** Names and subjects: they become headers of mails and lines of lists. */
export const OneLine = z
  .string()
  .trim()
  .regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'Must be one line without control characters')

const atom = String.raw`[\w!#$%&'*+/=?^\x60{|}~\u0080-\u{10ffff}-]+`
const localPart = new RegExp(
  String.raw`^(?:${atom}(?:\.${atom})*|"(?:[^"\\\p{Cc}]|\\[^\p{Cc}])*")$`,
  'u',
)
const domainName =
  /^(?=.{4,253}$)(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+(?!\d+$)[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])$/u

/** The machine itself, without a name: `[192.0.2.1]`, `[IPv6:2001:db8::1]`. */
const domainLiteral =
  /^\[(?:(?:\d{1,3}\.){3}\d{1,3}|ipv6:[\da-f:]{2,39}(?:\d{1,3}\.){0,3}\d{0,3})\]$/i

/** As RFC 5321 and 6531 have it: `r&d=lab@…`, quoted and international ones too. */
export function isEmailAddress(address: string): boolean {
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at)
  if (at < 1 || address.length > 254 || local.length > 64 || /[\u2028\u2029]/.test(address))
    return false
  const domain = address.slice(at + 1)
  return localPart.test(local) && (domainName.test(domain) || domainLiteral.test(domain))
}

export const EmailAddress = z.string().trim().max(254).refine(isEmailAddress, 'Must be an address')

/** Beyond it no `integer` of the database can hold what somebody asks with. */
export const largestInt = 2_147_483_647

/** An address with the name that stood beside it. */
export const Mailbox = z
  .object({ email: z.string(), name: z.string().nullable() })
  .meta({ id: 'Mailbox' })
export type Mailbox = z.infer<typeof Mailbox>

/** A list answers at most `limit` items and a cursor for the rest. */
export const PageQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})

export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() })
}

/** Who did something, as shown. */
export const ActorRef = z
  .object({
    kind: z.enum(['person', 'customer', 'system', 'integration', 'ai_agent']),
    id: z.string().nullable(),
    name: z.string(),
  })
  .meta({ id: 'ActorRef' })
export type ActorRef = z.infer<typeof ActorRef>

export const PersonRef = z.object({ id: Id, name: z.string() }).meta({ id: 'PersonRef' })
export type PersonRef = z.infer<typeof PersonRef>

export const Nothing = z.object({}).meta({ id: 'Nothing' })
