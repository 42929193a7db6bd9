import type { RunbookRun } from '@firstline/contract/runbooks'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { AssignAccount } from '#web/accounts/AssignAccount.tsx'
import { ActionSheet } from '#web/actions/ActionSheet.tsx'
import { useActionRuns } from '#web/actions/useActionRuns.ts'
import { apiQuery } from '#web/api.ts'
import { EscalateDialog } from '#web/escalations/EscalateDialog.tsx'
import { ReopenDialog } from '#web/tickets/conversation/MoreMenu.tsx'
import { ResolveDialog } from '#web/tickets/conversation/ResolveDialog.tsx'
import { MergeTicket } from '#web/tickets/merging/MergeTicket.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import type { TicketWork } from './useTicketWork.ts'

/** What opens over the ticket, one at a time. */
export function TicketDialogs({ work }: { work: TicketWork }) {
  const { t } = useTranslation('conversation')
  const { ticket, asked, ask, answered, composer } = work
  const params = { ticketId: ticket.id }
  const { data: runs } = useQuery(apiQuery('listRunbookRuns', { params }))
  const latestRun = runs?.items.find(({ state }) => state !== 'abandoned') ?? null
  const suggestion = useSuggestion(ticket.id, latestRun)
  return (
    <>
      <ActionSheet
        ticketId={ticket.id}
        intent={asked?.kind === 'action' ? asked.intent : null}
        onClose={answered}
        onRun={() => {
          // Its receipt stands in the conversation.
          work.setTab('conversation')
          answered()
        }}
      />
      <EscalateDialog
        ticket={ticket}
        run={latestRun}
        isOpen={asked?.kind === 'escalate'}
        onOpenChange={answered}
      />
      <ResolveDialog
        ticket={ticket}
        suggestion={suggestion}
        isOpen={asked?.kind === 'resolve'}
        onOpenChange={answered}
        onResolved={composer.close}
      />
      <MergeTicket
        ticket={ticket}
        isOpen={asked?.kind === 'merge'}
        onOpenChange={(isOpen) => (isOpen ? ask({ kind: 'merge' }) : answered())}
      />
      <ReopenDialog ticket={ticket} isOpen={asked?.kind === 'reopen'} onClose={answered} />
      <Dialog title={t('chooseAccount')} isOpen={asked?.kind === 'account'} onOpenChange={answered}>
        <AssignAccount ticket={ticket} onAssigned={answered} />
      </Dialog>
    </>
  )
}

/** What was found and done, as the beginning of the summary. */
function useSuggestion(ticketId: string, run: RunbookRun | null): string {
  const runs = useActionRuns(ticketId)
  const cause = run?.outcome && `${run.runbook.title}: ${run.outcome.cause}.`
  const done = runs
    .filter(({ state, undo, undoes }) => state === 'verified' && !undo?.runId && !undoes)
    .map(({ action, input }) => [action.title, ...Object.values(input)].join(' '))
    .reverse()
  return [cause, ...done.map((words) => `${words}.`)].filter(Boolean).join(' ')
}
