import type { Hook } from './hooks-section.ts'
import { momentOf } from '#server/changes/read-path.ts'
import { linkOf } from './complete-change.ts'
import type { IncidentDraft } from './drafts.ts'

/** An incident as a message tells it. */
export type ToldIncident = {
  /** What its sender calls it; it may open again under this. */
  origin: string
  title: string
  impact: string | null
  services: string[]
  url: string | null
  isOpen: boolean
  openedAt: Date
  /** When it was as the message says. */
  at: Date
}

/** In this desk's words; or why it is none. */
export function completeIncident(
  hook: Hook,
  draft: IncidentDraft,
  now: Date,
): ToldIncident | { ignored: string } {
  if (draft.title === undefined) return { ignored: 'it has no title' }
  // a sender's clock that goes ahead must not end what is not over
  const momentOr = (value: unknown, other: Date) => {
    const moment = momentOf(value) ?? other
    return moment > now ? now : moment
  }
  const at = momentOr(draft.at, now)
  return {
    origin: `${hook.name}: ${draft.id}`.slice(0, 500).toWellFormed(),
    title: draft.title.slice(0, 300).toWellFormed(),
    impact: draft.impact?.slice(0, 60).toWellFormed() ?? null,
    services: [...new Set(draft.services.map((name) => hook.services.get(name) ?? name))]
      .filter((name) => name.length <= 120)
      .slice(0, 50),
    url: linkOf(draft.url),
    isOpen: draft.isOpen,
    openedAt: momentOr(draft.openedAt, at),
    at,
  }
}
