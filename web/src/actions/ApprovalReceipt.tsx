import type { ActionApproval, ActionApprovalState } from '@firstline/contract/approvals'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { Button } from '#web/ui/Button.tsx'
import { Countdown } from '#web/ui/Countdown.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Status } from '#web/ui/Status.tsx'
import { Quoted } from '#web/ui/Quoted.tsx'
import type { Meaning } from '#web/ui/Status.tsx'
import { useChange } from '#web/useChange.ts'
import { ReceiptHeader } from './ReceiptHeader.tsx'

/** In the conversation: what waits for a second person, or what came of waiting. */
export function ApprovalReceipt({ approval }: { approval: ActionApproval }) {
  const { t } = useTranslation('actions')
  const { action, input, by, requestedAt, reason } = approval
  return (
    <article
      aria-label={t('approvalOf', { title: action.title })}
      className="rounded-md border border-line bg-surface px-4 pt-2.5 pb-3"
    >
      <ReceiptHeader title={action.title} input={input} tools={<Withdraw approval={approval} />} />
      <p className="text-sm text-muted">
        {t('byAt', { name: by.name })} <RelativeTime at={requestedAt} />
        {approval.undoes && <> · {t('takesBack')}</>}
        {reason && (
          <>
            {' '}
            · <Quoted text={reason} />
          </>
        )}
      </p>
      <div role="status" className="mt-1.5">
        <ApprovalStatus approval={approval} />
      </div>
    </article>
  )
}

const meanings: Record<ActionApprovalState, Meaning> = {
  waiting: 'pending',
  approved: 'held',
  refused: 'neutral',
  withdrawn: 'neutral',
  expired: 'neutral',
  stale: 'neutral',
}

export function ApprovalStatus({ approval }: { approval: ActionApproval }) {
  const { t } = useTranslation('actions')
  const { state, role, decision, expiresAt } = approval
  return (
    <>
      <Status meaning={meanings[state]}>
        {state === 'waiting'
          ? t('waitsFor', { role: t(`role.${role}`) })
          : t(`approval.${state}`, { name: decision?.by?.name ?? '' })}
      </Status>{' '}
      {state === 'waiting' && (
        <span className="text-sm text-muted">
          {t('validFor')} <Countdown until={expiresAt} />
        </span>
      )}
      {decision?.reason && (
        <p className="text-muted">
          <Quoted text={decision.reason} />
        </p>
      )}
    </>
  )
}

function Withdraw({ approval }: { approval: ActionApproval }) {
  const { t } = useTranslation('actions')
  const failureOf = useFailure()
  const withdraw = useChange('withdrawActionApproval', {
    ticketId: approval.ticket.id,
    event: 'action.approval_withdrawn',
  })
  if (!approval.mayWithdraw) return null
  return (
    <>
      <Button
        size="small"
        isPending={withdraw.isPending}
        onPress={() => withdraw.mutate({ params: { approvalId: approval.id } })}
      >
        {t('withdraw')}
      </Button>
      {withdraw.error && <ErrorState isCompact failure={failureOf(withdraw.error)} />}
    </>
  )
}
