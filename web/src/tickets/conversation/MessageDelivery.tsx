import type { Message } from '@firstline/contract/tickets'
import { CircleCheck, RotateCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { Button } from '#web/ui/Button.tsx'
import { Status } from '#web/ui/Status.tsx'
import { toast } from '#web/ui/Toast.tsx'
import { TooltipText } from '#web/ui/Tooltip.tsx'
import { useChange } from '#web/useChange.ts'
import { UnsentReply } from './UnsentReply.tsx'

/** What became of a reply's mail. */
export function MessageDelivery({ message, ticketId }: { message: Message; ticketId: string }) {
  const { t } = useTranslation('conversation')
  const failureOf = useFailure()
  const retry = useChange('retryDelivery', { ticketId })
  const { delivery, deliveryError, deliveryDoubt } = message
  if (!delivery) return null
  if (deliveryDoubt === 'delayed') {
    return (
      <span className="flex flex-wrap items-center gap-x-2">
        <Status meaning="pending">{t('delivery.delayed')}</Status>
        <span className="text-muted wrap-anywhere">{deliveryError}</span>
      </span>
    )
  }
  if (delivery === 'sent' && deliveryDoubt === null) {
    return (
      <Status meaning="neutral" icon={CircleCheck}>
        {t('delivery.sent')}
      </Status>
    )
  }
  if (delivery === 'queued') {
    if (message.leavesAt && !deliveryError) {
      return <UnsentReply message={message} until={message.leavesAt} ticketId={ticketId} />
    }
    const words = <Status meaning="pending">{t('delivery.queued')}</Status>
    if (!deliveryError) return words
    return (
      <TooltipText text={deliveryError}>
        <span>{words}</span>
      </TooltipText>
    )
  }
  return (
    <span role="alert" className="flex flex-wrap items-center gap-2">
      <span className="min-w-0 wrap-anywhere">
        <Status meaning="broken">
          {deliveryDoubt === 'given_up' && `${t('delivery.givenUp')}. `}
          {deliveryError ?? t('delivery.failed')}
        </Status>
      </span>
      <Button
        size="small"
        icon={RotateCw}
        isPending={retry.isPending}
        onPress={() =>
          retry.mutate(
            { params: { messageId: message.id } },
            {
              onError: (error) => toast({ text: failureOf(error).what, meaning: 'broken' }),
            },
          )
        }
      >
        {t('delivery.retry')}
      </Button>
    </span>
  )
}
