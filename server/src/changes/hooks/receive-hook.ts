import type { HookAnswer } from '@firstline/contract/changes'
import type { WithProject } from '#server/project/project.ts'
import type { Hook } from './hooks-section.ts'
import { system } from '#server/core/actor.ts'
import { Invalid, NotFound } from '#server/core/errors.ts'
import { parseExactJson } from '#server/core/exact-json.ts'
import { headerOf } from '#server/core/header-of.ts'
import type { Incoming } from '#server/core/http.ts'
import { Unauthenticated } from '#server/core/problem.ts'
import { resolveSecret } from '#server/core/secrets.ts'
import type { Desk } from '#server/core/verb.ts'
import { isSigned } from './check-signature.ts'
import type { HookMessage } from './check-signature.ts'
import { completeChange } from './complete-change.ts'
import { completeIncident } from './complete-incident.ts'
import { readers } from './read-message.ts'
import { recordChange } from './record-change.ts'
import { recordIncident } from './record-incident.ts'
import type { Reading } from './drafts.ts'

/** More in one message than any sender puts there is not taken, and the answer says so. */
const most = 100

/**
 * A sender's webhook. Before it is known whose it is, nothing in it is read; what is no change is
 * answered with 202 and why, for whoever looks at the sender's deliveries.
 */
export async function receiveHook(
  desk: Desk & WithProject,
  name: string,
  { request, reply }: Incoming,
): Promise<void> {
  const hook = desk.sources.project.current().hooks.get(name)
  if (!hook) throw new NotFound('hook.not-found', 'firstline.yaml names no such hook')
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  const message = { headers: request.headers, body }
  requireSigned(desk, hook, message)
  const answer = await takeMessages(desk, hook, message)
  if (answer.ignored.length > 0) desk.log.info({ hook: name, ...answer }, 'a hook told no change')
  await reply.code(answer.taken.length > 0 ? 200 : 202).send(answer)
}

function requireSigned(
  { sources, log, clock }: Desk & WithProject,
  hook: Hook,
  message: HookMessage,
): void {
  const place = { env: process.env, folder: sources.project.folder }
  const secrets = hook.secrets.map((secret) => resolveSecret(secret, place))
  if (isSigned(hook.kind, message, secrets, clock.now())) return
  log.warn({ hook: hook.name }, 'a hook was called with a wrong signature')
  throw new Unauthenticated(
    'The signature or token is not this hook’s: the secret here and at the sender must be the same',
    'hook.signature-wrong',
  )
}

async function takeMessages(
  desk: Desk & WithProject,
  hook: Hook,
  message: HookMessage,
): Promise<HookAnswer> {
  const parsed = parseMessage(message)
  const bodies = Array.isArray(parsed) ? parsed : [parsed]
  const answer: HookAnswer = { taken: [], ignored: [] }
  for (const body of bodies.slice(0, most)) {
    const reading = readers[hook.kind](body, message.headers, hook)
    // several changes of one message are told by none of them alone
    const isAlone = bodies.length === 1 && Array.isArray(reading) && reading.length === 1
    const delivery = isAlone ? deliveryOf(hook, message) : null
    for (const taken of await takeReading(desk, hook, { body, reading, delivery })) {
      if ('ignored' in taken) answer.ignored.push(taken.ignored.slice(0, 300).toWellFormed())
      else answer.taken.push(taken)
    }
  }
  answer.ignored.push(...leftOut(bodies, 'messages'))
  return answer
}

/** What is beyond the bound of a list, in words. */
function leftOut(list: readonly unknown[], what: string): string[] {
  const count = list.length - most
  return count > 0 ? [`${count} more ${what} in one call: at most ${most} are taken`] : []
}

type Read = { body: unknown; reading: Reading; delivery: string | null }
type Taken = HookAnswer['taken'][number] | { ignored: string }

async function takeReading(desk: Desk & WithProject, hook: Hook, read: Read): Promise<Taken[]> {
  const { body, reading, delivery } = read
  const [actor, now] = [system(`hook ${hook.name}`), desk.clock.now()]
  if ('ignored' in reading) return [reading]
  const taken: Taken[] = []
  if ('incidents' in reading) {
    for (const draft of reading.incidents.slice(0, most)) {
      const incident = completeIncident(hook, draft, now)
      taken.push('ignored' in incident ? incident : await recordIncident(desk, actor, { incident }))
    }
    return [...taken, ...leftOut(reading.incidents, 'incidents').map(asIgnored)]
  }
  for (const draft of reading.slice(0, most)) {
    const told = completeChange(hook, draft, body, now)
    const change = { ...told, delivery }
    taken.push('ignored' in change ? change : await recordChange(desk, actor, { change }))
  }
  return [...taken, ...leftOut(reading, 'changes').map(asIgnored)]
}

function asIgnored(ignored: string): Taken {
  return { ignored }
}

/** Also as a form’s `payload`, which is what GitHub sends unless told otherwise. */
function parseMessage({ headers, body }: HookMessage): unknown {
  const isForm = headerOf(headers, 'content-type')?.startsWith('application/x-www-form-urlencoded')
  const text = body.toString('utf8')
  try {
    return parseExactJson(isForm ? (new URLSearchParams(text).get('payload') ?? '') : text)
  } catch {
    throw new Invalid('hook.unreadable', 'The message is signed, but it is not JSON')
  }
}

const deliveryHeaders = [
  'x-github-delivery',
  'webhook-id',
  'idempotency-key',
  'x-request-uuid',
  'ce-id',
] as const

function deliveryOf({ name }: Hook, { headers }: HookMessage): string | null {
  const id = deliveryHeaders.flatMap((header) => headerOf(headers, header) ?? [])[0]
  return id ? `${name}: ${id}`.slice(0, 300) : null
}
