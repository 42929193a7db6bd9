import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createTestDesk } from '#server/testing/desk.ts'
import { columnsOfNobody, placesOfData } from './places-of-data.ts'

const desk = await createTestDesk()

test('of every column that may hold words it is said whether they are about a person, once', async () => {
  const { rows } = await sql<{ name: string }>`
    select case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname || '.' || attname as name
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'auth') and c.relkind in ('r', 'p') and not c.relispartition
      and attnum > 0 and not attisdropped
      and format_type(atttypid, null) ~ '^(text|character|json|bytea|inet|cidr|citext|tsvector|xml)'
    order by name`.execute(desk.db)
  const said = [...Object.values(placesOfData).map(({ columns }) => columns), columnsOfNobody]
    .flatMap((columns) => Object.entries(columns))
    .flatMap(([table, columns]) => columns.split(' ').map((column) => `${table}.${column}`))
  expect(rows.length).toBeGreaterThan(300)
  expect(said.toSorted()).toEqual(rows.map(({ name }) => name).toSorted())
})
