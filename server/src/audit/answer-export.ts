import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { auditRoutes } from '@firstline/contract/audit'
import type { RecordEntry, RecordFilter } from '@firstline/contract/audit'
import type { Actor } from '#server/core/actor.ts'
import { csvLine } from '#server/core/csv.ts'
import { messageOf } from '#server/core/errors.ts'
import { hasHungUp } from '#server/core/has-hung-up.ts'
import type { Incoming } from '#server/core/http.ts'
import { inSnapshot } from '#server/core/in-transaction.ts'
import { exportRecord } from './export-record.ts'
import { readAllEntries } from './list-record.ts'
import { proveEvent } from './proof.ts'
import { recordExport } from './record-reading.ts'
import type { Desk } from '#server/core/verb.ts'

/** A whole record takes minutes, or hours for who reads slowly: so often is asked who is still there. */
const linesBetween = 200

/** Streams what was asked for; that it was taken away is on record before the first line. */
export async function answerExport(
  desk: Desk,
  { request, reply, isStillThere }: Incoming,
  actor: Actor,
): Promise<void> {
  const { format, ...filter } = auditRoutes.exportRecord.query.parse(request.query)
  await recordExport(desk, actor, { filter, format })
  const day = desk.clock.now().toISOString().slice(0, 10)
  const isCsv = format === 'csv'
  reply.header('content-type', isCsv ? 'text/csv; charset=utf-8' : 'application/x-ndjson')
  attach(reply, `record-${day}.${isCsv ? 'csv' : 'ndjson'}`)
  const out = new PassThrough()
  void reply.send(out)
  await writeTo(out, desk, { format, filter, isStillThere }).catch((error: unknown) => {
    // the head is sent: an answer without its end is all that can tell
    out.destroy()
    const level = hasHungUp(reply) ? 'info' : 'warn'
    desk.log[level]({ err: messageOf(error) }, 'an export of the record ended early')
  })
}

/** Asks for the proof of one event as a file. */
export async function answerProof(desk: Desk, { request, reply }: Incoming): Promise<void> {
  const { eventId } = auditRoutes.getEventProof.params.parse(request.params)
  const proof = await proveEvent(desk.db, eventId)
  reply.header('content-type', 'application/json')
  attach(reply, `proof-${eventId}.json`)
  await reply.send(JSON.stringify(proof))
}

function attach(reply: Incoming['reply'], name: string): void {
  reply.header('content-disposition', `attachment; filename="${name}"`)
}

type Export = { format: string; filter: RecordFilter } & Pick<Incoming, 'isStillThere'>

function writeTo(out: PassThrough, desk: Desk, { format, filter, isStillThere }: Export) {
  const write = (lines: AsyncIterable<string>) =>
    pipeline(Readable.from(whileThere(lines, isStillThere)), out)
  if (format === 'sealed') {
    return inSnapshot(desk.db, (db) => write(exportRecord(db, desk.clock.now())))
  }
  const lines = format === 'csv' ? csvOf : ndjsonOf
  return write(lines(readAllEntries(desk, filter)))
}

/** Out means out: who is disabled meanwhile gets no end, by which it can be told that it is not all. */
async function* whileThere(
  lines: AsyncIterable<string>,
  isStillThere: Incoming['isStillThere'],
): AsyncGenerator<string> {
  let left = linesBetween
  for await (const line of lines) {
    if (left-- === 0) {
      if (!(await isStillThere())) throw new Error('who asked for it may not read it any more')
      left = linesBetween
    }
    yield line
  }
}

async function* ndjsonOf(entries: AsyncIterable<RecordEntry>): AsyncGenerator<string> {
  for await (const entry of entries) yield `${JSON.stringify(entry)}\n`
}

async function* csvOf(entries: AsyncIterable<RecordEntry>): AsyncGenerator<string> {
  yield 'id,at,event,actor_kind,actor_id,actor,ticket,account_id,account,details\r\n'
  for await (const { id, at, name, actor, ticket, account, data } of entries) {
    const cells = [
      id,
      at,
      name,
      actor.kind,
      actor.id,
      actor.name,
      ticket?.number,
      account?.id,
      account?.name,
      JSON.stringify(data),
    ]
    yield csvLine(cells)
  }
}
