import { z } from 'zod'
import type { CatalogueQuery, ColumnKind } from './catalogue-query.ts'
import type { Database, DatabaseKind } from './database.ts'

/** What a database says of itself, for who writes the files that read it: never a row. */
export type TableFacts = {
  schema: string
  name: string
  /** As it is written in SQL. */
  sql: string
  columns: ColumnFacts[]
  /** As the database last counted; null where it has not. */
  rows: number | null
  /** Whether the role of the connection may change it. */
  mayWrite: boolean
}
export type ColumnFacts = {
  name: string
  /** As it is written in SQL. */
  sql: string
  /** As the database calls it. */
  type: string
  kind: ColumnKind
  isPrimary: boolean
  /** Whether an index begins with it. */
  isIndexed: boolean
  /** Whether `a` and `A` are the same there. */
  isCaseless: boolean
  /** All it can be, where its type says so. */
  values: string[]
  /** The column of another table that it names a row of. */
  references: { schema: string; table: string; column: string } | null
}
const text = z.string().nullable()
const flag = z.union([z.boolean(), z.int(), z.string().regex(/^[01]$/)]).transform(Number)
const catalogueRow = z.object({
  table_schema: z.string(),
  table_name: z.string(),
  table_sql: z.string(),
  table_rows: z.union([z.number(), z.string()]).nullable(),
  may_write: flag,
  column_name: z.string(),
  column_sql: z.string(),
  column_type: z.string(),
  column_values: text,
  is_primary: flag,
  is_indexed: flag,
  is_caseless: flag,
  referenced_schema: text,
  referenced_table: text,
  referenced_column: text,
})
type CatalogueRow = z.infer<typeof catalogueRow>

/** Columns: who has more than these names the schema. */
const most = 50_000
const timeoutMs = 20_000

/**
 * The tables that the role of a connection may read, with their columns.
 * @throws QueryTimeout, and whatever the database says
 */
export async function readCatalogue(
  { catalogue }: DatabaseKind,
  database: Database,
): Promise<{ tables: TableFacts[]; isCut: boolean }> {
  const asked = { text: catalogue.sql, names: [] }
  const answer = await database.read(asked, {}, { timeoutMs, limit: most + 1 })
  const rows = answer.slice(0, most).map((row) => catalogueRow.parse(row))
  const byTable = Map.groupBy(rows, (row) => `${row.table_schema}.${row.table_name}`)
  const tables = [...byTable.values()].flatMap((columns) => tableOf(columns, catalogue))
  return { tables, isCut: answer.length > most }
}

function tableOf(rows: readonly CatalogueRow[], { kindOf }: CatalogueQuery): TableFacts[] {
  const [first] = rows
  if (!first) return []
  // a column that several constraints are about comes once for each
  const columns = [...Map.groupBy(rows, (row) => row.column_name).values()]
  return [
    {
      schema: first.table_schema,
      name: first.table_name,
      sql: first.table_sql,
      rows: first.table_rows === null ? null : Number(first.table_rows),
      mayWrite: rows.some((row) => row.may_write === 1),
      columns: columns.flatMap((each) => columnOf(each, kindOf)),
    },
  ]
}

function columnOf(rows: readonly CatalogueRow[], kindOf: CatalogueQuery['kindOf']): ColumnFacts[] {
  const [row] = rows
  if (!row) return []
  return [
    {
      name: row.column_name,
      sql: row.column_sql,
      type: row.column_type,
      kind: kindOf(row.column_type),
      isPrimary: row.is_primary === 1,
      isIndexed: row.is_indexed === 1,
      isCaseless: row.is_caseless === 1,
      values: valuesIn(row.column_values),
      references: rows.map(referenceOf).find((found) => found !== null) ?? null,
    },
  ]
}

function referenceOf(row: CatalogueRow): ColumnFacts['references'] {
  const { referenced_schema: schema, referenced_table: table, referenced_column: column } = row
  return schema === null || table === null || column === null ? null : { schema, table, column }
}

/** `'new','it''s paid'`, as SQL writes it. */
function valuesIn(list: string | null): string[] {
  const quoted = [...(list ?? '').matchAll(/'((?:[^']|'')*)'/g)]
  return quoted.map(([, value = '']) => value.replaceAll("''", "'"))
}
