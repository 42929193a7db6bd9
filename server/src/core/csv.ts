import { stringify } from 'csv-stringify/sync'

export type CsvCell = string | number | boolean | null | undefined

/** One row of RFC 4180. Text that begins like a formula would be run by a spreadsheet: it is marked as text. */
export function csvLine(cells: readonly CsvCell[]): string {
  return stringify([[...cells]], options)
}

const options = {
  record_delimiter: 'windows',
  escape_formulas: true,
  quoted_match: /[\r\n]/,
  cast: {
    boolean: String,
    // a figure below zero is no formula
    number: (value: number) => ({ value: String(value), escape_formulas: false }),
  },
} as const
