import type { ActionPreview, ActionRun } from '@firstline/contract/actions'
import { ProblemError } from '@firstline/contract/client'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { Button } from '#web/ui/Button.tsx'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { Countdown } from '#web/ui/Countdown.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Progress } from '#web/ui/Progress.tsx'
import { Status } from '#web/ui/Status.tsx'
import { TextArea } from '#web/ui/TextArea.tsx'
import { useChange } from '#web/useChange.ts'
import { useUnsentText } from '#web/ui/useUnsentText.ts'
import { StopNotice } from './BlockNotice.tsx'
import type { ActionIntent } from './intent.ts'
import { PreviewDetails } from './PreviewDetails.tsx'
import { StaleNotice } from './StaleNotice.tsx'
import { usePreview } from './usePreview.ts'

type ConfirmActionProps = {
  ticketId: string
  intent: ActionIntent & { input: Record<string, unknown> }
  back?: { label: string; onPress: () => void }
  onClose: () => void
  onRun: (run: ActionRun) => void
}

/** Reads what will happen, and runs exactly that. */
export function ConfirmAction({ ticketId, intent, back, onClose, onRun }: ConfirmActionProps) {
  const { t } = useTranslation('actions')
  const failureOf = useFailure()
  const preview = usePreview(ticketId, intent.action, intent.input)
  const reason = useUnsentText(`reason.${ticketId}.${intent.action}`)
  const run = useChange('runAction', {
    ticketId,
    onDone(done) {
      reason.forget()
      onRun(done)
    },
  })
  const ask = useChange('requestActionApproval', {
    ticketId,
    event: 'action.approval_requested',
    onDone() {
      reason.forget()
      onClose()
    },
  })
  const { error } = run.error ? run : ask
  if (!preview.preview) {
    return preview.error ? (
      <>
        <ErrorState
          isCompact
          failure={failureOf(preview.error)}
          onRetry={() => void preview.readAgain()}
          isRetrying={preview.isReading}
        />
        {back && <Button onPress={back.onPress}>{back.label}</Button>}
      </>
    ) : (
      <Progress label={t('reading')} />
    )
  }
  return (
    <div className="flex flex-col gap-4">
      <StopNotice ticketId={ticketId} action={intent.action} />
      <StaleNotice
        isStale={isStale(error)}
        before={preview.before}
        now={preview.preview}
        isReading={preview.isReading}
      />
      <PreviewDetails preview={preview.preview} />
      <Confirmation
        key={preview.preview.token ?? 'none'}
        reason={reason}
        preview={preview.preview}
        error={isStale(error) ? null : error}
        isRunning={run.isPending || ask.isPending}
        isReading={preview.isReading}
        onReadAgain={() => {
          run.reset()
          ask.reset()
          void preview.readAgain()
        }}
        onConfirm={confirm}
        back={back ?? { label: t('cancel'), onPress: onClose }}
      />
    </div>
  )

  function confirm(token: string, reason: string) {
    const { runbookRunId } = intent
    const change = preview.preview?.approval ? ask : run
    change.mutate(
      { params: { ticketId }, body: { token, reason, ...(runbookRunId && { runbookRunId }) } },
      // Nothing was done: what changed since is shown, to be confirmed or not.
      { onError: (error) => isStale(error) && void preview.readAgain() },
    )
  }
}

function isStale(error: Error | null): boolean {
  return error instanceof ProblemError && error.problem.reason === 'action.preview-stale'
}

type ConfirmationProps = {
  preview: ActionPreview
  reason: ReturnType<typeof useUnsentText>
  /** Why it was not done; stands where one has just pressed. */
  error: Error | null
  isRunning: boolean
  isReading: boolean
  onReadAgain: () => void
  onConfirm: (token: string, reason: string) => void
  back: { label: string; onPress: () => void }
}

function Confirmation(props: ConfirmationProps) {
  const { preview, reason, error, isRunning, isReading, onReadAgain, onConfirm, back } = props
  const { t } = useTranslation('actions')
  const failureOf = useFailure()
  const [isExpired, setExpired] = useState(false)
  const { token, expiresAt, isRunnable, needsReason, approval } = preview
  const label = approval ? t('askApproval') : t('confirm')
  return (
    <Form
      className="sticky -bottom-4 -mx-4 -mb-4 flex flex-col gap-3 border-t border-line bg-raised p-4"
      sendKey={{ label }}
      onSubmit={confirm}
    >
      {approval && (
        <Status meaning="pending">
          {t('needsApproval', { role: t(`role.${approval.role}`) })}
        </Status>
      )}
      {isRunnable && (
        <TextArea
          label={t('reason')}
          description={needsReason ? t('reasonNeeded') : t('reasonOptional')}
          rows={1}
          autoFocus
          isRequired={needsReason}
          value={reason.text}
          onChange={reason.change}
        />
      )}
      {error && <ErrorState isCompact failure={failureOf(error)} />}
      <div className="flex flex-wrap items-center justify-end gap-2">
        <span className="mr-auto text-sm text-muted" role="status">
          {!isRunnable && t('notRunnable')}
          {isRunnable && isExpired && t('expired')}
          {isRunnable && !isExpired && expiresAt && (
            <>
              {t('validFor')} <Countdown until={expiresAt} onEnd={() => setExpired(true)} />
            </>
          )}
        </span>
        <Button onPress={back.onPress}>{back.label}</Button>
        {isExpired || !isRunnable ? (
          <Button onPress={onReadAgain} isPending={isReading}>
            {t('readAgain')}
          </Button>
        ) : (
          <SubmitButton shortcut="mod+enter" isPending={isRunning || isReading}>
            {label}
          </SubmitButton>
        )}
      </div>
    </Form>
  )

  function confirm() {
    if (!isRunnable || isExpired) return onReadAgain()
    if (token && !isRunning && !isReading) onConfirm(token, reason.text.trim())
  }
}
