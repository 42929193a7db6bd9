import type { Refusal } from './rows.ts'

export const rejectsHeader = 'line,reason,detail,row\n'

/** A refused row as a line of CSV; what a spreadsheet would take for a formula is quoted as text. */
export function rejectLine({ line, reason, detail, raw = '' }: Refusal): string {
  return `${line},${reason},${quoted(detail)},${quoted(raw)}\n`
}

function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
