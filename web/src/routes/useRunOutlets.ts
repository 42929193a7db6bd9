import type { ActionRun } from '@firstline/contract/actions'
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
          input: action.input,
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
  return run.action.id === action.id && JSON.stringify(run.input) === JSON.stringify(action.input)
}
