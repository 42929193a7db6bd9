import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { system } from '#server/core/actor.ts'
import type { DB } from '#server/database/db-types.ts'
import { createTestDesk } from '#server/testing/desk.ts'
import { countByWords, findByWords } from './find-by-words.ts'
import type { Part } from './find-by-words.ts'

const desk = await createTestDesk()
const actor = system('test')
const tickets = 24_000

/** Which tickets have each word in their body, by their numbers; every fourth of those that have “both” has it as its subject. */
const words: Record<string, (number: number) => boolean> = {
  everywhere: () => true,
  often: (number) => number % 3 === 0,
  seldom: (number) => number % 600 === 0,
  longago: (number) => number <= 60,
  oldproduct: (number) => number <= 8_000,
  newproduct: (number) => number > tickets - 30,
  both: (number) => number % 40 === 0,
}
const inHead = (word: string, number: number) => word === 'both' && number % 160 === 0

beforeAll(async () => {
  const rows = Array.from({ length: tickets }, (_, index) => index + 1)
  const said = (has: (word: string, number: number) => boolean) =>
    rows.map((number) =>
      Object.keys(words)
        .filter((word) => has(word, number))
        .join(' '),
    )
  const owner = new pg.Client({ connectionString: desk.ownerUrl })
  await owner.connect()
  await owner.query('set session_replication_role = replica')
  await owner.query('truncate ticket_search')
  await owner.query(
    `insert into ticket_search (ticket_id, part, number, words)
     select lpad(to_hex(n), 32, '0')::uuid, part, n, to_tsvector('simple', words)
     from unnest($1::int[], $2::text[], $3::text[]) as its(n, head, body),
       lateral (values ('head', head), ('body', body)) as parts(part, words)`,
    [rows, said(inHead), said((word, number) => words[word]!(number))],
  )
  await owner.query('vacuum analyze ticket_search')
  await owner.end()
})

/** All numbers, page by page. */
async function numbersOf(q: string, part: Part, limit: number): Promise<number[]> {
  const found: number[] = []
  for (;;) {
    const below = found.at(-1) ?? null
    const page = await findByWords(desk.db, actor, { q, part, below, limit, without: null })
    found.push(...page.map(({ number }) => number))
    if (page.length < limit) return found
  }
}

function expected(has: (number: number) => boolean): number[] {
  return Array.from({ length: tickets }, (_, index) => tickets - index).filter(has)
}

/** How many rows of words were fetched meanwhile. */
async function fetched(work: (db: Kysely<DB>) => Promise<unknown>): Promise<number> {
  return desk.db.transaction().execute(async (tx) => {
    const read = async () => {
      const { rows } = await sql<{ count: number }>`
        select (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as count
        from pg_stat_xact_user_tables where relname = 'ticket_search'`.execute(tx)
      return rows[0]!.count
    }
    const before = await read()
    await work(tx)
    return (await read()) - before
  })
}

test.each(['seldom', 'longago', 'newproduct', 'both'])(
  '“%s” finds each ticket that has it once, newest first, in pages',
  async (word) => {
    const heads = expected((number) => inHead(word, number))
    expect(await numbersOf(word, 'head', 7)).toEqual(heads)
    const bodies = expected((number) => words[word]!(number) && !inHead(word, number))
    expect(await numbersOf(word, 'body', 7)).toEqual(bodies)
  },
)

test.each(['everywhere seldom', 'longago everywhere', 'oldproduct seldom', 'often longago'])(
  '“%s” finds each ticket that has both words once, and counts it',
  async (q) => {
    const both = q.split(' ')
    const bodies = expected((number) => both.every((word) => words[word]!(number)))
    expect(await numbersOf(q, 'body', 7)).toEqual(bodies)
    const asked = { q, without: null, most: 1_000 }
    expect(await countByWords(desk.db, actor, asked)).toBe(bodies.length)
  },
)

test('what thousands have, and none of the newest, is found too', async () => {
  const asked = { q: 'oldproduct', part: 'body', below: null, limit: 5, without: null } as const
  const found = await findByWords(desk.db, actor, asked)
  expect(found.map(({ number }) => number)).toEqual([8_000, 7_999, 7_998, 7_997, 7_996])
})

test.each([
  ['everywhere', 'head'],
  ['everywhere', 'body'],
  ['seldom', 'head'],
  ['seldom', 'body'],
  ['longago', 'head'],
  ['longago', 'body'],
  ['oldproduct', 'head'],
  ['newproduct', 'body'],
  ['nowhere', 'body'],
] as const)('to find “%s” in a %s no more than some thousand are read', async (q, part) => {
  const asked = { q, part, below: null, limit: 51, without: null }
  expect(await fetched((db) => findByWords(db, actor, asked))).toBeLessThan(
    q === 'nowhere' || q === 'longago' ? 1_000 : 12_000,
  )
})

test.each([
  ['everywhere', 1_000],
  ['seldom', 40],
  ['longago', 60],
  ['oldproduct', 1_000],
  ['newproduct', 30],
  ['nowhere', 0],
])('“%s” is counted, up to a thousand, by reading some thousand', async (q, count) => {
  const asked = { q, without: null, most: 1_000 }
  expect(await countByWords(desk.db, actor, asked)).toBe(count)
  expect(await fetched((db) => countByWords(db, actor, asked))).toBeLessThan(12_000)
})
