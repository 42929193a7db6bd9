import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { useMay } from '#web/team/useMe.ts'
import { StopButton } from '#web/ui/StopButton.tsx'
import { useChange } from '#web/useChange.ts'

type StopSwitchProps = {
  /** Null: all of them. */
  action: string | null
  title: string
  isStopped: boolean
}

/** Stops an action on every node at once, or lets it run again; both with a reason on record. */
export function StopSwitch({ action, title, isStopped }: StopSwitchProps) {
  const { t } = useTranslation('actions')
  const failureOf = useFailure()
  const mayStop = useMay('action:stop')
  const [isAsked, setAsked] = useState(false)
  const options = { event: 'action.stopped', onDone: () => setAsked(false) }
  const stop = useChange('stopAction', options)
  const resume = useChange('resumeAction', options)
  const change = isStopped ? resume : stop
  if (!mayStop) return null
  const words = isStopped ? 'resume' : 'stop'
  return (
    <StopButton
      isStopped={isStopped}
      words={{
        button: t(action === null ? `${words}All` : words),
        confirm: t(words),
        title: t(`${words}Title`, { title }),
        explanation: t(`${words}Why`),
      }}
      isOneOfMany={action !== null}
      isAsked={isAsked}
      onAsk={setAsked}
      isPending={change.isPending}
      failure={change.error ? failureOf(change.error) : undefined}
      onConfirm={(reason) => change.mutate({ body: { action, reason } })}
    />
  )
}
