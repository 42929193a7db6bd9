import { Readable } from 'node:stream'
import { headerOf } from '#server/core/header-of.ts'
import type { Incoming } from '#server/core/http.ts'
import { receiveOtlp } from './receive-otlp.ts'
import type { OtlpDesk, Signal } from './receive-otlp.ts'

/** One OTLP/HTTP export over our HTTP server. */
export async function answerOtlp(
  desk: OtlpDesk,
  signal: Signal,
  { request, reply }: Incoming,
): Promise<void> {
  const { status, contentType, body } = await receiveOtlp(desk, signal, {
    contentType: headerOf(request.headers, 'content-type') ?? '',
    contentEncoding: headerOf(request.headers, 'content-encoding'),
    body: request.body instanceof Readable ? request.body : Readable.from([]),
  })
  await reply.code(status).type(contentType).send(body)
}
