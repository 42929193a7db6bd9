import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { appendEvents } from '#server/core/events.ts'
import type { NewEvent } from '#server/core/events.ts'
import { connect } from './connect.ts'
import { exportFromDesk } from './export-from-desk.ts'
import { exportHistory } from './export-history.ts'
import { importHistory } from './import-history.ts'
import { someFile } from '#server/imports/testing/factory.ts'
import { readScorecard } from '#server/scorecard/read/read-scorecard.ts'
import { recomputeFacts } from '#server/scorecard/facts/recompute-facts.ts'
import { createTestDesk, someAgent } from '#server/testing/desk.ts'

const desk = await createTestDesk()
const other = await createTestDesk()
const hour = 3_600_000
const begin = Date.UTC(2026, 0, 5)

/** Everything that can happen to tickets, by chance that is the same every time. */
function someTickets(count: number): NewEvent[] {
  let seed = 7
  const chance = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
  const resolved: { ticketId: string; resolution: string; at: number; type: string }[] = []
  return Array.from({ length: count }, (_, index) => {
    const ticketId = crypto.randomUUID()
    const type = `type ${Math.floor(chance() * 4)}`
    let at = begin + index * 2 * hour
    const events: NewEvent[] = []
    const tell = (name: NewEvent['name'], data: Record<string, unknown>) => {
      at += Math.floor(chance() * 20 * hour)
      // as histories tell it, which is less than this desk would
      events.push({ name, ticketId, at: new Date(at), data } as NewEvent)
    }
    const started = new Date(at - hour).toISOString()
    tell('ticket.received', { type, channel: 'email', line: 'L1', problem_started_at: started })
    const before = resolved.findLast((one) => one.type === type)
    if (before && chance() < 0.1) {
      tell('ticket.repeat_linked', { of: before.ticketId, resolution: before.resolution })
    }
    if (chance() < 0.3) tell('ticket.line_changed', { line: 'L2', team: 'Platform' })
    if (chance() < 0.1) tell('ticket.escalated', { team: 'Payments', escalation: 'x' })
    if (chance() < 0.05) tell('ticket.voided', { reason: 'spam' })
    for (let turn = 0; turn < 3 && chance() < 0.8; turn++) {
      const resolution = crypto.randomUUID()
      tell('ticket.resolved', { resolution, by: 'a-1', runbook_version: 'r@1', action_runs: ['1'] })
      resolved.push({ ticketId, resolution, at, type })
      if (chance() < 0.6) tell('rating.requested', { resolution })
      if (chance() < 0.4)
        tell('rating.given', { resolution, value: chance() < 0.7 ? 'up' : 'down' })
      if (chance() < 0.2) tell('ticket.type_changed', { type: 'type 9', previous: type })
      if (chance() < 0.7) break
      tell('ticket.reopened', { by: chance() < 0.8 ? 'customer' : 'agent', resolution })
      if (chance() < 0.2) tell('ticket.reopen_dismissed', { resolution })
    }
    return events
  }).flat()
}

async function exported(choice: object = {}): Promise<string> {
  const client = await connect(desk.url)
  const all = { now: new Date('2026-03-01T00:00:00Z'), timeZone: 'Europe/Berlin', ...choice }
  const content = await text(Readable.from(exportHistory(client, all)))
  await client.end()
  return content
}

function numbersOf({ db }: typeof desk) {
  return readScorecard(db, {
    from: new Date(begin),
    to: new Date('2026-04-01T00:00:00Z'),
    asOf: new Date('2026-02-20T00:00:00Z'),
    windowDays: 14,
    timeZone: 'Europe/Berlin',
  })
}

beforeAll(async () => {
  const events = someTickets(300)
  await desk.db.transaction().execute((tx) => appendEvents(tx, someAgent, new Date(), events))
  const tickets = [...new Set(events.map(({ ticketId }) => ticketId!))]
  await desk.db.transaction().execute((tx) => recomputeFacts(tx, tickets))
})

describe('an exported history', () => {
  test('gives an empty desk the same numbers: all of them, per week and type', async () => {
    const file = someFile(gzipSync(await exported()), 'desk.ndjson.gz')
    const report = await importHistory(other, [file], { origin: 'import:moved' })
    expect(report).toMatchObject({ cases: 300, rows: { refused: 0 } })
    const [{ origins, ...was }, { origins: there, ...is }] = [
      await numbersOf(desk),
      await numbersOf(other),
    ]
    expect(was.l1?.of).toBeGreaterThan(100)
    expect(was.reopen.count).toBeGreaterThan(10)
    expect(is).toEqual(was)
    expect([origins, there]).toEqual([
      [{ origin: 'live', tickets: 300 }],
      [{ origin: 'import:moved', tickets: 300 }],
    ])
  })

  test('tells no person by name when asked, and the same one by the same pseudonym', async () => {
    const content = await exported({ isPseudonymous: true })
    expect(content).not.toContain('"a-1"')
    const names = new Set([...content.matchAll(/"by":"([0-9a-f]{16})"/g)].map(([, name]) => name))
    expect(names.size).toBe(1)
    expect(content).not.toContain(someAgent.id)
  })

  test('leaves out what is set aside', async () => {
    await sql`insert into history_set_aside (origin, reason, at) values ('live', 'a test', now())`.execute(
      desk.db,
    )
    expect((await exported()).trim().split('\n')).toHaveLength(1)
    await sql`delete from history_set_aside`.execute(desk.db)
  })
})

test('a file is there when it is whole: of one that failed or was left nothing stays', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-export-'))
  const out = join(folder, 'history.ndjson.gz')
  const choice = { now: new Date(), timeZone: 'UTC' }
  const failing = () => {
    expect(readdirSync(folder)).toEqual(['history.ndjson.gz.part'])
    throw new Error('The terminal is gone')
  }
  const failed = exportFromDesk(desk.url, out, { ...choice, onProgress: failing })
  await expect(failed).rejects.toThrow('The terminal is gone')
  expect(readdirSync(folder)).toEqual([])
  const leaving = () => {
    process.listeners('exit').at(-1)?.call(process, 0) // as the process does when it is told to stop
    expect(readdirSync(folder)).toEqual([])
    throw new Error('left')
  }
  const left = exportFromDesk(desk.url, out, { ...choice, onProgress: leaving })
  await expect(left).rejects.toThrow('left')
  await exportFromDesk(desk.url, out, choice)
  expect(readdirSync(folder)).toEqual(['history.ndjson.gz'])
  expect(gunzipSync(readFileSync(out)).toString()).toContain('"format":"firstline.history"')
  rmSync(folder, { recursive: true })
})
