import { present } from '@firstline/contract/present'
import { Invalid } from '#server/core/errors.ts'
import { sentence } from '#server/core/sentence.ts'

export type TableLayout = {
  delimiter: string
  /** The line with its columns, from 1; blank lines before it do not matter. */
  headerLine: number
}

const delimiters = [',', ';', '\t', '|'] as const

/** Excel tells its delimiter in a line before the header: `sep=;`. */
export function layoutOf(path: string, text: string): TableLayout {
  const told = /^\uFEFF?"?sep=([,;\t|])"?\r?\n/i.exec(text)
  if (told) return { delimiter: present(told[1]), headerLine: 2 }
  return { delimiter: delimiterOf(path, text), headerLine: 1 }
}

/** The candidate that splits the header into most parts; delimiters inside quotes do not count. */
function delimiterOf(path: string, text: string): string {
  const header = headerRecord(text.replace(/^\uFEFF/, ''))
  const bare = header.replaceAll(/"(?:[^"]|"")*"/g, '')
  const parts = delimiters.map((delimiter) => bare.split(delimiter).length)
  const most = Math.max(...parts)
  if (most < 2 || text.includes('\0')) {
    throw new Invalid(
      'import.not-a-table',
      sentence`${path} does not begin with a header of columns separated by comma, semicolon, tab or bar; its first line is: ${JSON.stringify(header.slice(0, 80))}`,
    )
  }
  return delimiters[parts.indexOf(most)] ?? ','
}

/** The first line that is not blank; a quoted header may itself contain line breaks. */
function headerRecord(text: string): string {
  const record = /^(?:[\t ]*\r?\n)*((?:"(?:[^"]|"")*"|[^"\r\n])*)/.exec(text)
  return record?.[1] ?? ''
}
