import { z } from 'zod'
import { RecordFault } from './fault.ts'
import { parseExactly } from './parse-line.ts'
import { RecordedEvent } from './recorded-event.ts'
import { SignedSeal } from './seal.ts'
import { addSeal, toVerdict } from './verify-database.ts'
import type { Verdict, Watch } from './verify-database.ts'
import { createVerifier } from './verify-record.ts'
import type { Trust, Verifier } from './verify-record.ts'

const Header = z.strictObject({
  header: z.strictObject({
    format: z.literal('firstline.record/1'),
    record: z.uuid().nullable(),
    exported_at: z.string(),
    head: SignedSeal.nullable(),
  }),
})
const EventLine = z.strictObject({ event: RecordedEvent })
const SealLine = z.strictObject({
  seal: z.unknown(),
  signature: z.unknown().optional(),
  entries: z.string(),
})
const End = z.strictObject({ end: z.strictObject({ events: z.int(), seals: z.int() }) })

/** Verifies an export line by line; a file that was cut ends without its end. */
export async function verifyExport(
  lines: AsyncIterable<string> | Iterable<string>,
  trust: Trust,
  watch: Watch = {},
): Promise<Verdict> {
  return toVerdict(async () => {
    const reading = { verifier: null as Verifier | null, events: 0, seals: 0, isEnded: false }
    for await (const line of lines) {
      if (reading.isEnded) throw malformed('There are lines after the end')
      const value = parseLine(line)
      if (reading.verifier) readLine(reading, reading.verifier, value, watch)
      else reading.verifier = verifierOf(value, trust)
    }
    if (!reading.verifier) throw malformed('The file is empty')
    const verified = reading.verifier.end()
    if (!reading.isEnded) throw new RecordFault('cut-tail', 'The file ends before its end line')
    return verified
  })
}

type Reading = { events: number; seals: number; isEnded: boolean }

/** The header's own head is a seal that was seen: the file must reach it. */
function verifierOf(value: unknown, trust: Trust): Verifier {
  const parsed = Header.safeParse(value)
  if (!parsed.success) throw malformed('The first line is not the header of a record')
  const { head, record } = parsed.data.header
  if ((head?.seal.record ?? null) !== record) throw malformed('The header names another record')
  return createVerifier({ ...trust, heads: [...(trust.heads ?? []), ...(head ? [head] : [])] })
}

function readLine(reading: Reading, verifier: Verifier, value: unknown, watch: Watch): void {
  const kind = Object.keys(value as object).find((key) => ['event', 'seal', 'end'].includes(key))
  if (kind === 'event') {
    verifier.addEvent(take(EventLine, value, reading).event)
    reading.events++
  } else if (kind === 'seal') {
    const { entries, ...signed } = take(SealLine, value, reading)
    const packed = Buffer.from(entries, 'base64')
    if (packed.toString('base64') !== entries)
      throw malformed('The entries of a seal are no base64')
    addSeal(verifier, signed, packed)
    reading.seals++
    watch.onSeal?.(reading.seals)
  } else {
    const { end } = take(End, value, reading)
    if (end.events !== reading.events || end.seals !== reading.seals) {
      throw new RecordFault('cut-tail', 'The end line counts other events and seals than there are')
    }
    reading.isEnded = true
  }
}

function take<S extends z.ZodType>(schema: S, value: unknown, { events, seals }: Reading) {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw malformed(`Line ${events + seals + 2} is neither an event nor a seal of this format`)
}

function parseLine(line: string): unknown {
  try {
    const value = parseExactly(line)
    if (typeof value === 'object' && value !== null) return value
  } catch {
    // said below
  }
  throw malformed('A line is no JSON object, or is not written the one way that it can be')
}

function malformed(detail: string): RecordFault {
  return new RecordFault('malformed', detail)
}
