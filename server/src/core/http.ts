import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { constants } from 'node:zlib'
import fastifyCompress from '@fastify/compress'
import fastifyHelmet from '@fastify/helmet'
import fastifyRateLimit from '@fastify/rate-limit'
import { ownProperty } from '@firstline/contract/own-property'
import type { Permission } from '@firstline/contract/permissions'
import type { Route, RouteTable } from '@firstline/contract/route'
import Fastify, { LogController } from 'fastify'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { anonymous, can } from './actor.ts'
import { readJsonBodies } from './json-bodies.ts'
import { requirePermission } from './require-permission.ts'
import { isSameInput } from './same-input.ts'
import type { Actor } from './actor.ts'
import { answerOnce } from './answer-once.ts'
import type { RequestKeys } from './answer-once.ts'
import { documentApi, looksBackField, repeatedField } from './api-reference.ts'
import { Forbidden, Invalid } from './errors.ts'
import { hasHungUp } from './has-hung-up.ts'
import { limitTries } from './limit-tries.ts'
import { headerOf } from './header-of.ts'
import type { Logger } from './log.ts'
import { Unauthenticated, answerProblem, problemResponses } from './problem.ts'
import { requireStorable } from '#server/database/storable.ts'
import type { Promised } from './verb.ts'

export type Incoming = {
  request: FastifyRequest
  reply: FastifyReply
  promised?: Promised
  /**
   * Of one that goes on for long: it is from the same one still, with the same standing. Their session or
   * key holds, and their role is what it was; with another they begin anew.
   */
  isStillThere(): Promise<boolean>
}

/** What answers one row of the contract. `permission` and `input` must be the row's: checked at start. */
export type Handler<Input = never, Output = unknown> = {
  permission: Permission | 'public'
  /** Of one that does not parse again what the row's parts were parsed to. */
  input?: z.ZodType
  handle(actor: Actor, input: Input, incoming: Incoming): Promise<Output>
}

export type HttpConfig = {
  log: Logger
  routes: RouteTable
  handlers: Record<string, Handler>
  /** @param reply where a session that lasts longer now says so to its browser; none while an answer goes on */
  authenticate(request: FastifyRequest, reply?: FastifyReply): Promise<Actor>
  /** Where requests with an Idempotency-Key are kept; without it there are none. */
  keys?: RequestKeys
  /** Origins that may send changes with a session cookie. */
  origins: readonly string[]
  version: string
  /** People come by https: browsers are told to take no other way. */
  isHttps?: boolean
  /** Proxies whose X-Forwarded-For is believed; only this machine unless told. */
  trustProxy?: string
  /** Requests a minute from one address: an office behind one address shares it. */
  rateLimit?: number
}

/** The HTTP server of the contract: every route registered from the table, nothing beside it. */
export async function createHttp(config: HttpConfig): Promise<FastifyInstance> {
  const http = Fastify({
    loggerInstance: config.log as never,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: (request) => requestId(headerOf(request.headers, 'x-request-id')),
    bodyLimit: 1024 * 1024,
    forceCloseConnections: true,
    trustProxy: config.trustProxy ?? 'loopback',
    frameworkErrors: (error, request, reply) => void answerUnreadable(error, request, reply),
  }) as unknown as FastifyInstance
  http.setValidatorCompiler(validatorCompiler)
  http.setSerializerCompiler(serializerCompiler)
  http.setErrorHandler(answerProblem)
  readJsonBodies(http)
  logRequests(http)
  await http.register(fastifyHelmet, {
    ...securityHeaders,
    strictTransportSecurity: config.isHttps ? strictTransport : false,
  })
  await http.register(fastifyRateLimit, {
    global: false,
    max: config.rateLimit ?? 6000,
    timeWindow: '1 minute',
    allowList: (request) => request.url === '/healthz' || request.url === '/readyz',
  })
  // before it is looked up who asks, and whether there is such an address: what is refused counts too
  http.addHook('onRequest', http.rateLimit())
  // files of the web app are compressed at build; what comes in is inflated where its limits are known
  await http.register(fastifyCompress, {
    globalDecompression: false,
    threshold: 1024,
    encodings: ['br', 'gzip'],
    brotliOptions,
  })
  http.decorateRequest('actor', null as never)
  await documentApi(http, config.version)
  await http.register(async (api) => registerRoutes(api, config))
  return http
}

