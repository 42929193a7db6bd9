import type { ActionRun, TargetAnswer } from '@firstline/contract/actions'
import { useTranslation } from 'react-i18next'
import { SourceRecord } from '#web/accounts/SourceRecord.tsx'
import { ownWordsFor } from '#web/i18n/said.ts'
import { CodeText } from '#web/ui/CodeText.tsx'
import { CopyableId } from '#web/ui/CopyableId.tsx'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { RecordSummary } from '#web/ui/RecordValue.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { RequestText } from './RequestText.tsx'

/** For whoever has to know exactly: what was read, sent, answered and verified. */
export function ReceiptDetails({ run }: { run: ActionRun }) {
  const { t } = useTranslation('actions')
  const { verification, answer } = run
  return (
    <details className="mt-1.5">
      <summary className="w-fit cursor-default rounded-sm text-sm text-muted hover:text-ink">
        {t('details')}
      </summary>
      <div className="mt-2 flex flex-col gap-2 text-sm">
        <DefinitionList
          items={[
            { term: t('run'), detail: <CopyableId value={run.id} /> },
            {
              term: t('definition'),
              detail: t('definitionOf', { id: run.action.id, version: run.action.version }),
            },
            ...run.reads.map((read) => ({
              term: read.title,
              detail: <SourceRecord source={read.source} value={read.row} fields={6} />,
            })),
            ...(run.steps
              ? []
              : [
                  { term: t('attempts'), detail: run.attempts },
                  ...(answer ? [{ term: t('answer'), detail: <Answer answer={answer} /> }] : []),
                  {
                    term: t('verification'),
                    detail: (
                      <>
                        <CodeText>{verification.cel}</CodeText>{' '}
                        {verification.at && <RelativeTime at={verification.at} />}{' '}
                        {verification.detail && ownWordsFor(verification.said, verification.detail)}
                      </>
                    ),
                  },
                ]),
          ]}
        />
        {!run.steps && <RequestText request={run.request} />}
      </div>
    </details>
  )
}

function Answer({ answer }: { answer: TargetAnswer }) {
  if (answer.status !== null) return <>HTTP {answer.status}</>
  return <RecordSummary value={answer.body} fields={2} />
}
