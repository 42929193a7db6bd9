import { Problem, problemKinds } from '@firstline/contract/problem'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { OutcomeUnknown, isDatabaseGone, isTooSlow } from '#server/database/database-gone.ts'
import { isOvertaken } from '#server/database/is-overtaken.ts'
import { Refusal, messageOf } from './errors.ts'
import { hasHungUp } from './has-hung-up.ts'
import { KeyReused } from './request-key.ts'

/** 401 is not one of the six kinds: nobody is there yet to be refused. */
export class Unauthenticated extends Error {
  readonly reason: string
  constructor(detail: string, reason = 'session.missing') {
    super(detail)
    this.reason = reason
  }
}

/** For the API description: every route may refuse like this. */
export const problemResponses = { '4xx': Problem, '5xx': Problem }

const titles: Record<number, string> = {
  400: 'The input is not valid',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  409: 'In conflict with what is there',
  413: 'Too large',
  415: 'This content type is not accepted here',
  422: 'This key belongs to another request',
  429: 'Too many requests',
  500: 'Something went wrong here',
  503: 'Not available now',
}

const databaseGone = 'database.unavailable'

/** The one place where errors become HTTP: problem details as in RFC 9457. */
export function answerProblem(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const problem = { ...problemOf(error), instance: request.id }
  if (isCutOff(error) && hasHungUp(reply)) {
    request.log.debug({ err: messageOf(error), requestId: request.id }, 'the caller hung up')
  } else if (problem.status === 500) {
    request.log.error({ err: error, requestId: request.id }, 'unexpected error')
  } else if (problem.reason === databaseGone) {
    request.log.warn(
      { err: messageOf(error), requestId: request.id },
      'the database does not answer',
    )
  }
  if (problem.retryAfterSeconds) {
    reply.header('retry-after', Math.ceil(problem.retryAfterSeconds))
  }
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .serializer((body) => JSON.stringify(body))
    .send(problem)
}

/** By the end of the connection, amid what came or went. */
function isCutOff({ code }: FastifyError): boolean {
  return code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET'
}

export function problemOf(error: Error & { statusCode?: number }): Problem {
  if (error instanceof Refusal) {
    const { kind, reason, message, said, extra } = error
    return { ...titled(problemKinds[kind], reason, message), ...(said && { said }), ...extra }
  }
  if (error instanceof Unauthenticated) return titled(401, error.reason, error.message)
  if (error instanceof KeyReused) return titled(422, error.reason, error.message)
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map((issue) => ({
      path: issue.instancePath.slice(1).replaceAll('/', '.'),
      message: issue.message ?? 'not valid',
    }))
    return { ...titled(400, 'input.invalid', 'Some of the input is not valid'), errors }
  }
  if (error instanceof OutcomeUnknown) {
    const detail =
      'The database did not answer whether this was kept: look before you do it again, or ask again under the same key'
    return titled(503, 'database.outcome-unknown', detail)
  }
  if (isDatabaseGone(error)) {
    return titled(503, databaseGone, 'The database does not answer; nothing was changed')
  }
  if (isTooSlow(error)) {
    const detail = 'The database needs too long for this; ask for less, or for a shorter time'
    return titled(503, 'database.too-slow', detail)
  }
  if (isOvertaken(error)) {
    const detail = 'Others changed the same at once; nothing was changed now: ask again'
    return titled(503, 'database.overtaken', detail)
  }
  const status = error.statusCode ?? 500
  if (status < 500) return titled(status, reasonOf(status), messageOf(error))
  return titled(500, 'server.unexpected', 'The error is in the log under the request id')
}

function titled(status: number, reason: string, detail: string): Problem {
  return { type: 'about:blank', title: titles[status] ?? 'Refused', status, reason, detail }
}

function reasonOf(status: number): string {
  const reasons: Record<number, string> = {
    400: 'request.malformed',
    404: 'route.not-found',
    413: 'request.too-large',
    415: 'request.unsupported-type',
    429: 'rate.limited',
  }
  return reasons[status] ?? 'request.refused'
}
