import type { ActionApproval } from '@firstline/contract/approvals'
import { Check, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ownWordsFor } from '#web/i18n/said.ts'
import { useFailure } from '#web/failure.ts'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx'
import { toast } from '#web/ui/Toast.tsx'
import { useChange } from '#web/useChange.ts'

/** Yes runs it at once; no wants a reason. Who may not decide is told why. */
export function DecideApproval({ approval }: { approval: ActionApproval }) {
  const { t } = useTranslation('actions')
  const failureOf = useFailure()
  const [isRefusing, setRefusing] = useState(false)
  const { id, ticket, action, hindrance } = approval
  const options = { ticketId: ticket.id, event: 'action.approval_decided' }
  const approve = useChange('approveAction', { ...options, onDone: () => leave('approvedToast') })
  const refuse = useChange('refuseActionApproval', {
    ...options,
    onDone: () => {
      setRefusing(false)
      leave('refusedToast')
    },
  })
  if (hindrance)
    return <p className="text-sm text-muted">{ownWordsFor(hindrance.said, hindrance.say)}</p>
  return (
    <div className="flex flex-col gap-2">
      {approve.error && <ErrorState isCompact failure={failureOf(approve.error)} />}
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          icon={Check}
          isPending={approve.isPending}
          onPress={() => approve.mutate({ params: { approvalId: id }, body: {} })}
        >
          {t('approve')}
        </Button>
        <Button icon={X} onPress={() => setRefusing(true)}>
          {t('refuse')}
        </Button>
      </div>
      <ReasonDialog
        title={t('refuseTitle', { title: action.title })}
        explanation={t('refuseWhy', { name: approval.by.name })}
        confirm={t('refuse')}
        isOpen={isRefusing}
        onOpenChange={setRefusing}
        isPending={refuse.isPending}
        failure={refuse.error ? failureOf(refuse.error) : undefined}
        onConfirm={(reason) => refuse.mutate({ params: { approvalId: id }, body: { reason } })}
      />
    </div>
  )

  /** What was decided is gone from the list, and the button with it: the page keeps the focus. */
  function leave(said: 'approvedToast' | 'refusedToast') {
    toast({ text: t(said, { title: action.title, name: approval.by.name }) })
    document.getElementById('content')?.focus()
  }
}
