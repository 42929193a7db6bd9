import type { RunbookRun, RunOutcome } from '@firstline/contract/runbooks'
import type { Meaning } from '#web/ui/Status.tsx'

export type OutcomeAction = RunOutcome['actions'][number]

/** What the rest of the ticket does for a run. */
export type RunOutlets = {
  onAction: (action: OutcomeAction, run: RunbookRun) => void
  onEscalate: () => void
  onInsertReply: (text: string) => void
  isEscalated: boolean
  /** How an action of this run stands, once it was started. */
  standingOf: (action: OutcomeAction, run: RunbookRun) => { meaning: Meaning; word: string } | null
}
