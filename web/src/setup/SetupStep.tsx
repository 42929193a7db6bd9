import type { SetupStepName, SetupSteps } from '@firstline/contract/setup'
import { CircleMinus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangeWithToast } from '#web/useChangeWithToast.ts'
import { Button } from '#web/ui/Button.tsx'
import { Status } from '#web/ui/Status.tsx'

const meanings = {
  done: 'held',
  failing: 'broken',
  skipped: 'neutral',
  open: 'pending',
} as const

type SetupStepProps = {
  step: SetupStepName
  steps: SetupSteps
  /** A page of the documents that ship with the desk. */
  guide: string
  /** Where it stands, and how it is done. */
  children: ReactNode
  action?: ReactNode
}

/** Why, where it stands, the one thing to do, and the way to do without. */
export function SetupStep({ step, steps, guide, children, action }: SetupStepProps) {
  const { t } = useTranslation('setup')
  const state = steps.states[step]
  const change = { event: 'setup.step_skipped' }
  const skip = useChangeWithToast('skipSetupStep', change)
  const resume = useChangeWithToast('resumeSetupStep', change)
  const title = t(`${step}.title`)
  return (
    <li
      aria-label={title}
      className="flex flex-col gap-2 border-b border-line px-4 py-4 last:border-b-0"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="font-semibold">{title}</h2>
        <span className="text-sm">
          <Status meaning={meanings[state]} {...(state === 'skipped' && { icon: CircleMinus })}>
            {t(`state.${state}`)}
          </Status>
        </span>
      </div>
      <p className="text-sm text-pretty text-muted">{t(`${step}.why`)}</p>
      {state !== 'skipped' && (
        <div className="flex flex-col gap-2 text-sm empty:hidden">{children}</div>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {state !== 'skipped' && action}
        {state === 'open' && (
          <Button
            size="small"
            variant="ghost"
            aria-label={t('skipStep', { step: title })}
            isDisabled={skip.isPending}
            onPress={() => skip.change({ params: { step } })}
          >
            {t('skip')}
          </Button>
        )}
        {state === 'skipped' && (
          <Button
            size="small"
            aria-label={t('resumeStep', { step: title })}
            isDisabled={resume.isPending}
            onPress={() => resume.change({ params: { step } })}
          >
            {t('resume')}
          </Button>
        )}
        <span className="ml-auto text-xs text-muted">{t('docs', { file: `docs/${guide}` })}</span>
      </div>
    </li>
  )
}