declare module 'fastify' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- merged with the library’s own
  interface FastifyRequest {
    actor: Actor
  }
}

/** Of answers made at every request: nearly as small as the best, at a tenth of the time. */
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }

/** A year; other names of the domain are not ours to bind. */
const strictTransport = { maxAge: 365 * 24 * 3600, includeSubDomains: false }

const securityHeaders = {
  contentSecurityPolicy: {
    directives: {
      'default-src': ["'self'"],
      'script-src': ["'self'"],
      // React Aria and the charts set element styles
      'style-src': ["'self'", "'unsafe-inline'"],
      'img-src': ["'self'", 'data:'],
      'font-src': ["'self'"],
      'frame-src': ["'self'"],
      'connect-src': ["'self'"],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
      'upgrade-insecure-requests': null,
    },
  },
  frameguard: { action: 'deny' as const },
  referrerPolicy: { policy: 'same-origin' as const },
}

/** An address that cannot be decoded: answered before any hook could set its headers. */
function answerUnreadable(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  reply.header('x-content-type-options', 'nosniff')
  reply.header('content-security-policy', "default-src 'none'")
  return answerProblem(error, request, reply)
}

/** A caller's own id is kept when it is harmless, so that traces join up. */
function requestId(given: string | undefined): string {
  return given !== undefined && /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
}

function logRequests(http: FastifyInstance): void {
  http.addHook('onRequest', async (request, reply) => {
    // a caller that has hung up has no address any more, and nobody to be answered; an address that
    // was asked for once stays known
    if (!request.socket.remoteAddress) return reply.hijack()
    reply.header('x-request-id', request.id)
  })
  http.addHook('onResponse', async (request, reply) => {
    const line = {
      requestId: request.id,
      method: request.method,
      // the route, not the address: a rating link or a search may hold what nobody should read
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    }
    // 503 is a refusal: something else is away, or was stopped
    if (hasHungUp(reply)) request.log.debug(line, 'the caller hung up')
    else if (reply.statusCode === 503) request.log.warn(line, 'request refused')
    else if (reply.statusCode >= 500) request.log.error(line, 'request failed')
    else request.log.debug(line, 'request')
  })
}

function registerRoutes(api: FastifyInstance, config: HttpConfig): void {
  for (const [name, route] of Object.entries(config.routes)) {
    const handler = ownProperty(config.handlers, name)
    if (!handler) throw new Error(`The contract's route ${name} has no handler`)
    if (handler.permission !== route.permission) {
      throw new Error(`${name}: the contract says ${route.permission}, not ${handler.permission}`)
    }
    if (handler.input && !isSameInput(route, handler.input)) {
      throw new Error(`${name}: its input is not made of the fields that the contract says`)
    }
    const { request: types } = route.raw ?? {}
    if (types) {
      // a scope of its own: elsewhere JSON is still parsed
      void api.register(async (scope) => {
        acceptBytes(scope, types, route.raw?.isStreamed ?? false)
        registerRoute(scope, config, name, route, handler)
      })
    } else registerRoute(api, config, name, route, handler)
  }
}

