import type { ActionPreview } from '@firstline/contract/actions'
import { ownProperty } from '@firstline/contract/own-property'
import { nameWords, textOf } from '#web/ui/record-fields.ts'

type PreviewChange = {
  what: string
  before: string
  now: string
}

/** What two previews of the same action read differently. Ages always differ and are left out. */
export function changesBetween(
  before: ActionPreview,
  now: ActionPreview,
  columnsOf: (source: string) => readonly { field: string; title: string }[],
): PreviewChange[] {
  return now.reads.flatMap((read) => {
    const old = before.reads.find(({ name }) => name === read.name)?.row ?? {}
    const row = read.row ?? {}
    return [...new Set([...Object.keys(old), ...Object.keys(row)])]
      .filter(
        (field) =>
          !field.endsWith('_s') &&
          wordOf(ownProperty(old, field)) !== wordOf(ownProperty(row, field)),
      )
      .map((field) => ({
        what: `${read.title}: ${calledBy(columnsOf(read.source), field)}`,
        before: wordOf(ownProperty(old, field)),
        now: wordOf(ownProperty(row, field)),
      }))
  })
}

function calledBy(columns: readonly { field: string; title: string }[], field: string): string {
  return columns.find((column) => column.field === field)?.title ?? nameWords(field, null)
}

function wordOf(value: unknown): string {
  return value === null || value === undefined ? '–' : textOf(value)
}
