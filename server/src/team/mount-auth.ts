import { fromNodeHeaders } from 'better-auth/node'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { headerOf } from '#server/core/header-of.ts'
import type { WithSecret } from '#server/core/settings.ts'
import type { Desk } from '#server/core/verb.ts'
import { requireStorable } from '#server/database/storable.ts'
import type { WithAuth } from './auth.ts'
import { codeStepOf } from './code-step.ts'
import { deviceCookie, knownDevice } from './known-device.ts'
import { actorOfSession } from './authenticate.ts'
import { recordSignIn, signInPart } from './record-sign-in.ts'
import type { SignInHappening, SignInMethod } from './record-sign-in.ts'
import { requireShown } from './second-factor.ts'
import type { WithSignIn } from './sign-in-section.ts'
import { countTry, forgetTries } from './slow-down.ts'
import type { GuessedAt } from './slow-down.ts'
import { leaveAddress } from './providers/leave-provider.ts'
import type { WithFolder } from './providers/connect-provider.ts'
import { giveCodeBack, takeCode } from './used-codes.ts'

type SignInDesk = Desk & WithAuth & WithSecret & WithSignIn & WithFolder

/**
 * Of better-auth's many routes those that are used, and of what each takes the fields that are used:
 * the others would be ways in nobody watches.
 */
const served = {
  'sign-in/email': ['email', 'password'],
  'sign-in/passkey': ['answer'],
  'sign-out': [],
  'two-factor/enable': ['password'],
  'two-factor/disable': ['password'],
  'two-factor/generate-backup-codes': ['password'],
  'two-factor/verify-totp': ['code'],
  'two-factor/verify-backup-code': ['code'],
} as const satisfies Record<string, readonly string[]>
type Path = keyof typeof served

/** No part of the API: only pages of the desk’s own, and providers, lead there. */
export const hidden = { schema: { hide: true } as never }

const methodOf: Partial<Record<Path, SignInMethod>> = {
  'sign-in/email': 'password',
  'sign-in/passkey': 'passkey',
  'two-factor/verify-totp': 'code',
  'two-factor/verify-backup-code': 'backup_code',
}

/** better-auth checks origin and rate itself; slow-down, record and log are ours. */
export async function mountAuth(http: FastifyInstance, desk: SignInDesk): Promise<void> {
  await http.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 64 * 1024 }, (_r, body, done) =>
      done(null, body),
    )
    for (const path of Object.keys(served) as Path[]) {
      scope.post(`/api/auth/${path}`, hidden, (request, reply) =>
        answer(desk, path, request, reply),
      )
    }
  })
}

/** What is on record before it is answered: without a record nobody gets a session's cookie. */
async function answer(
  desk: SignInDesk,
  path: Path,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const given = readBody(path, request.body)
  const who = await whoTries(desk, path, request, given)
  const guessedAt = guessOf(desk, path, request, who, given)
  if (guessedAt) await countTry(desk, guessedAt)
  const leaving = await leavingOf(desk, path, who)
  const response = await passOnce(desk, path, request, { given, who })
  const body = Buffer.from(await response.arrayBuffer())
  const userId = who.userId ?? userIn(body)
  const isRight = response.ok
  if (isRight && guessedAt) await forgetTries(desk, guessedAt)
  const what = happeningOf(path, { ...who, isRight, isHalf: isHalfWay(body) })
  if (what && userId) await note(desk, request, { what, userId, method: methodOf[path] })
  else if (what === 'refused') desk.log.info(lineOf(request), 'sign-in of nobody known refused')
  reply.code(response.status).header('cache-control', 'no-store')
  response.headers.forEach((value, name) => {
    if (name !== 'set-cookie') reply.header(name, value)
  })
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie)
  if (what === 'signedIn' && userId) reply.header('set-cookie', deviceCookie(desk, userId))
  return reply.send(isRight && leaving !== null ? JSON.stringify({ leaving }) : body)
}

/** Where the browser signs out at the provider too, of a session that came by one. */
async function leavingOf(desk: SignInDesk, path: Path, { sessionId }: Who): Promise<string | null> {
  return path === 'sign-out' && sessionId !== null ? leaveAddress(desk, sessionId) : null
}

type Given = { fields: Record<string, string>; body: string | null }

/**
 * What was read here is written anew, without what is not used. Nothing goes on as it came: a form, or a
 * mark before the JSON, is read there and not here, and its guesses would count for nobody.
 * @throws Invalid `input.invalid`, for what no column holds
 */
function readBody(path: Path, body: unknown): Given {
  const bytes = Buffer.isBuffer(body) && body.length > 0 ? new Uint8Array(body) : null
  const parsed = new Map(Object.entries(readJson(bytes) ?? {}))
  requireStorable(Object.fromEntries(parsed))
  const used = served[path].filter((field) => parsed.has(field))
  const entries = used.map((field) => [field, parsed.get(field)] as const)
  const texts = entries.flatMap(([field, value]) =>
    typeof value === 'string' ? [[field, value] as const] : [],
  )
  return {
    fields: Object.fromEntries(texts),
    body: bytes && JSON.stringify(Object.fromEntries(entries)),
  }
}

