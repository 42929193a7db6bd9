import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { useMay } from '#web/team/useMe.ts'
import { StopButton } from '#web/ui/StopButton.tsx'
import { useChange } from '#web/useChange.ts'

type RuleSwitchProps = {
  /** Null: all of them. */
  rule: string | null
  title: string
  isStopped: boolean
}

/** Switches a rule off on every node at once, or on again; both with a reason on record. */
export function RuleSwitch({ rule, title, isStopped }: RuleSwitchProps) {
  const { t } = useTranslation('rules')
  const failureOf = useFailure()
  const mayStop = useMay('rule:stop')
  const [isAsked, setAsked] = useState(false)
  const options = { event: 'rule.stopped', onDone: () => setAsked(false) }
  const stop = useChange('stopRule', options)
  const resume = useChange('resumeRule', options)
  const change = isStopped ? resume : stop
  if (!mayStop) return null
  const words = isStopped ? 'resume' : 'stop'
  return (
    <StopButton
      isStopped={isStopped}
      words={{
        button: t(rule === null ? `${words}All` : words),
        confirm: t(words),
        title: t(`${words}Title`, { title }),
        explanation: t(`${words}Why`),
      }}
      isOneOfMany={rule !== null}
      isAsked={isAsked}
      onAsk={setAsked}
      isPending={change.isPending}
      failure={change.error ? failureOf(change.error) : undefined}
      onConfirm={(reason) => change.mutate({ body: { rule, reason } })}
    />
  )
}
