import { parseExactJson } from '#server/core/exact-json.ts'
import { BinaryWriter } from '@bufbuild/protobuf/wire'
import { ownProperty } from '@firstline/contract/own-property'
import { days, hours, later } from '#server/core/clock.ts'
import type { Desk } from '#server/core/verb.ts'
import { Unavailable, messageOf } from '#server/core/errors.ts'
import { decodeTracesRequest } from './otlp-protobuf.ts'
import { readLogs, readSpans } from './otlp-records.ts'
import { isObject } from './otlp-values.ts'
import type { Accepting, Tally } from './otlp-records.ts'
import { OtlpRefusal } from './otlp-refusal.ts'
import { readBody } from './read-body.ts'
import type { OtlpBody } from './read-body.ts'
import { readProtobufLogs } from './read-protobuf-logs.ts'
import type { Room } from './room.ts'
import { TooManyLogs } from './store.ts'
import type { NewLog, WithTelemetry } from './store.ts'

export type Signal = 'logs' | 'traces'
export type OtlpRequest = OtlpBody & { contentType: string }
export type OtlpAnswer = { status: number; contentType: string; body: Buffer | string }
export type OtlpDesk = Pick<Desk, 'clock' | 'log' | 'config'> &
  WithTelemetry & {
    /** For requests on their way into the store. */
    telemetryRoom: Room
  }

/** Clocks differ: a record may be this far ahead of ours. */
const aheadMs = hours

/**
 * One OTLP/HTTP export, as its specification has it: good records are kept although others of the
 * request are bad (partial success); 400 for what cannot be read, which a sender must not repeat.
 * Telemetry is no change of the desk's state: it is written without events, in bulk.
 * @throws Unavailable `telemetry.busy` or `telemetry.unavailable`: nothing is stored, the sender tries again
 */
export async function receiveOtlp(
  desk: OtlpDesk,
  signal: Signal,
  request: OtlpRequest,
): Promise<OtlpAnswer> {
  const isProtobuf = request.contentType.startsWith('application/x-protobuf')
  const share = desk.telemetryRoom.enter()
  try {
    const body = await readBody(request, share)
    const kept = await keep(desk, signal, isProtobuf, body)
    return answer(isProtobuf, kept, signal)
  } catch (error) {
    if (error instanceof OtlpRefusal) return refuse(isProtobuf, error)
    throw error
  } finally {
    share.leave()
  }
}

async function keep(
  desk: OtlpDesk,
  signal: Signal,
  isProtobuf: boolean,
  body: Buffer,
): Promise<Tally> {
  const now = desk.clock.now()
  const accepting: Accepting = {
    receivedAt: now,
    oldest: later(now, -desk.config.telemetryRetentionDays * days),
    newest: later(now, aheadMs),
  }
  const tally: Tally = { rejected: 0, reasons: new Set() }
  try {
    if (signal === 'traces') {
      const request = isProtobuf
        ? understood(() => decodeTracesRequest(body))
        : parseJson(signal, body)
      await desk.telemetry.writeSpans(readSpans(request, accepting, tally))
    } else await desk.telemetry.writeLogs(logsOf(isProtobuf, body, accepting, tally))
  } catch (error) {
    if (error instanceof OtlpRefusal) throw error
    if (error instanceof TooManyLogs) throw new OtlpRefusal(413, tooMany)
    desk.log.error({ err: messageOf(error), signal }, 'telemetry could not be written')
    throw new Unavailable(
      'telemetry.unavailable',
      'The telemetry store does not answer; send again later',
      { retryAfterSeconds: 5 },
    )
  }
  return tally
}

const tooMany = 'The request has too many records: send smaller batches'

/** Read while they are written, when it is their turn. */
function* logsOf(
  isProtobuf: boolean,
  body: Buffer,
  accepting: Accepting,
  tally: Tally,
): Generator<NewLog, void> {
  if (!isProtobuf) yield* readLogs(parseJson('logs', body), accepting, tally)
  else {
    const logs = readProtobufLogs(body, accepting, tally)
    for (;;) {
      const { value, done } = understood(() => logs.next())
      if (done) return
      yield value
    }
  }
}

function understood<Result>(read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    throw new OtlpRefusal(400, `The body is not an OTLP request in protobuf: ${messageOf(error)}`)
  }
}

function parseJson(signal: Signal, body: Buffer): Record<string, unknown> {
  const message = jsonOf(body)
  const groups = signal === 'logs' ? 'resourceLogs' : 'resourceSpans'
  if (!isObject(message)) throw new OtlpRefusal(400, 'The body is not an OTLP request')
  const found = ownProperty(message, groups)
  if (found !== undefined && !Array.isArray(found))
    throw new OtlpRefusal(400, `${groups} is not a list`)
  return message
}

function jsonOf(body: Buffer): unknown {
  try {
    return parseExactJson(body.toString('utf8'))
  } catch {
    throw new OtlpRefusal(400, 'The body is not JSON')
  }
}

/** An empty message when all was kept; the field numbers are the same for logs and traces. */
function answer(isProtobuf: boolean, { rejected, reasons }: Tally, signal: Signal): OtlpAnswer {
  const reason = [...reasons].join('; ')
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
