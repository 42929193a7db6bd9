import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { Readable } from 'node:stream'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { createTestDesk } from '#server/testing/desk.ts'
import { anchorSeal } from './anchor-seal.ts'
import { linesOf } from './parse-line.ts'
import { exportRecord } from './export-record.ts'
import { parseSealLine, readHead } from './head-file.ts'
import { checkProof, proveEvent } from './proof.ts'
import { rotateKey } from './rotate-key.ts'
import { openSealKey } from './seal-key.ts'
import { sealNext, sealRecord } from './seal-record.ts'
import { verifyDatabase } from './verify-database.ts'
import { verifyExport } from './verify-export.ts'
import type { Desk } from '#server/core/verb.ts'

const desk = await createTestDesk()
const home = mkdtempSync(join(tmpdir(), 'firstline-seal-'))
const anchorFile = join(home, 'anchor.ndjson')
const sealing: Desk = {
  ...desk,
  config: { ...desk.config, home, anchor: { file: anchorFile } },
}
const owner = new pg.Client({ connectionString: desk.ownerUrl })
await owner.connect()
afterAll(async () => {
  await owner.end()
  rmSync(home, { recursive: true, force: true })
})

async function write(count: number, data: object = {}): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    insert into event (at, name, actor_kind, actor_id, data)
    select now(), 'thing.happened', 'system', 'test', ${JSON.stringify(data)}::jsonb
    from generate_series(1, ${count}) returning id::text`.execute(desk.db)
  return rows.map(({ id }) => id)
}

/** What a database administrator could do, if they switch the triggers off first. */
async function asOwner(statement: string): Promise<void> {
  await owner.query(
    `set session_replication_role = replica; ${statement}; reset session_replication_role`,
  )
}

const head = () => [readHead(home)!]

test('what was recorded is sealed once, in a chain, by a key that only its owner reads', async () => {
  await write(3, { price: 1.1, text: 'ü\u0001"\\ 😀' })
  expect(await sealRecord(sealing)).toBe(3)
  expect(await sealRecord(sealing)).toBe(0)
  await write(2)
  expect(await sealRecord(sealing)).toBe(2)
  expect(statSync(join(home, 'seal.key')).mode & 0o777).toBe(0o600)
  const { verified } = await verifyDatabase(desk.db, { heads: head() })
  expect(verified).toMatchObject({ seals: 2, events: 5, unsealed: 0 })
})

test('an event of a transaction that is still open is sealed after it, not passed over', async () => {
  const late = new pg.Client({ connectionString: desk.ownerUrl })
  await late.connect()
  await late.query('begin')
  await late.query(
    `insert into event (at, name, actor_kind) values (now(), 'late.event', 'system')`,
  )
  await write(1)
  const before = await sealRecord(sealing)
  await late.query('commit')
  await late.end()
  expect([before, await sealRecord(sealing)]).toEqual([0, 2])
})

test('the record of one desk is sealed by one node at a time', async () => {
  await write(4)
  const outcomes = await Promise.all([sealNext(sealing), sealNext(sealing), sealNext(sealing)])
  expect(outcomes.filter((seal) => seal !== null)).toHaveLength(1)
})

test('neither the product nor the owner can change a seal, and the product cannot begin an epoch', async () => {
  const change = (text: string) => desk.db.executeQuery(sql.raw(text).compile(desk.db))
  await expect(change('update seal set entries = entries')).rejects.toThrow('permission denied')
  await expect(change('insert into seal_epoch values (9, 9)')).rejects.toThrow('permission denied')
  await expect(owner.query('delete from seal')).rejects.toThrow('append-only')
  await expect(owner.query('truncate seal')).rejects.toThrow('append-only')
})

test('a new key is announced by the old one and then signs; both are of the record', async () => {
  const { seal } = await rotateKey(sealing)
  await write(1)
  await sealRecord(sealing)
  const { verified } = await verifyDatabase(desk.db, { publicKey: seal.key })
  expect(verified?.keys).toEqual([seal.key, seal.next_key])
  const { fault } = await verifyDatabase(desk.db, { publicKey: 'a'.repeat(64) })
  expect(fault?.kind).toBe('wrong-key')
})

test('without the key whose turn it is nothing is sealed: another would break the chain', async () => {
  const elsewhere = { ...sealing, config: { ...sealing.config, home: join(home, 'elsewhere') } }
  await write(1)
  await expect(sealRecord(elsewhere)).rejects.toMatchObject({ reason: 'seal.key-missing' })
  expect(await sealRecord(sealing)).toBe(1)
})

test('a proof of one event is verified by itself, and not with one letter changed', async () => {
  const [first, second] = await write(2, { about: 'proof' })
  await sealRecord(sealing)
  const proof = JSON.stringify(await proveEvent(desk.db, second!))
  const proven = checkProof(proof)
  expect(proven.event.id).toBe(second)
  expect(() => checkProof(proof, proven.keys[0])).not.toThrow()
  expect(() => checkProof(proof.replace('about', 'About'))).toThrow(`Event ${second}`)
  expect(checkProof(JSON.stringify(await proveEvent(desk.db, first!))).event.id).toBe(first)
  const [unsealed] = await write(1)
  await expect(proveEvent(desk.db, unsealed!)).rejects.toMatchObject({ reason: 'event.not-sealed' })
  await expect(proveEvent(desk.db, '999999')).rejects.toMatchObject({ reason: 'event.not-found' })
})

test('an export is verified without the database', async () => {
  await sealRecord(sealing)
  const written = Readable.from(exportRecord(desk.db, desk.clock.now()))
  const lines = await Array.fromAsync(linesOf(written.map((line: string) => Buffer.from(line))))
  const { verified, fault: none } = await verifyExport(lines, { heads: head() })
  expect(none).toBeNull()
  const { rows } = await owner.query('select count(*)::int as events from event')
  expect(verified).toMatchObject({ events: rows[0].events, unsealed: 0 })
  const { fault } = await verifyExport(lines.slice(0, -1), {})
  expect(fault?.kind).toBe('cut-tail')
})

test('each seal goes to the anchors; a refusing anchor fails the job, which is tried again', async () => {
  const received: string[] = []
  let status = 503
  const anchor = createServer((request, response) => {
    request.on('data', (part: Buffer) => received.push(part.toString()))
    request.on('end', () => response.writeHead(status).end())
  })
  await new Promise<void>((resolve) => anchor.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(anchor.address() as AddressInfo).port}/seals`
  const anchored = { ...sealing, config: { ...sealing.config, anchor: { file: anchorFile, url } } }
  await expect(anchorSeal(anchored, { number: 1 })).rejects.toMatchObject({
    reason: 'anchor.refused',
  })
  status = 204
  await anchorSeal(anchored, { number: 1 })
  anchor.close()
  const lines = readFileSync(anchorFile, 'utf8').trim().split('\n')
  expect(new Set([...lines, ...received]).size).toBe(1)
  expect(parseSealLine(lines[0]!, anchorFile).seal.number).toBe(1)
  const { rows } = await owner.query(
    `select count(*)::int as jobs from graphile_worker.jobs where task_identifier = 'anchor_seal'`,
  )
  expect(rows[0].jobs).toBeGreaterThan(3)
})

