import type { ActionRunStep, ActionStepState } from '@firstline/contract/actions'
import { useTranslation } from 'react-i18next'
import { ownWordsFor } from '#web/i18n/said.ts'
import { CodeText } from '#web/ui/CodeText.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Status } from '#web/ui/Status.tsx'
import type { Meaning } from '#web/ui/Status.tsx'
import { RequestText } from './RequestText.tsx'
import { StepNumber } from './StepsAhead.tsx'

const meanings: Record<ActionStepState, Meaning> = {
  waiting: 'neutral',
  intended: 'pending',
  verifying: 'pending',
  verified: 'held',
  failed: 'broken',
  unknown: 'pending',
  undone: 'neutral',
}

/** What became of each step of a chain; what was sent and seen is there to be opened. */
export function StepsDone({ steps }: { steps: readonly ActionRunStep[] }) {
  const { t } = useTranslation('actions')
  return (
    <ol aria-label={t('steps')} className="mt-2 flex flex-col gap-1.5">
      {steps.map((step, i) => (
        <li key={step.id} className="flex gap-2">
          <StepNumber number={i + 1} />
          <div className="min-w-0 flex-1">
            <div className="flex flex-wrap items-baseline gap-x-3">
              <span className="min-w-0">{step.title}</span>
              <Status meaning={meanings[step.state]}>{t(`stepState.${step.state}`)}</Status>
            </div>
            {step.undoError && (
              <p className="text-sm text-muted">
                {ownWordsFor(step.undoError.said, step.undoError.detail)}
              </p>
            )}
            {step.request && <Sent step={step} request={step.request} />}
          </div>
        </li>
      ))}
    </ol>
  )
}

type SentProps = { step: ActionRunStep; request: NonNullable<ActionRunStep['request']> }

function Sent({ step: { answer, verification }, request }: SentProps) {
  const { t } = useTranslation('actions')
  return (
    <details>
      <summary className="w-fit cursor-default rounded-sm text-sm text-muted hover:text-ink">
        {t('details')}
      </summary>
      <RequestText request={request} />
      <p className="mt-1 text-sm text-muted">
        {answer?.status != null && <>HTTP {answer.status} · </>}
        <CodeText>{verification.cel}</CodeText>{' '}
        {verification.at && <RelativeTime at={verification.at} />}{' '}
        {verification.detail && ownWordsFor(verification.said, verification.detail)}
      </p>
    </details>
  )
}
