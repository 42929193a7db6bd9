import { ownProperty, setOwnProperty } from '@firstline/contract/own-property'
import type { MaskKind } from '@firstline/contract/formats/source'
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
  return rows.map((row) => {
    const shown = { ...row }
    for (const [field, kind] of masked) {
      if (ownProperty(shown, field) !== null && ownProperty(shown, field) !== undefined) {
        setOwnProperty(shown, field, masks[kind](String(ownProperty(shown, field))))
      }
    }
    return shown
  })
}

function firstOf(word: string): string {
  return Array.from(word)[0] ?? ''
}
