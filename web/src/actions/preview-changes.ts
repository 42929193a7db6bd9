import type { ActionPreview } from '@firstline/contract/actions'

export interface PreviewChange {
  what: string
  before: string
  now: string
}

/** What two previews of the same action read differently. Ages always differ and are left out. */
export function changesBetween(before: ActionPreview, now: ActionPreview): PreviewChange[] {
  return [...changedReads(before, now), ...changedGuards(before, now)]
}

function changedReads(before: ActionPreview, now: ActionPreview): PreviewChange[] {
  return now.reads.flatMap((read) => {
    const old = before.reads.find(({ name }) => name === read.name)?.row ?? {}
    const row = read.row ?? {}
    return [...new Set([...Object.keys(old), ...Object.keys(row)])]
      .filter(
        (field) => !/_age_s$|^age_s$|_s$/.test(field) && wordOf(old[field]) !== wordOf(row[field]),
      )
      .map((field) => ({
        what: `${read.name}.${field}`,
        before: wordOf(old[field]),
        now: wordOf(row[field]),
      }))
  })
}

function changedGuards(before: ActionPreview, now: ActionPreview): PreviewChange[] {
  return now.guards
    .filter(({ id, isPassed }) =>
      before.guards.some((old) => old.id === id && old.isPassed !== isPassed),
    )
    .map(({ id, isPassed }) => ({ what: id, before: signOf(!isPassed), now: signOf(isPassed) }))
}

function wordOf(value: unknown): string {
  if (value === null || value === undefined) return '–'
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string)
}

function signOf(isPassed: boolean): string {
  return isPassed ? '✓' : '✗'
}
