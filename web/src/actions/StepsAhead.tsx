import type { ActionPreviewStep } from '@firstline/contract/actions'
import { useTranslation } from 'react-i18next'
import { CodeText } from '#web/ui/CodeText.tsx'
import { RequestText } from './RequestText.tsx'

/** Every step of a chain as it will be sent, before it is confirmed as a whole. */
export function StepsAhead({ steps }: { steps: readonly ActionPreviewStep[] }) {
  const { t } = useTranslation('actions')
  return (
    <>
      <ol className="flex flex-col gap-3">
        {steps.map((step, i) => (
          <li key={step.id} className="flex gap-2">
            <StepNumber number={i + 1} />
            <div className="min-w-0 flex-1">
              <p className="font-medium">{step.title}</p>
              <RequestText request={step.request} />
              {step.dependsOn.length > 0 && (
                <p className="mt-1 text-sm text-muted">
                  {t('stepDepends')}{' '}
                  {step.dependsOn.map((path) => (
                    <CodeText key={path}>{path}</CodeText>
                  ))}
                </p>
              )}
              <p className="mt-1 text-sm text-muted">
                {t('verifyUntil')} <CodeText>{step.verify.cel}</CodeText>
              </p>
              <p className="text-sm text-muted">
                {'none' in step.undo
                  ? `${t('noUndo')} ${step.undo.none}`
                  : t('stepUndo', { title: step.undo.title })}
              </p>
            </div>
          </li>
        ))}
      </ol>
      <p className="mt-2 text-sm text-muted">{t('stepsRule')}</p>
    </>
  )
}

export function StepNumber({ number }: { number: number }) {
  return (
    <span aria-hidden className="w-4 shrink-0 text-right text-muted tabular-nums">
      {number}.
    </span>
  )
}
