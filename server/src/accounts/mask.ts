import type { MaskKind } from '@firstline/contract/formats/source'
import { withRowField } from '@firstline/contract/row-field'
import type { Source } from './load-sources.ts'
import type { Row } from '#server/connections/row-types.ts'

/** What may be seen without a reason: enough to recognise a value, not enough to use it. */
const masks: Record<MaskKind, (text: string) => string> = {
  email: (text) => {
    const at = text.lastIndexOf('@')
    return at < 1 ? '•••' : `${firstOf(text)}•••${text.slice(at)}`
  },
  phone: (text) => `•••${text.replaceAll(/\D/g, '').slice(-3)}`,
  name: (text) =>
    text
      .split(/\s+/)
      .map((word) => `${firstOf(word)}•••`)
      .join(' '),
  hidden: () => '•••',
}

/** Rows as they may be shown, kept and handed over: everywhere but inside a decision. */
export function maskRows(source: Pick<Source, 'mask'>, rows: readonly Row[]): Row[] {
  const masked = Object.entries(source.mask)
  if (masked.length === 0) return [...rows]
  return rows.map((row) =>
    masked.reduce<Row>(
      (shown, [field, kind]) => withRowField(shown, field, (value) => covered(kind, value)),
      row,
    ),
  )
}

/** What has parts is none of the forms a mask keeps something of. */
function covered(kind: MaskKind, value: unknown): string {
  return masks[typeof value === 'object' ? 'hidden' : kind](String(value))
}

function firstOf(word: string): string {
  return Array.from(word)[0] ?? ''
}
