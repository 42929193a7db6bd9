import type { ProviderRefusal } from '@firstline/contract/sign-in'
import { fromNodeHeaders } from 'better-auth/node'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { hours, later } from '#server/core/clock.ts'
import { Forbidden, messageOf } from '#server/core/errors.ts'
import { headerOf } from '#server/core/header-of.ts'
import { limitTries } from '#server/core/limit-tries.ts'
import type { WithSecret } from '#server/core/settings.ts'
import type { WithAuth } from '../auth.ts'
import { hidden } from '../mount-auth.ts'
import { recordSignIn, signInPart } from '../record-sign-in.ts'
import { browserCookie, browserIn } from './browser-cookie.ts'
import { finishProviderSignIn } from './finish-provider-sign-in.ts'
import type { Admitted } from './finish-provider-sign-in.ts'
import { keepProviderSession } from './leave-provider.ts'
import type { Provider } from './provider-section.ts'
import { SignInRefused, refusalOf } from './sign-in-refused.ts'
import { startProviderSignIn } from './start-provider-sign-in.ts'
import type { ProviderDesk } from './start-provider-sign-in.ts'

type SignInDesk = ProviderDesk & WithAuth & WithSecret

/** Each is a row, and where the provider is not known a call to it. */
const triesAMinute = 30

const Begin = z.object({ provider: z.string(), returnTo: z.string().optional() })

/** Sign-in by identity providers: begun by the sign-in page, and where the provider sends people back to. */
export async function mountProviders(http: FastifyInstance, desk: SignInDesk): Promise<void> {
  await http.register(async (scope) => {
    scope.addHook(
      'onSend',
      async (_request, reply) => void reply.header('cache-control', 'no-store'),
    )
    const limit = limitTries(scope, triesAMinute)
    scope.post('/api/auth/sign-in/provider', hidden, async (request, reply) => {
      await limit(request)
      return begin(desk, request, reply)
    })
    scope.get<{ Params: { provider: string } }>(
      '/api/auth/callback/:provider',
      // an answer works once: who only looks whether there is something does not use it up
      { ...hidden, exposeHeadRoute: false },
      (request, reply) => goOn(desk, request, reply, request.params.provider),
    )
  })
}

/** The page goes to the address by itself: a form that is led elsewhere is refused by browsers. */
async function begin(
  desk: SignInDesk,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  requireOwnOrigin(desk, request)
  const asked = Begin.safeParse(request.body)
  const provider = asked.data && findProvider(desk, asked.data.provider)
  if (!provider) return reply.code(404).send({ refusal: 'misconfigured' })
  try {
    const browser = browserIn(desk, headerOf(request.headers, 'cookie'))
    const started = await startProviderSignIn(desk, provider, {
      returnTo: asked.data.returnTo,
      browser,
    })
    return await reply
      .header('set-cookie', browserCookie(desk, started.browser))
      .send({ url: started.url })
  } catch (error) {
    logRefused(desk, request, { provider, error })
    return reply.code(503).send({ refusal: refusalOf(error) })
  }
}

async function goOn(
  desk: SignInDesk,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
): Promise<FastifyReply> {
  const provider = findProvider(desk, id)
  if (!provider) return toSignIn(desk, reply, { refused: 'misconfigured' })
  try {
    const returned = {
      search: new URL(request.url, desk.config.publicUrl).search,
      browser: browserIn(desk, headerOf(request.headers, 'cookie')),
    }
    const admitted = await finishProviderSignIn(desk, provider, returned)
    await openSession(desk, request, reply, { provider, admitted })
    const { personId: person } = admitted
    desk.log.info(
      { ...lineOf(request), person, method: 'provider', provider: provider.id },
      'sign-in: signedIn',
    )
    return await reply.redirect(new URL(admitted.returnTo, desk.config.publicUrl).href, 303)
  } catch (error) {
    await recordRefused(desk, provider, error)
    logRefused(desk, request, { provider, error })
    const said = { refused: refusalOf(error), provider: provider.id, request: request.id }
    return toSignIn(desk, reply, said)
  }
}

type Opening = { provider: Provider; admitted: Admitted }

async function openSession(
  desk: SignInDesk,
  request: FastifyRequest,
  reply: FastifyReply,
  { provider, admitted }: Opening,
): Promise<void> {
  const headers = fromNodeHeaders(request.headers)
  headers.set('x-firstline-ip', request.ip)
  const response = await desk.auth.api.signInByProvider({
    body: {
      userId: admitted.userId,
      endsAt: later(desk.clock.now(), provider.sessionHours * hours),
    },
    headers,
    asResponse: true,
  })
  if (!response.ok) throw new Error(`no session was made: ${response.status}`)
  const { sessionId } = z.object({ sessionId: z.string() }).parse(await response.json())
  const { idToken } = admitted
  await keepProviderSession(desk, { sessionId, provider: provider.id, idToken })
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie)
}

/** Of somebody the desk knows. Others are in the log only, so that a stranger cannot fill the record. */
async function recordRefused(desk: SignInDesk, provider: Provider, error: unknown): Promise<void> {
  if (!(error instanceof SignInRefused) || error.userId === null) return
  const { userId, refusal } = error
  const how = { method: 'provider', provider: provider.id, refusal } as const
  await recordSignIn(desk, signInPart, { what: 'refused', userId, ...how })
}

function logRefused(
  desk: SignInDesk,
  request: FastifyRequest,
  { provider, error }: { provider: Provider; error: unknown },
): void {
  const refusal = refusalOf(error)
  const line = { ...lineOf(request), provider: provider.id, refusal, err: reasonOf(error) }
  desk.log[levels[refusal] ?? 'info'](line, 'sign-in by a provider refused')
}

/** What somebody has to look after. */
const levels: Partial<Record<ProviderRefusal, 'warn' | 'error'>> = {
  unavailable: 'warn',
  clock: 'warn',
  untrusted: 'warn',
  misconfigured: 'warn',
  failed: 'error',
}

/** With what lies below: libraries say the reason there. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  return cause === undefined ? messageOf(error) : `${messageOf(error)}: ${reasonOf(cause)}`
}

function toSignIn(
  { config }: SignInDesk,
  reply: FastifyReply,
  said: Record<string, string>,
): FastifyReply {
  const page = new URL('/sign-in', config.publicUrl)
  page.search = new URLSearchParams(said).toString()
  return reply.redirect(page.href, 303)
}

function findProvider({ sources }: SignInDesk, id: string): Provider | undefined {
  return sources.project.current().signIn.providers.find((each) => each.id === id)
}

/** @throws Forbidden `origin.foreign`: another site begins no sign-in in somebody’s browser */
function requireOwnOrigin({ config }: SignInDesk, request: FastifyRequest): void {
  const origin = headerOf(request.headers, 'origin')
  if (origin !== undefined && config.origins.includes(origin)) return
  throw new Forbidden('origin.foreign', 'Open the sign-in page of this desk and begin there')
}

function lineOf(request: FastifyRequest) {
  return { requestId: request.id, address: request.ip }
}
