import type { Opportunity } from '@firstline/contract/opportunities'
import { FileText, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { useMay } from '#web/team/useMe.ts'
import { Button } from '#web/ui/Button.tsx'
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx'
import { toast } from '#web/ui/Toast.tsx'
import { OpenDraft } from './OpenDraft.tsx'
import { useDecide } from './useOpportunities.ts'
import { WriteRunbook } from './WriteRunbook.tsx'

type OpportunityToolsProps = {
  opportunity: Opportunity
  onIssue: () => void
}

/** The one step that begins it, and the way to say that it will not be. */
export function OpportunityTools({ opportunity, onIssue }: OpportunityToolsProps) {
  const { t } = useTranslation('opportunities')
  const mayDecide = useMay('opportunity:decide')
  const { state, missing, draft, decided } = opportunity
  const isToDo = state === 'open' || state === 'started'
  // other returns make drafts too, but what is missing is not in them
  const isDraftIt = draft !== null && missing === 'runbook'
  return (
    <div className="flex flex-wrap items-center gap-2">
      {isDraftIt && <OpenDraft draft={draft} variant="primary" />}
      {isToDo && missing === 'runbook' && !draft && <WriteRunbook opportunity={opportunity} />}
      {isToDo && (
        <Button size="small" icon={FileText} onPress={onIssue}>
          {t(state === 'open' && mayDecide && !isDraftIt ? 'start' : 'issue')}
        </Button>
      )}
      {draft && !isDraftIt && <OpenDraft draft={draft} variant="quiet" />}
      {mayDecide && isToDo && <Dismiss opportunity={opportunity} />}
      {mayDecide && decided && <TakeBack opportunity={opportunity} />}
    </div>
  )
}

function Dismiss({ opportunity: { id } }: { opportunity: Opportunity }) {
  const { t } = useTranslation('opportunities')
  const failureOf = useFailure()
  const [isAsked, setAsked] = useState(false)
  const dismiss = useDecide('dismissOpportunity', () => setAsked(false))
  return (
    <>
      <Button size="small" variant="ghost" onPress={() => setAsked(true)}>
        {t('dismiss.open')}
      </Button>
      <ReasonDialog
        title={t('dismiss.title')}
        explanation={t('dismiss.explanation')}
        confirm={t('dismiss.confirm')}
        leastLength={10}
        isOpen={isAsked}
        onOpenChange={setAsked}
        isPending={dismiss.isPending}
        failure={dismiss.error ? failureOf(dismiss.error) : undefined}
        onConfirm={(reason) => dismiss.mutate({ params: { id }, body: { reason } })}
      />
    </>
  )
}

function TakeBack({ opportunity: { id } }: { opportunity: Opportunity }) {
  const { t } = useTranslation('opportunities')
  const failureOf = useFailure()
  const reopen = useDecide('reopenOpportunity')
  return (
    <Button
      size="small"
      icon={Undo2}
      isPending={reopen.isPending}
      onPress={() =>
        reopen.mutate(
          { params: { id } },
          { onError: (error) => toast({ text: failureOf(error).what, meaning: 'broken' }) },
        )
      }
    >
      {t('takeBack')}
    </Button>
  )
}
