/** RFC 4180; a cell that a spreadsheet would run as a formula is made plain text. */
export function writeCsv<Row extends Record<string, string>>(
  columns: (keyof Row & string)[],
  records: Row[],
): string {
  const lines = records.map((record) =>
    columns.map((column) => cell(record[column] ?? '')).join(','),
  )
  return [columns.join(','), ...lines, ''].join('\r\n')
}

function cell(value: string): string {
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
