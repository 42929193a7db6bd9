export type CsvCell = string | number | boolean | null | undefined

/** One row of RFC 4180. */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** Text that begins like a formula would be run by a spreadsheet. */
function csvCell(value: CsvCell): string {
  if (typeof value !== 'string') return String(value ?? '')
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
