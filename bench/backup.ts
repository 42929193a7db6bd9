/**
 * A desk with so many tickets, each with four messages and six events, as one encrypted file and back. The
 * floor of the backup, measured in the same run, is COPY of the same tables to nowhere; that of the
 * restore is COPY of the same rows into tables without an index or a key.
 *
 *   node bench/backup.ts [tickets]
 */
import { join } from 'node:path'
import { createDatabase, createPool } from '../server/src/database/database.ts'
import { withClient } from '../server/src/database/open-client.ts'
import { makeBackupKey } from '../server/src/backup/backup-key.ts'
import { loadTable, partsOfTable } from '../server/src/backup/copy-rows.ts'
import { makeBackup } from '../server/src/backup/make-backup.ts'
import { readContents } from '../server/src/backup/read-schema.ts'
import { restoreBackup } from '../server/src/backup/restore-backup.ts'
import { reactionsTo } from '../server/src/reactions.ts'
import { print, secondsOf, times } from './figures.ts'
import { openDesk, silent, withScratch } from './scratch.ts'

const tickets = Number(process.argv[2] ?? 100_000)
const large = ['event', 'message', 'ticket', 'contact']

await withScratch(async (scratch) => {
  const desk = await openDesk(scratch, { connections: 4 })
  await fill(desk.ownerUrl)
  const keyFile = join(scratch.folder, 'key')
  const recipients = [await makeBackupKey(keyFile)]
  const readFloor = await secondsOf(() => readAll(desk.ownerUrl))
  const own = { folder: scratch.folder, recipients, withTelemetry: true, program: 'bench' }
  let made = { file: '', bytes: 0 }
  const backup = await secondsOf(async () => {
    made = await makeBackup(desk.url, { ...own, clock: desk.clock })
  })
  const mostMegabytes = process.resourceUsage().maxRSS / 1024
  const writeFloor = await copyBare(desk.ownerUrl)
  const url = await scratch.cluster.database('restored')
  const pool = createPool(url, silent, { max: 2 })
  const db = createDatabase(pool)
  const restore = await secondsOf(() =>
    restoreBackup(url, { ...desk, db, readDb: db, reactionsTo }, { file: made.file, keyFile }),
  )
  await pool.end()
  await desk.close()
  print(
    `${tickets} tickets, ${Math.round(made.bytes / 1024 / 1024)} MB encrypted, ${Math.round(mostMegabytes)} MB of memory at most`,
    ['', 'seconds', 'floor', 'times the floor'],
    [
      ['backup', backup.toFixed(1), readFloor.toFixed(1), times(backup / readFloor)],
      ['restore', restore.toFixed(1), writeFloor.toFixed(1), times(restore / writeFloor)],
    ],
  )
})

async function fill(url: string): Promise<void> {
  await withClient(url, 'bench', async (client) => {
    await client.query(
      `
      insert into contact (email, name)
        select 'customer-' || n || '@bench.example', 'Customer ' || n
        from generate_series(1, $1::int / 5) n`.replace('$1', String(tickets)),
    )
    await client.query(`
      insert into ticket (subject, channel, contact_id, address_token, opened_at, updated_at, preview)
        select 'Export ' || n || ' is missing', 'api', id, md5(id::text || n), now(), now(), md5(n::text)
        from contact, generate_series(1, 5) n`)
    await client.query(`
      insert into message (ticket_id, kind, contact_id, at, text)
        select ticket.id, 'customer', contact_id, now(), repeat(md5(ticket.id::text || n) || ' ', 12)
        from ticket, generate_series(1, 4) n`)
    await client.query(`
      insert into event (at, name, actor_kind, actor_id, ticket_id, data)
        select now(), 'message.received', 'system', 'bench', ticket.id,
          jsonb_build_object('message', ticket.id, 'n', n)
        from ticket, generate_series(1, 6) n`)
    await client.query('analyze')
  })
}

async function readAll(url: string): Promise<void> {
  await withClient(url, 'bench', async (client) => {
    const { tables } = await readContents(client, { withTelemetry: true })
    for (const table of tables) for await (const _ of partsOfTable(client, table)) continue
  })
}

/** What is read is not counted. @returns seconds */
async function copyBare(url: string): Promise<number> {
  return withClient(url, 'bench', async (client) => {
    const { tables } = await readContents(client, { withTelemetry: true })
    let seconds = 0
    for (const { table, columns } of tables.filter((one) => large.includes(one.table))) {
      const parts: Buffer[] = []
      for await (const part of partsOfTable(client, { schema: 'public', table, columns })) {
        parts.push(part)
      }
      await client.query(`create table bare_${table} (like ${table})`)
      seconds += await secondsOf(async () => {
        const load = loadTable(client, { schema: 'public', table: `bare_${table}`, columns })
        for (const part of parts) await load.add(part)
        await load.end()
      })
    }
    return seconds
  })
}
