import type { ActionRun } from '@firstline/contract/actions'
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { useMay } from '#web/team/useMe.ts'
import { Button } from '#web/ui/Button.tsx'
import { Countdown } from '#web/ui/Countdown.tsx'
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx'
import { Status } from '#web/ui/Status.tsx'
import { useChange } from '#web/useChange.ts'

/** The way back while its window is open; itself an action, with guards and a receipt. */
export function UndoAction({ run }: { run: ActionRun }) {
  const { t } = useTranslation('actions')
  const failureOf = useFailure()
  const mayRun = useMay('action:run')
  const [isAsked, setAsked] = useState(false)
  const [isOver, setOver] = useState(false)
  const undo = useChange('undoActionRun', {
    ticketId: run.ticketId,
    onDone: () => setAsked(false),
  })
  if (!run.undo) return null
  if (run.undo.runId) return <Status meaning="neutral">{t('undone')}</Status>
  if (!run.undo.isOpen || isOver || !mayRun) return null
  return (
    <span className="flex items-center gap-2 text-sm text-muted">
      {run.undo.until && <Countdown until={run.undo.until} onEnd={() => setOver(true)} />}
      <Button size="small" icon={Undo2} onPress={() => setAsked(true)}>
        {t('undo')}
      </Button>
      <ReasonDialog
        title={t('undoTitle', { title: run.action.title })}
        explanation={t('undoWhy', { title: run.undo.title })}
        confirm={t('undoConfirm', { title: run.undo.title })}
        isOpen={isAsked}
        onOpenChange={setAsked}
        isPending={undo.isPending}
        failure={undo.error ? failureOf(undo.error) : undefined}
        onConfirm={(reason) => undo.mutate({ params: { runId: run.id }, body: { reason } })}
      />
    </span>
  )
}
