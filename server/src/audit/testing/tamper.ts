import { entryOf, packEntries, unpackEntries } from '../entries.ts'
import { linesOfRecord } from '../export-record.ts'
import { leafHashOf } from '../recorded-event.ts'
import type { RecordedEvent } from '../recorded-event.ts'
import type { SignedSeal } from '../seal.ts'
import type { Random } from './random.ts'
import { createEvent, createKey, createSmallRecord, sealSmallRecord } from './small-record.ts'
import type { SmallRecord } from './small-record.ts'

/** A file somebody changed, and what the verifier knows from elsewhere. */
export type Case = { how: string; lines: string[]; key: string; heads: SignedSeal[] }

export type Honest = { record: SmallRecord; lines: string[]; key: string; heads: SignedSeal[] }

export async function createHonest(random: Random): Promise<Honest> {
  const record = createSmallRecord(random)
  const lines = await linesOf(record)
  const last = JSON.parse(lines.at(-2)!) as SignedSeal
  const { seal, signature } = last
  return { record, lines, key: record.firstKey.publicKey, heads: [{ seal, signature }] }
}

async function linesOf(record: SmallRecord): Promise<string[]> {
  const parts = sealSmallRecord(record)
  const seals = parts.flatMap((part) => ('seal' in part ? [part.seal] : []))
  const lines = linesOfRecord(parts, seals.at(-1)!, new Date('2026-03-03T00:00:00Z'))
  return Array.fromAsync(lines, (line) => line.trimEnd())
}

type Line = {
  header?: { record: string; head: SignedSeal }
  event?: RecordedEvent
  seal?: SignedSeal['seal']
  signature?: string
  entries?: string
  end?: { events: number; seals: number }
}
type Tamper = (lines: Line[], random: Random, honest: Honest) => Line[] | Promise<Line[]>

const tampers: Record<string, Tamper> = {
  'edit an event': (lines, random) => {
    editEvent(pickEvent(lines, random).event!, random)
    return lines
  },
  'edit an event and its entry': (lines, random) => {
    const line = pickEvent(lines, random)
    editEvent(line.event!, random)
    renewEntries(lines, lines.indexOf(line))
    return lines
  },
  'drop an event': (lines, random) => {
    const dropped = pickEvent(lines, random)
    return recounted(lines.filter((line) => line !== dropped))
  },
  'drop an event and its entry': (lines, random) => {
    const dropped = pickEvent(lines, random)
    const place = lines.indexOf(dropped)
    lines.splice(place, 1)
    renewEntries(lines, place)
    return recounted(lines)
  },
  'swap two events': (lines, random) => {
    const [a, b] = [pickEvent(lines, random), pickEvent(lines, random)]
    ;[a.event, b.event] = [b.event!, a.event!]
    return lines
  },
  'repeat an event': (lines, random) => {
    const place = lines.indexOf(pickEvent(lines, random))
    return recounted(lines.toSpliced(place, 0, lines[place]!))
  },
  'invent an event': (lines, random) => {
    const place = lines.indexOf(pickEvent(lines, random))
    return recounted(lines.toSpliced(place, 0, { event: createEvent(random, 5000) }))
  },
  'edit a seal': (lines, random) => {
    editSeal(pickSeal(lines, random).seal!, random)
    return lines
  },
  'drop a seal': (lines, random) => {
    const dropped = pickSeal(lines, random)
    return recounted(lines.filter((line) => line !== dropped))
  },
  'drop a seal with its events': (lines, random) => {
    const place = lines.indexOf(pickSeal(lines, random))
    const before = lines.findLastIndex((line, index) => index < place && !line.event)
    return recounted(lines.toSpliced(before + 1, place - before))
  },
  'swap two seals': (lines, random) => {
    const [a, b] = [pickSeal(lines, random), pickSeal(lines, random)]
    return lines.map((line) => (line === a ? b : line === b ? a : line))
  },
  'take a signature away': (lines, random) => {
    const line = pickSeal(lines, random)
    if (random.below(2)) delete line.signature
    else line.signature = ''
    return lines
  },
  'change a signature': (lines, random) => {
    const line = pickSeal(lines, random)
    line.signature = changedDigit(line.signature!, random)
    return lines
  },
  'seal anew with a key of one’s own': async (lines, random, { record }) => {
    const forged = structuredCloneOf(record)
    editEvent(random.pick(random.pick(forged.groups).events), random)
    return parsed(await linesOf({ ...forged, firstKey: createKey() }))
  },
  'fork with the true key': async (lines, random, { record }) => {
    const forged = structuredCloneOf(record)
    editEvent(random.pick(random.pick(forged.groups).events), random)
    return parsed(await linesOf(forged))
  },
  'cut the tail anywhere': (lines, random) => lines.slice(0, random.below(lines.length)),
  'cut the tail at a seal, header and end made to fit': async (lines, random, { record }) => {
    const kept = 1 + random.below(record.groups.length - 1)
    return parsed(await linesOf({ ...record, groups: record.groups.slice(0, kept) }))
  },
  'mix in a seal of another record': async (lines, random) => {
    const other = parsed((await createHonest(random)).lines)
    const place = lines.indexOf(pickSeal(lines, random))
    return lines.toSpliced(place, 1, pickSeal(other, random))
  },
  'name another record in the header': (lines) => {
    lines[0]!.header!.record = crypto.randomUUID()
    return lines
  },
}