/** The handler gets the body as it came, also when it is compressed JSON. */
function acceptBytes(scope: FastifyInstance, types: readonly string[], isStreamed: boolean): void {
  for (const type of types) {
    if (scope.hasContentTypeParser(type)) scope.removeContentTypeParser(type)
    if (isStreamed) {
      scope.addContentTypeParser(type, (_request, stream, done) => done(null, stream))
      continue
    }
    scope.addContentTypeParser(type, { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    )
  }
}

function registerRoute(
  api: FastifyInstance,
  config: HttpConfig,
  name: string,
  route: Route,
  handler: Handler,
): void {
  const limit = route.triesAMinute === undefined ? null : limitTries(api, route.triesAMinute)
  api.route({
    method: route.method,
    url: route.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    // a stream has no head without its endless body
    exposeHeadRoute: !route.raw,
    ...(route.raw?.bodyLimitBytes ? { bodyLimit: route.raw.bodyLimitBytes } : {}),
    schema: routeSchema(name, route) as never,
    // before the body is read: who may not ask learns nothing about the input
    onRequest: async (request, reply) => {
      reply.header('cache-control', 'no-store')
      await limit?.(request)
      // who may do what anybody may need not be known: it is answered with the database away too
      const isPublic = route.permission === 'public'
      request.actor = isPublic ? anonymous : await config.authenticate(request, reply)
      permit(request.actor, route.permission)
      refuseForeignOrigin(request, config.origins)
    },
    handler: async (request, reply) => {
      const input = inputOf(route, request) as never
      requireStorable(input)
      const isStillThere = () => isFromTheSame(request, config.authenticate)
      if (route.raw) {
        await handler.handle(request.actor, input, { request, reply, isStillThere })
        return reply
      }
      return answerOnce(config.keys, { name, route, input, request }, reply, (keyed) => {
        const promised = { answer: route.response, keyed, seen: seenOf(route, request) }
        return handler.handle(request.actor, input, { request, reply, promised, isStillThere })
      })
    },
  })
}

async function isFromTheSame(
  request: FastifyRequest,
  authenticate: HttpConfig['authenticate'],
): Promise<boolean> {
  try {
    return isDeepStrictEqual(await authenticate(request), request.actor)
  } catch (error) {
    if (error instanceof Unauthenticated) return false
    throw error
  }
}

/** What the contract declares of a request, as one; where names meet, the address decides. */
function inputOf(route: Route, { body, query, params }: FastifyRequest): object {
  return {
    ...(route.body ? (body as object) : {}),
    ...(route.query ? (query as object) : {}),
    ...(route.params ? (params as object) : {}),
  }
}

/** @throws Invalid */
function seenOf({ looksBack }: Route, { headers }: FastifyRequest): string | undefined {
  const seen = headerOf(headers, 'seen-event')
  if (!looksBack || seen === undefined) return undefined
  if (/^\d{1,18}$/.test(seen)) return seen
  throw new Invalid(
    'seen-event.malformed',
    'A Seen-Event is the id of an event, as a timeline says it',
  )
}

function permit(actor: Actor, permission: Permission | 'public'): void {
  if (can(actor, permission)) return
  if (actor.kind === 'anonymous') throw new Unauthenticated('Sign in, or send an API key')
  requirePermission(actor, permission)
}

/** A browser says where a change comes from; with a session cookie it must be from here. */
function refuseForeignOrigin(request: FastifyRequest, origins: readonly string[]): void {
  if (/^(?:GET|HEAD)$/.test(request.method) || headerOf(request.headers, 'cookie') === undefined)
    return
  const origin = headerOf(request.headers, 'origin')
  if (origin !== undefined && origins.includes(origin)) return
  throw new Forbidden('origin.foreign', 'Changes with a session are accepted from this site only')
}

function describe({ permission, errors = [], looksBack, repeated, triesAMinute }: Route): string {
  const reasons = looksBack ? [...errors, changedMeanwhile] : errors
  const refusals = reasons.map((reason) => `\`${reason}\``).join(', ')
  return [
    `Permission: \`${permission}\``,
    ...(refusals ? [`Refuses with: ${refusals}`] : []),
    ...(repeated ? [repetitions[repeated.is](repeated.because)] : []),
    ...(triesAMinute === undefined ? [] : [`At most ${triesAMinute} a minute from one address`]),
  ].join('\n\n')
}

/** Of what newer events refuse: tickets/refuse-unseen.ts. */
const changedMeanwhile = 'ticket.changed-meanwhile'

const repetitions = {
  refused: (because: string) =>
    `Asked again with the same \`Idempotency-Key\`: refused with \`idempotency-key.answer-not-kept\`; ${because}`,
  anew: (because: string) => `Asked again, it is done again: ${because}`,
}

function routeSchema(name: string, route: Route): Record<string, unknown> {
  return {
    operationId: name,
    summary: route.summary,
    tags: [route.path.split('/')[2] ?? 'api'],
    description: describe(route),
    security: route.permission === 'public' ? [] : [{ session: [] }, { key: [] }],
    ...(route.method === 'GET' ? {} : { [repeatedField]: route.repeated?.is ?? 'answered' }),
    ...(route.looksBack ? { [looksBackField]: true } : {}),
    ...(route.params ? { params: route.params } : {}),
    ...(route.query ? { querystring: route.query } : {}),
    ...(route.body ? { body: route.body } : {}),
    ...(route.raw ? {} : { response: { 200: route.response, ...problemResponses } }),
  }
}
