import { parseExactJson } from '#server/core/exact-json.ts'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { BinaryWriter } from '@bufbuild/protobuf/wire'
import { days, hours, later } from '#server/core/clock.ts'
import type { Desk } from '#server/core/verb.ts'
import { Unavailable, messageOf } from '#server/core/errors.ts'
import { decodeLogsRequest, decodeTracesRequest } from './otlp-protobuf.ts'
import { readLogs, readSpans } from './otlp-records.ts'
import type { Accepting, Read } from './otlp-records.ts'
import type { TelemetryStore } from './store.ts'

export type Signal = 'logs' | 'traces'
export type OtlpRequest = { contentType: string; contentEncoding: string | undefined; body: Buffer }
export type OtlpAnswer = { status: number; contentType: string; body: Buffer | string }
export type OtlpNeeds = Pick<Desk, 'clock' | 'log'> & {
  telemetry: TelemetryStore
  config: { telemetryRetentionDays: number }
}

const largestRequestBytes = 8 * 1024 * 1024
/** Clocks differ: a record may be this far ahead of ours. */
const aheadMs = hours

/**
 * One OTLP/HTTP export, as its specification has it: good records are kept although others of the
 * request are bad (partial success); 400 for what cannot be read, which a sender must not repeat.
 * Telemetry is no change of the desk's state: it is written without events, in bulk.
 * @throws Unavailable `telemetry.unavailable`: the sender tries again
 */
export async function receiveOtlp(
  desk: OtlpNeeds,
  signal: Signal,
  request: OtlpRequest,
): Promise<OtlpAnswer> {
  const isProtobuf = request.contentType.startsWith('application/x-protobuf')
  try {
    const message = parse(signal, isProtobuf, await inflate(request))
    return answer(isProtobuf, await keep(desk, signal, message), signal)
  } catch (error) {
    if (error instanceof OtlpRefusal) return refuse(isProtobuf, error)
    desk.log.error({ err: messageOf(error), signal }, 'telemetry could not be written')
    throw new Unavailable(
      'telemetry.unavailable',
      'The telemetry store does not answer; send again later',
    )
  }
}

class OtlpRefusal extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

const gunzipped = promisify(gunzip)

async function inflate({ body, contentEncoding }: OtlpRequest): Promise<Buffer> {
  const encoding = contentEncoding?.trim().toLowerCase() ?? 'identity'
  if (encoding === 'identity') return body
  if (encoding !== 'gzip')
    throw new OtlpRefusal(
      415,
      `Content-Encoding ${encoding.slice(0, 40)} is not accepted: use gzip`,
    )
  try {
    return await gunzipped(body, { maxOutputLength: largestRequestBytes })
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') {
      throw new OtlpRefusal(
        413,
        'The request is larger than 8 MB when inflated: send smaller batches',
      )
    }
    throw new OtlpRefusal(400, 'The body is not gzip')
  }
}

function parse(signal: Signal, isProtobuf: boolean, body: Buffer): Record<string, unknown> {
  if (isProtobuf) return parseProtobuf(signal, body)
  const message = parseJson(body)
  const groups = signal === 'logs' ? 'resourceLogs' : 'resourceSpans'
  const isRequest = typeof message === 'object' && message !== null && !Array.isArray(message)
  if (!isRequest) throw new OtlpRefusal(400, 'The body is not an OTLP request')
  const found = (message as Record<string, unknown>)[groups]
  if (found !== undefined && !Array.isArray(found))
    throw new OtlpRefusal(400, `${groups} is not a list`)
  return message as Record<string, unknown>
}

function parseProtobuf(signal: Signal, body: Buffer): Record<string, unknown> {
  try {
    return signal === 'logs' ? decodeLogsRequest(body) : decodeTracesRequest(body)
  } catch (error) {
    throw new OtlpRefusal(400, `The body is not an OTLP request in protobuf: ${messageOf(error)}`)
  }
}

function parseJson(body: Buffer): unknown {
  try {
    return parseExactJson(body.toString('utf8'))
  } catch {
    throw new OtlpRefusal(400, 'The body is not JSON')
  }
}

type Kept = { rejected: number; reason: string }

async function keep(
  desk: OtlpNeeds,
  signal: Signal,
  message: Record<string, unknown>,
): Promise<Kept> {
  const now = desk.clock.now()
  const accepting: Accepting = {
    receivedAt: now,
    oldest: later(now, -desk.config.telemetryRetentionDays * days),
    newest: later(now, aheadMs),
  }
  if (signal === 'logs') {
    const read = readLogs(message, accepting)
    await desk.telemetry.writeLogs(read.records)
    return keptOf(read)
  }
  const read = readSpans(message, accepting)
  await desk.telemetry.writeSpans(read.records)
  return keptOf(read)
}

function keptOf({ rejected, reasons }: Read<unknown>): Kept {
  return { rejected, reason: [...reasons].join('; ') }
}

/** An empty message when all was kept; the field numbers are the same for logs and traces. */
function answer(isProtobuf: boolean, { rejected, reason }: Kept, signal: Signal): OtlpAnswer {
  if (!isProtobuf) {
    const count = signal === 'logs' ? 'rejectedLogRecords' : 'rejectedSpans'
    const partial =
      rejected > 0 ? { partialSuccess: { [count]: String(rejected), errorMessage: reason } } : {}
    return { status: 200, contentType: 'application/json', body: JSON.stringify(partial) }
  }
  const writer = new BinaryWriter()
  if (rejected > 0)
    writer.tag(1, 2).fork().tag(1, 0).int64(rejected).tag(2, 2).string(reason).join()
  return { status: 200, contentType: 'application/x-protobuf', body: Buffer.from(writer.finish()) }
}

/** google.rpc.Status, as OTLP/HTTP has it for 4xx. 3: invalid argument. */
function refuse(isProtobuf: boolean, { status, message }: OtlpRefusal): OtlpAnswer {
  if (!isProtobuf) {
    return { status, contentType: 'application/json', body: JSON.stringify({ code: 3, message }) }
  }
  const body = new BinaryWriter().tag(1, 0).int32(3).tag(2, 2).string(message).finish()
  return { status, contentType: 'application/x-protobuf', body: Buffer.from(body) }
}
