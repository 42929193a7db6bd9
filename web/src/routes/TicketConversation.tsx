import { ActionReceipt } from '#web/actions/ActionReceipt.tsx'
import { ApprovalReceipt } from '#web/actions/ApprovalReceipt.tsx'
import { useActionRuns } from '#web/actions/useActionRuns.ts'
import { useOpenApprovals } from '#web/actions/useApprovals.ts'
import { UnknownAccount } from '#web/accounts/UnknownAccount.tsx'
import { RunbookCard } from '#web/runbooks/run/RunbookCard.tsx'
import { Lesson } from '#web/escalations/Lesson.tsx'
import type { TimelineEvent } from '#web/tickets/conversation/timeline-event.ts'
import { Composer } from '#web/tickets/conversation/Composer.tsx'
import { StickToEnd } from '#web/tickets/conversation/StickToEnd.tsx'
import { Timeline } from '#web/tickets/conversation/Timeline.tsx'
import { TicketBar } from './TicketBar.tsx'
import { useRunOutlets } from './useRunOutlets.ts'
import type { TicketWork } from './useTicketWork.ts'

type TicketConversationProps = {
  work: TicketWork
  /** What was said is read elsewhere. */
  isWithoutWords?: boolean
}

/** What was said and done, what to do next, and the place to write. */
export function TicketConversation({ work, isWithoutWords = false }: TicketConversationProps) {
  const { ticket, isOpen } = work
  const runs = useActionRuns(ticket.id)
  const outlets = useRunOutlets(work, runs)
  const undoable = runs.find(({ undo }) => undo?.isOpen)
  const receipts = [
    ...runs.map((run) => ({
      id: run.id,
      at: run.intendedAt,
      node: <ActionReceipt run={run} hasUndoKey={run === undoable} />,
    })),
    ...useOpenApprovals(ticket.id).map((approval) => ({
      id: approval.id,
      at: approval.requestedAt,
      node: <ApprovalReceipt approval={approval} />,
    })),
  ]
  return (
    <>
      <StickToEnd>
        <Timeline
          ticket={ticket}
          inserts={receipts}
          isToldElsewhere={isToldByReceipt}
          detailOf={lessonOf}
          isWithoutWords={isWithoutWords}
        />
        {!ticket.account && isOpen && <UnknownAccount ticket={ticket} />}
        {ticket.account && (
          <RunbookCard ticketId={ticket.id} isReadOnly={!isOpen} outlets={outlets} />
        )}
      </StickToEnd>
      {!ticket.joinedTo && (
        <>
          <Composer ticket={ticket} composer={work.composer} />
          <TicketBar work={work} />
        </>
      )}
    </>
  )
}

function isToldByReceipt(eventName: string): boolean {
  return eventName.startsWith('action.')
}

function lessonOf({ name, data }: TimelineEvent) {
  const isReturned = name === 'escalation.returned' && typeof data.escalation === 'string'
  return isReturned && <Lesson escalationId={String(data.escalation)} />
}