test('the events of a dump restored into a younger server go on being sealed', async () => {
  // as after a restore: the newest event has a transaction id that this server has not reached
  await owner.query(`insert into event (at, xid, name, actor_kind)
    values (now(), '4000000000', 'last.before', 'system')`)
  await owner.query('select begin_seal_epoch()')
  await owner.query('select begin_seal_epoch()')
  await write(2)
  expect(await sealRecord(sealing)).toBe(3)
  const { verified } = await verifyDatabase(desk.db, { heads: head() })
  expect(verified).toMatchObject({ unsealed: 0 })
  const { rows } = await owner.query('select count(*)::int as epochs from seal_epoch')
  expect(rows[0].epochs).toBeGreaterThan(1)
})

test.each([
  ['edited', (id: string) => `update event set data = '{"n": 2}' where id = ${id}`, 'event-edited'],
  [
    'backdated',
    (id: string) => `update event set at = at - interval '1 us' where id = ${id}`,
    'event-edited',
  ],
  ['removed', (id: string) => `delete from event where id = ${id}`, 'event-missing'],
])('an event %s behind the back of the triggers is named', async (_what, change, kind) => {
  const [, id] = await write(3, { n: 1 })
  await sealRecord(sealing)
  await owner.query(`create temp table kept as select * from event where id = ${id}`)
  await asOwner(change(id!))
  const { fault } = await verifyDatabase(desk.db, {})
  expect(fault).toMatchObject({ kind, event: id })
  await asOwner(`delete from event where id = ${id}`)
  await owner.query('insert into event overriding system value select * from kept')
  await owner.query('drop table kept')
})

test('a record whose tail was cut is told by the head kept outside the database', async () => {
  await write(2)
  await sealRecord(sealing)
  const kept = head()
  await asOwner('delete from seal where number = (select max(number) from seal)')
  const cut = await verifyDatabase(desk.db, { heads: kept })
  expect(cut.fault).toMatchObject({ kind: 'cut-tail', seal: kept[0]!.seal.number })
  desk.clock.advance(60_000)
  await sealRecord(sealing)
  const forked = await verifyDatabase(desk.db, { heads: kept })
  expect(forked.fault).toMatchObject({ kind: 'fork', seal: kept[0]!.seal.number })
  expect(head()).toEqual(kept)
})

test('a key has its name only once it is whole: the half that a killed process left is none', () => {
  const fresh = mkdtempSync(join(tmpdir(), 'firstline-seal-'))
  writeFileSync(join(fresh, `seal.key.${process.pid}`), '-----BEGIN PRIV')
  const place = { home: fresh, reference: undefined, env: {} }
  const { publicKey } = openSealKey(place, null)
  expect(readdirSync(fresh)).toEqual(['seal.key'])
  expect(openSealKey(place, publicKey).publicKey).toBe(publicKey)
  rmSync(fresh, { recursive: true })
})
