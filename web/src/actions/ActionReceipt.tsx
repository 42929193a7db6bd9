import type { ActionRun } from '@firstline/contract/actions'
import { SearchCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { useMay } from '#web/team/useMe.ts'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Progress } from '#web/ui/Progress.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Quoted } from '#web/ui/Quoted.tsx'
import { ownWordsFor } from '#web/i18n/said.ts'
import { Status } from '#web/ui/Status.tsx'
import { useChange } from '#web/useChange.ts'
import { ReceiptDetails } from './ReceiptDetails.tsx'
import { ReceiptHeader } from './ReceiptHeader.tsx'
import { meaningOfRun } from './run-state.ts'
import { StepsDone } from './StepsDone.tsx'
import { UndoAction } from './UndoAction.tsx'

type ActionReceiptProps = {
  run: ActionRun
  /** `U` takes this one back: of several only the newest. */
  hasUndoKey?: boolean
}

/** What was done, what came of it, and the way back while there is one. */
export function ActionReceipt({ run, hasUndoKey }: ActionReceiptProps) {
  const { t } = useTranslation('actions')
  return (
    <article
      aria-label={t('receipt', { title: run.action.title })}
      className="rounded-md border border-line bg-surface px-4 pt-2.5 pb-3"
    >
      <ReceiptHeader
        title={run.action.title}
        input={run.input}
        tools={<UndoAction run={run} hasKey={hasUndoKey ?? false} />}
      />
      <p className="text-sm text-muted">
        {t('byAt', { name: run.by.name })} <RelativeTime at={run.intendedAt} />
        {run.undoes && (
          <> · {run.undoesStep ? t('takesBackStep', { step: run.undoesStep }) : t('takesBack')}</>
        )}
        {run.approval && <> · {t('approvedBy', { name: run.approval.by.name })}</>}
        {run.reason && (
          <>
            {' '}
            · <Quoted text={run.reason} />
          </>
        )}
      </p>
      <Outcome run={run} />
      {run.steps && <StepsDone steps={run.steps} />}
      <ReceiptDetails run={run} />
    </article>
  )
}

/** Spoken when it changes: one need not look for it. */
function Outcome({ run }: { run: ActionRun }) {
  const { t } = useTranslation('actions')
  const isUnderWay = run.state === 'intended' || run.state === 'verifying'
  const words = isUnderWay && run.isGoingBack ? t('goingBack') : t(`state.${run.state}`)
  return (
    <div className="mt-1.5">
      <div role="status" className="flex flex-col gap-1">
        <Status meaning={meaningOfRun(run.state)}>{words}</Status>
        {(run.state === 'failed' || run.state === 'unknown') && (
          <p className="text-muted">
            {run.error
              ? ownWordsFor(run.error.said, run.error.detail)
              : t(`explained.${run.state}`)}
          </p>
        )}
        {run.state === 'unknown' && <p className="text-muted">{t('unknownBlocks')}</p>}
        {run.state === 'unknown' && run.isGoingBack && (
          <p className="text-muted">{t('halfDone')}</p>
        )}
      </div>
      {isUnderWay && (
        <div className="mt-1 max-w-56">
          <Progress label={words} />
        </div>
      )}
      {run.state === 'unknown' && <VerifyAgain run={run} />}
    </div>
  )
}

function VerifyAgain({ run }: { run: ActionRun }) {
  const { t } = useTranslation('actions')
  const failureOf = useFailure()
  const mayRun = useMay('action:run')
  const verify = useChange('verifyActionRun', { ticketId: run.ticketId })
  if (!mayRun) return null
  return (
    <div className="mt-2">
      <Button
        size="small"
        icon={SearchCheck}
        isPending={verify.isPending}
        onPress={() => verify.mutate({ params: { runId: run.id } })}
      >
        {run.isGoingBack ? t('leaveAsIs') : t('verifyAgain')}
      </Button>
      {verify.error && <ErrorState isCompact failure={failureOf(verify.error)} />}
    </div>
  )
}
