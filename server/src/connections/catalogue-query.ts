export type ColumnKind = 'text' | 'number' | 'boolean' | 'time' | 'other'

/** How a kind of database is asked for its tables. */
export type CatalogueQuery = {
  /** One row for each column that the role may read, as `catalogue.ts` has it; by table and place. */
  sql: string
  kindOf(type: string): ColumnKind
}
