/**
 * Tickets found by their words, on a desk of so many tickets of three messages each: words that are in
 * a third of all tickets, in one of a hundred, in three; parts of words; two words; a number; none.
 * The floor, measured in the same run on the same database, reads fifty tickets as lists show them by
 * their keys. At the end: what keeping the words costs a message, beside the same INSERT without it.
 *
 *   node bench/search-tickets.ts [tickets …]
 */
import pg from 'pg'
import { system } from '../server/src/core/actor.ts'
import { selectSummaries } from '../server/src/tickets/read-ticket.ts'
import { searchTickets } from '../server/src/tickets/search-tickets.ts'
import { ms, percentile, print, timeEach, times } from './figures.ts'
import { openDesk, withScratch } from './scratch.ts'
import type { BenchDesk } from './scratch.ts'

const sizes = process.argv.slice(2).map(Number)
const searches = {
  'in a third of all tickets': 'invoice',
  'in one of a hundred': 'chargeback',
  'in one of three hundred': 'refund',
  'in three': 'zyzzyva',
  'part of a word': 'argebac',
  'two words, one of them common': 'invoice chargeback',
  'an address': 'someone77@customer.example',
  'a number': '#77',
  'in none': 'xylophone',
}

for (const size of sizes.length > 0 ? sizes : [100_000]) {
  await withScratch(async (scratch) => {
    const desk = await openDesk(scratch, { connections: 8 })
    const owner = new pg.Client({ connectionString: desk.ownerUrl })
    await owner.connect()
    await load(owner, size)
    await printSearches(desk, owner, size)
    await printWrites(owner)
    await owner.end()
    await desk.close()
  })
}

async function load(owner: pg.Client, size: number): Promise<void> {
  await owner.query('set session_replication_role = replica')
  await owner.query(`
    insert into account (external_id, name, domain)
    select 'a' || n, 'Customer ' || n, 'customer' || n || '.example' from generate_series(1, ${size / 20}) n`)
  await owner.query(`
    insert into contact (email, name, account_id)
    select 'someone' || row_number() over () || '@customer.example', 'Someone ' || name, id from account`)
  await owner.query(`
    insert into ticket (subject, channel, address_token, contact_id, account_id, opened_at, updated_at)
    select 'Question ' || n || case when n % 3 = 0 then ' about an invoice' else ' about a report' end
      || case when n % 100 = 0 then ' after a chargeback' else '' end
      || case when n % 300 = 7 then ' after a refund' else '' end,
      'email', md5(n::text), contact.id, contact.account_id, now() - n * interval '1 minute', now()
    from generate_series(1, ${size}) n
    join (select id, account_id, row_number() over () as place from contact) contact
      on contact.place = 1 + n % (${size / 20})`)
  await owner.query(`
    insert into message (ticket_id, kind, at, text)
    select id, (array['customer', 'reply', 'customer'])[turn], opened_at,
      'We wrote ' || turn || ' times. ' || (
        select string_agg('word' || ((number * 31 + turn * 7 + place * place) % 20000), ' ')
        from generate_series(1, 60) place)
      || case when number - (select min(number) from ticket) in (5, 500, 700) then ' zyzzyva' else '' end
    from ticket, generate_series(1, 3) turn`)
  await owner.query('reset session_replication_role')
  for (let from = 0; from <= size; from += 5_000) {
    await owner.query(
      `select index_ticket(id) from ticket where number > ${from} and number <= ${from + 5_000}`,
    )
  }
  await owner.query('vacuum analyze')
}

async function printSearches(desk: BenchDesk, owner: pg.Client, size: number): Promise<void> {
  const { rows: some } = await owner.query<{ id: string }>('select id from ticket limit 50')
  const keys = some.map(({ id }) => id)
  const floor = await timeEach(200, 1, () =>
    selectSummaries(desk.db).where('ticket.id', 'in', keys).execute(),
  )
  const rows: string[][] = [['fifty by their keys (floor)', '', ...figuresOf(floor, floor)]]
  for (const [name, q] of Object.entries(searches)) {
    const { count } = await searchTickets(desk, system('bench'), { q })
    const measured = await timeEach(60, 1, () => searchTickets(desk, system('bench'), { q }))
    rows.push([name, String(count), ...figuresOf(measured, floor)])
  }
  const header = ['search', 'found', 'p50', 'p95', 'of the floor']
  print(`${size.toLocaleString('en')} tickets`, header, rows)
}

function figuresOf(measured: readonly number[], floor: readonly number[]): string[] {
  const [half, most] = [percentile(measured, 0.5), percentile(measured, 0.95)]
  return [ms(half), ms(most), times(half / percentile(floor, 0.5))]
}

async function printWrites(owner: pg.Client): Promise<void> {
  const { rows: some } = await owner.query<{ id: string }>('select id from ticket limit 400')
  const text =
    'The export that we asked for this morning never came, and nobody wrote back. '.repeat(8)
  const write = (index: number) =>
    owner.query(
      `insert into message (ticket_id, kind, at, text) values ($1, 'customer', now(), $2)`,
      [some[index % some.length]?.id, text],
    )
  const found = await timeEach(400, 1, write)
  await owner.query('alter table message disable trigger message_is_found')
  const plain = await timeEach(400, 1, write)
  print(
    'a message of 600 characters',
    ['INSERT', 'p50', 'p95', 'of the floor'],
    [
      ['with its words', ...figuresOf(found, plain)],
      ['without (floor)', ...figuresOf(plain, plain)],
    ],
  )
}