/** @returns null when chance changed nothing */
export async function tamper(honest: Honest, random: Random): Promise<Case | null> {
  const how = random.pick(Object.keys(tampers))
  const changed = await tampers[how]!(parsed(honest.lines), random, honest)
  const lines = changed.map((line) => JSON.stringify(line))
  if (lines.length === honest.lines.length && lines.every((line, i) => line === honest.lines[i])) {
    return null
  }
  return { how, lines, key: honest.key, heads: honest.heads }
}

function parsed(lines: readonly string[]): Line[] {
  return lines.map((line) => JSON.parse(line) as Line)
}

function structuredCloneOf(record: SmallRecord): SmallRecord {
  const groups = record.groups.map(({ events, nextKey }) => ({
    events: events.map((event) => ({ ...event })),
    nextKey,
  }))
  return { ...record, groups }
}

function pickEvent(lines: readonly Line[], random: Random): Line {
  return random.pick(lines.filter(({ event }) => event))
}

function pickSeal(lines: readonly Line[], random: Random): Line {
  return random.pick(lines.filter(({ seal }) => seal))
}

function editEvent(event: RecordedEvent, random: Random): void {
  const column = random.pick(Object.keys(event) as (keyof RecordedEvent)[])
  const value = event[column]
  if (column === 'id') event.id = String(Number(event.id) + 1 + random.below(3))
  else Object.assign(event, { [column]: value === null ? 'x' : changedText(value, random) })
}

function editSeal(seal: SignedSeal['seal'], random: Random): void {
  const field = random.pick(Object.keys(seal) as (keyof typeof seal)[])
  const value = seal[field]
  const changed =
    typeof value === 'number'
      ? value + 1
      : typeof value === 'string'
        ? changedDigit(value, random)
        : value === null
          ? 'f'.repeat(64)
          : { xid: '1', id: '1' }
  Object.assign(seal, { [field]: changed })
}

function changedText(text: string, random: Random): string {
  const letters = Array.from(text)
  const isShorter = random.below(2) === 1 && letters.length > 0
  return isShorter
    ? letters.toSpliced(random.below(letters.length), 1).join('')
    : letters.toSpliced(random.below(letters.length + 1), 0, '~').join('')
}

function changedDigit(text: string, random: Random): string {
  const place = random.below(text.length)
  const digit = text[place] === '0' ? '1' : '0'
  return text.slice(0, place) + digit + text.slice(place + 1)
}

/** Covers up: the entries of the group around a place are made to fit its events. */
function renewEntries(lines: Line[], place: number): void {
  const end = lines.findIndex((line, index) => index >= place && line.seal)
  const before = lines.findLastIndex((line, index) => index < end && !line.event)
  const events = lines.slice(before + 1, end).map(({ event }) => event!)
  const entries = packEntries(events.map((event) => entryOf(event.id, leafHashOf(event))))
  if (unpackEntries(entries).length === events.length)
    lines[end]!.entries = entries.toString('base64')
}

/** Covers up: the end line counts what is there. */
function recounted(lines: Line[]): Line[] {
  const count = (key: 'event' | 'seal') => lines.filter((line) => line[key]).length
  return [...lines.slice(0, -1), { end: { events: count('event'), seals: count('seal') } }]
}
