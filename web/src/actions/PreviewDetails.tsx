import type { ActionPreview, ActionUndo } from '@firstline/contract/actions'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CodeText } from '#web/ui/CodeText.tsx'
import { RecordSummary } from '#web/ui/RecordValue.tsx'
import { Status } from '#web/ui/Status.tsx'
import { GuardList } from './GuardList.tsx'
import { ReadList } from './ReadList.tsx'
import { RequestText } from './RequestText.tsx'
import { StepsAhead } from './StepsAhead.tsx'

/** What will happen, on whom, why it may, how it is checked and how it is taken back. */
export function PreviewDetails({ preview }: { preview: ActionPreview }) {
  const { t } = useTranslation('actions')
  return (
    <div className="flex flex-col gap-4">
      <Part title={t('willHappen')}>
        <p>
          <span className="font-medium">{preview.action.title}</span>{' '}
          {Object.values(preview.input).map((value) => (
            <CodeText key={String(value)}>{String(value)}</CodeText>
          ))}{' '}
          {t('on')} <span className="font-medium">{preview.account.name}</span>{' '}
          <CodeText>{preview.account.externalId}</CodeText>
        </p>
        {preview.dryRun && <DryRun dryRun={preview.dryRun} />}
      </Part>
      <Part title={preview.isRunnable ? t('guards') : t('guardsRefused')}>
        <GuardList guards={preview.guards} />
      </Part>
      {preview.reads.length > 0 && (
        <Part title={t('reads')}>
          <ReadList reads={preview.reads} />
        </Part>
      )}
      {preview.steps ? (
        <Part title={t('steps')}>
          <StepsAhead steps={preview.steps} />
        </Part>
      ) : (
        <OneCall preview={preview} />
      )}
    </div>
  )
}

function OneCall({ preview }: { preview: ActionPreview }) {
  const { t } = useTranslation('actions')
  return (
    <>
      <Part title={t('afterwards')}>
        <p>{t('verify', { count: preview.verify.withinSeconds })}</p>
        <UndoWords undo={preview.undo} />
      </Part>
      <details>
        <summary className="w-fit cursor-default rounded-sm text-sm text-muted hover:text-ink">
          {t('exactRequest')}
        </summary>
        <RequestText request={preview.request} />
        <p className="mt-2 text-muted">
          {t('verifyUntil')} <CodeText>{preview.verify.cel}</CodeText>
        </p>
      </details>
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className="mb-1 text-sm font-medium text-muted">{title}</h3>
      {children}
    </section>
  )
}

function UndoWords({ undo }: { undo: ActionUndo }) {
  const { t } = useTranslation('actions')
  if ('none' in undo) {
    return (
      <p className="text-muted">
        {t('noUndo')} {undo.none}
      </p>
    )
  }
  return (
    <p className="text-muted">
      {t('undoBy', { title: undo.title, count: Math.round(undo.withinSeconds / 60) })}
    </p>
  )
}

function DryRun({ dryRun }: { dryRun: NonNullable<ActionPreview['dryRun']> }) {
  const { t } = useTranslation('actions')
  const answer = dryRun.answer?.body
  const words =
    typeof answer === 'object' && answer !== null && 'summary' in answer && answer.summary
  return (
    <div className="mt-1">
      {dryRun.isAccepted ? (
        <Status meaning="held">{t('dryRunAccepted')}</Status>
      ) : (
        <Status meaning="broken">{dryRun.error ?? t('dryRunRefused')}</Status>
      )}
      <p className="text-muted">
        {typeof words === 'string' ? words : <RecordSummary value={answer} fields={6} />}
      </p>
    </div>
  )
}
