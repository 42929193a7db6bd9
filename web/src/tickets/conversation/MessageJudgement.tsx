import type { Message, Ticket } from '@firstline/contract/tickets'
import { MessageCircleHeart, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { useMay } from '#web/team/useMe.ts'
import { Button } from '#web/ui/Button.tsx'
import { Status } from '#web/ui/Status.tsx'
import { toast } from '#web/ui/Toast.tsx'
import { useChange } from '#web/useChange.ts'

type MessageJudgementProps = {
  message: Message
  ticket: Pick<Ticket, 'id' | 'state'>
  /** It brought the ticket back. */
  hasReturned: boolean
}

/** What an answer was taken for, and the click that says it was not. */
export function MessageJudgement({ message, ticket, hasReturned }: MessageJudgementProps) {
  const { t } = useTranslation('conversation')
  const mayWrite = useMay('ticket:write')
  if (message.judged) {
    return (
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Status meaning="neutral" icon={MessageCircleHeart}>
          {t(`judged.${message.judged}`)}
        </Status>
        {mayWrite && <TakeAsWork message={message} ticket={ticket} />}
      </div>
    )
  }
  const isUndoable = hasReturned && ticket.state === 'open' && mayWrite
  return isUndoable ? <TakeAsCourtesy message={message} ticket={ticket} /> : null
}

type JudgedProps = Pick<MessageJudgementProps, 'message' | 'ticket'>

function TakeAsWork({ message, ticket }: JudgedProps) {
  const { t } = useTranslation('conversation')
  const failureOf = useFailure()
  const change = useChange('takeAsWork', { ticketId: ticket.id })
  return (
    <Button
      size="small"
      icon={Undo2}
      isPending={change.isPending}
      onPress={() =>
        change.mutate(
          { params: { messageId: message.id } },
          { onError: (error) => toast({ text: failureOf(error).what, meaning: 'broken' }) },
        )
      }
    >
      {ticket.state === 'open' ? t('judged.isWork') : t('judged.reopens')}
    </Button>
  )
}

function TakeAsCourtesy({ message, ticket }: JudgedProps) {
  const { t } = useTranslation('conversation')
  const failureOf = useFailure()
  const change = useChange('takeAsCourtesy', { ticketId: ticket.id })
  const take = (as: 'courtesy' | 'absence') =>
    change.mutate(
      { params: { messageId: message.id }, body: { as } },
      { onError: (error) => toast({ text: failureOf(error).what, meaning: 'broken' }) },
    )
  return (
    <div className="mt-2 flex flex-wrap items-center gap-1">
      <Button
        size="small"
        variant="ghost"
        isPending={change.isPending}
        onPress={() => take('courtesy')}
      >
        {t('judged.onlyThanks')}
      </Button>
      <Button
        size="small"
        variant="ghost"
        isPending={change.isPending}
        onPress={() => take('absence')}
      >
        {t('judged.onlyAbsence')}
      </Button>
    </div>
  )
}