function readJson(bytes: Uint8Array | null): object | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes ?? []).toString())
    return typeof value === 'object' ? value : null
  } catch {
    return null
  }
}

type Who = {
  userId: string | null
  /** Of the session the request came with. */
  sessionId: string | null
  hasCodes: boolean
  /** All that better-auth is shown of the cookies at the step of the code; else it sees them all. */
  cookie: string | null
}

/** @throws Forbidden where the session may not change how its person signs in */
async function whoTries(
  desk: SignInDesk,
  path: Path,
  request: FastifyRequest,
  { fields }: Given,
): Promise<Who> {
  if (path === 'sign-in/passkey') return nobody
  if (path === 'sign-in/email') {
    const email = (fields.email ?? '').toLowerCase()
    const user = await desk.db
      .selectFrom('auth.user')
      .select('id')
      .where('email', '=', email)
      .executeTakeFirst()
    return { ...nobody, userId: user?.id ?? null }
  }
  const headers = fromNodeHeaders(request.headers)
  const session = await desk.auth.api.getSession({ headers })
  if (!session) return { ...nobody, ...(await codeStepOf(desk, request)) }
  if (path !== 'sign-out') {
    const actor = await actorOfSession(desk, session.session)
    requireShown(actor)
  }
  const { user } = session
  const hasCodes = user.twoFactorEnabled ?? false
  return { userId: user.id, sessionId: session.session.id, hasCodes, cookie: null }
}

const nobody: Who = { userId: null, sessionId: null, hasCodes: false, cookie: null }

/** Null where nothing can be guessed. */
function guessOf(
  desk: SignInDesk,
  path: Path,
  request: FastifyRequest,
  { userId, sessionId }: Who,
  { fields }: Given,
): GuessedAt | null {
  if (path === 'sign-in/email') {
    const device = userId ? knownDevice(desk, headerOf(request.headers, 'cookie'), userId) : null
    return device ? `device:${device}` : `account:${fields.email ?? ''}`
  }
  if (!path.startsWith('two-factor/')) return null
  if (sessionId) return `session:${sessionId}`
  return userId ? `code:${userId}` : null
}

type Passed = { given: Given; who: Who }

/** What was right once is not right again, whoever saw it. */
async function passOnce(
  desk: SignInDesk,
  path: Path,
  request: FastifyRequest,
  { given, who }: Passed,
): Promise<Response> {
  const { code } = given.fields
  const { userId } = who
  if (path !== 'two-factor/verify-totp' || code === undefined || userId === null) {
    return pass(desk, request, { given, who })
  }
  if (!(await takeCode(desk, { userId, code }))) return codeRefused()
  const response = await pass(desk, request, { given, who })
  if (!response.ok) await giveCodeBack(desk, { userId, code })
  return response
}

/** In the words that better-auth has for one that is wrong: who guesses learns no more. */
function codeRefused(): Response {
  return Response.json({ code: 'INVALID_CODE', message: 'Invalid code' }, { status: 401 })
}

async function pass(
  { auth, config }: SignInDesk,
  request: FastifyRequest,
  { given: { body }, who: { cookie } }: Passed,
): Promise<Response> {
  const headers = fromNodeHeaders(request.headers)
  if (cookie !== null) headers.set('cookie', cookie)
  headers.set('x-firstline-ip', request.ip)
  headers.delete('content-length')
  return auth.handler(
    new Request(new URL(request.url, config.publicUrl), { method: 'POST', headers, body }),
  )
}

type Result = Who & {
  isRight: boolean
  /** The password was right, and a code is asked for. */
  isHalf: boolean
}

function happeningOf(
  path: Path,
  { isRight, isHalf, sessionId, hasCodes }: Result,
): SignInHappening | null {
  if (path === 'sign-out') return isRight && sessionId ? 'signedOut' : null
  const isSigningIn = path.startsWith('sign-in/') || !sessionId
  if (isSigningIn && methodOf[path]) return isHalf ? null : isRight ? 'signedIn' : 'refused'
  if (!isRight) return null
  if (path === 'two-factor/verify-totp') return hasCodes ? null : 'codesSet'
  if (path === 'two-factor/disable') return 'codesRemoved'
  return path === 'two-factor/generate-backup-codes' ? 'backupCodesMade' : null
}

async function note(
  desk: SignInDesk,
  request: FastifyRequest,
  happened: { what: SignInHappening; userId: string; method: SignInMethod | undefined },
): Promise<void> {
  const { what, userId, method } = happened
  const about = method ? { method } : {}
  const { person } = await recordSignIn(desk, signInPart, { what, userId, ...about })
  desk.log.info({ ...lineOf(request), person, ...about }, `sign-in: ${what}`)
}

function lineOf(request: FastifyRequest) {
  return { requestId: request.id, address: request.ip }
}

function isHalfWay(body: Buffer): boolean {
  return (
    new Map(Object.entries(readJson(new Uint8Array(body)) ?? {})).get('twoFactorRedirect') === true
  )
}

function userIn(body: Buffer): string | null {
  const user: unknown = new Map(Object.entries(readJson(new Uint8Array(body)) ?? {})).get('user')
  return typeof user === 'object' && user !== null && 'id' in user ? String(user.id) : null
}
