import type { ActionRun } from '@firstline/contract/actions'
import { ProblemError } from '@firstline/contract/client'
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { useMay } from '#web/team/useMe.ts'
import { Button } from '#web/ui/Button.tsx'
import { Countdown } from '#web/ui/Countdown.tsx'
import { useHotkeys } from '#web/ui/Hotkeys.tsx'
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx'
import { Status } from '#web/ui/Status.tsx'
import { useChange } from '#web/useChange.ts'

/** The way back while its window is open; itself an action, with guards and a receipt. */
export function UndoAction({ run, hasKey }: { run: ActionRun; hasKey: boolean }) {
  const { t } = useTranslation('actions')
  const failureOf = useFailure()
  const mayRun = useMay('action:run')
  const [isAsked, setAsked] = useState(false)
  const [isOver, setOver] = useState(false)
  const options = { ticketId: run.ticketId, onDone: () => setAsked(false) }
  const undo = useChange('undoActionRun', options)
  const ask = useChange('requestUndoApproval', { ...options, event: 'action.approval_requested' })
  const mayUndo = mayRun && run.undo !== null && run.undo.isOpen && !isOver
  const error = isWaiting(undo.error) ? ask.error : undo.error
  useHotkeys([
    { keys: 'u', label: t('undo'), isDisabled: !hasKey || !mayUndo, run: () => setAsked(true) },
  ])
  if (!run.undo) return null
  if (run.undo.runId) return <Status meaning="neutral">{t('undone')}</Status>
  if (!mayUndo) return null
  return (
    <span className="flex items-center gap-2 text-sm text-muted">
      {run.undo.until && <Countdown until={run.undo.until} onEnd={() => setOver(true)} />}
      <Button
        size="small"
        icon={Undo2}
        onPress={() => setAsked(true)}
        {...(hasKey && { shortcut: 'u' })}
      >
        {t('undo')}
      </Button>
      <ReasonDialog
        title={t('undoTitle', { title: run.action.title })}
        explanation={t('undoWhy', { title: run.undo.title })}
        confirm={t('undoConfirm', { title: run.undo.title })}
        isOpen={isAsked}
        onOpenChange={setAsked}
        isPending={undo.isPending || ask.isPending}
        failure={error ? failureOf(error) : undefined}
        onConfirm={takeBack}
      />
    </span>
  )

  /** Where taking back needs a second person too, that person is asked. */
  function takeBack(reason: string) {
    const request = { params: { runId: run.id }, body: { reason } }
    undo.mutate(request, { onError: (refusal) => isWaiting(refusal) && ask.mutate(request) })
  }
}

function isWaiting(error: Error | null): boolean {
  return error instanceof ProblemError && error.problem.reason === 'action.needs-approval'
}
