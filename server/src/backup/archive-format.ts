import { z } from 'zod'

/** What stands in a backup, in this order: header, the rows in parts, manifest. See docs/backup.md. */
export const headerEntry = 'header.json'
export const manifestEntry = 'manifest.json'

/** Of rows as text, before they are compressed: a part is as long as that, or one row longer. */
export const partBytes = 4 * 1024 * 1024

export type TableName = { schema: string; table: string }

const Table = z.object({ schema: z.string(), table: z.string(), columns: z.array(z.string()) })
const Sequence = z.object({
  schema: z.string(),
  name: z.string(),
  value: z.string().regex(/^-?\d+$/),
  isCalled: z.boolean(),
})
const Migration = z.object({ number: z.int(), name: z.string(), sha256: z.string() })

export const Header = z.object({
  format: z.literal('firstline.backup/1'),
  /** Of the program that wrote it. */
  program: z.string(),
  takenAt: z.iso.datetime(),
  server: z.string(),
  migrations: z.array(Migration).min(1),
  tables: z.array(Table),
  sequences: z.array(Sequence),
  telemetryDays: z.array(z.iso.date()),
  /** Tables that are not in it. */
  leftOut: z.array(z.string()),
  /** Tables of the same database that are not the desk's, and not in it either. */
  others: z.array(z.string()),
})
export type Header = z.infer<typeof Header>
export type ArchivedTable = Header['tables'][number]

export const Manifest = z.object({
  parts: z.array(z.object({ name: z.string(), sha256: z.string(), bytes: z.int() })),
  tables: z.array(
    z.object({ schema: z.string(), table: z.string(), rows: z.int(), bytes: z.int() }),
  ),
})
export type Manifest = z.infer<typeof Manifest>

export function partName({ schema, table }: TableName, number: number): string {
  return `rows/${schema}.${table}/${String(number).padStart(6, '0')}.zst`
}

/** @returns `schema.table` of a part's name */
export function tableOfPart(name: string): string | null {
  return /^rows\/([^/]+)\/\d{6,}\.zst$/.exec(name)?.[1] ?? null
}

export function nameOf({ schema, table }: TableName): string {
  return `${schema}.${table}`
}
