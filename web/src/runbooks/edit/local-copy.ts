import { ownKey } from '#web/ui/own-storage.ts'

/** What is being written, kept in this browser too: the server may be away, the tab may close. */
export type KeptText = { source: string; baseVersion: number; savedAt: string }

const keyOf = (runbookId: string) => ownKey(`runbook.${runbookId}`)

export function keepLocally(runbookId: string, copy: KeptText): void {
  try {
    localStorage.setItem(keyOf(runbookId), JSON.stringify(copy))
  } catch {
    // no room or not allowed: the copy on the server remains
  }
}

export function dropLocally(runbookId: string): void {
  localStorage.removeItem(keyOf(runbookId))
}

export function readLocally(runbookId: string): KeptText | null {
  try {
    const copy = JSON.parse(localStorage.getItem(keyOf(runbookId)) ?? 'null') as KeptText | null
    return typeof copy?.source === 'string' && typeof copy.baseVersion === 'number' ? copy : null
  } catch {
    return null
  }
}

/** The later of the two, unless it says what is saved already. */
export function textToContinue(
  local: KeptText | null,
  server: KeptText | null,
  saved: string,
): KeptText | null {
  const latest = [local, server]
    .filter((copy) => copy !== null)
    .toSorted((a, b) => b.savedAt.localeCompare(a.savedAt))[0]
  return latest && latest.source !== saved ? latest : null
}
