import type { ActionRun } from '@firstline/contract/actions'
import { ownProperty } from '@firstline/contract/own-property'
import { useTranslation } from 'react-i18next'
import { meaningOfRun } from '#web/actions/run-state.ts'
import type { OutcomeAction, RunOutlets } from '#web/runbooks/run/outlets.ts'
import type { TicketWork } from './useTicketWork.ts'

/** Where a runbook's outcome leads: the action sheet, the escalation, the reply. */
export function useRunOutlets(work: TicketWork, runs: readonly ActionRun[]): RunOutlets {
  const { t } = useTranslation('actions')
  return {
    onAction: (action, run) =>
      work.ask({
        kind: 'action',
        intent: {
          action: action.id,
          title: action.title,
          input: action.open.length > 0 ? null : action.input,
          given: action.input,
          runbookRunId: run.id,
        },
      }),
    onEscalate: () => work.ask({ kind: 'escalate' }),
    isEscalated: work.ticket.escalatedAt !== null,
    onInsertReply: work.composer.insertReply,
    standingOf(action, run) {
      const latest = runs.find((done) => done.runbookRunId === run.id && isOf(done, action))
      if (!latest || latest.undo?.runId) return null
      return { meaning: meaningOfRun(latest.state), word: t(`state.${latest.state}`) }
    },
  }
}

function isOf(run: ActionRun, action: OutcomeAction): boolean {
  if (run.action.id !== action.id) return false
  if (action.open.length === 0) return isSame(run.input, action.input)
  // what the agent filled in is theirs; the rest is what the runbook found
  return Object.entries(action.input).every(([name, value]) =>
    isSame(ownProperty(run.input, name), value),
  )
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
