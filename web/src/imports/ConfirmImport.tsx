import type { ImportChoice, ImportUpload } from '@firstline/contract/imports'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { useNumbers } from './useNumbers.ts'
import { Button } from '#web/ui/Button.tsx'
import { cx } from '#web/ui/cx.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { FirstTickets } from './FirstTickets.tsx'
import { Mapping } from './Mapping.tsx'
import { Meanings } from './Meanings.tsx'
import { useImportChange, usePreview } from './useImports.ts'

interface ConfirmImportProps {
  uploads: readonly ImportUpload[]
  onStarted: () => void
  onCancel: () => void
}

/** What the files say, what was assumed, and the first tickets: then it is brought in. */
export function ConfirmImport({ uploads, onStarted, onCancel }: ConfirmImportProps) {
  const { t } = useTranslation('imports')
  const failureOf = useFailure()
  const [choice, setChoice] = useState<ImportChoice>({})
  const [name, setName] = useState(() => nameOf(uploads[0]!.fileName))
  const ids = uploads.map(({ id }) => id)
  const { data: preview, ...query } = usePreview(ids, choice)
  const start = useImportChange('startImport', onStarted)
  const isNamed = /^[\w.-]{1,80}$/.test(name)
  const understood = preview?.understood
  const isReady = understood && understood.lines !== 'unknown' && isNamed
  return (
    <section className="flex flex-col gap-6" aria-busy={query.isFetching}>
      <h2 className="text-md font-semibold">
        {uploads.map(({ fileName }) => fileName).join(', ')}
      </h2>
      {query.isPending && <Skeleton lines={8} />}
      {query.error && (
        <ErrorState failure={failureOf(query.error)} onRetry={() => void query.refetch()} />
      )}
      {preview && (
        <>
          {preview.problem && <Problem problem={preview.problem} />}
          <Mapping preview={preview} choice={choice} onChange={setChoice} />
          {understood && (
            <div className={cx('flex flex-col gap-6', query.isPlaceholderData && 'opacity-60')}>
              <Meanings understood={understood} choice={choice} onChange={setChoice} />
              <Assumed understood={understood} />
              <div className="flex flex-col gap-2">
                <h3 className="font-medium">{t('tickets.title')}</h3>
                <FirstTickets tickets={understood.tickets} timeZone={understood.timeZone} />
              </div>
              {understood.lines === 'unknown' && (
                <ErrorState isCompact failure={{ what: t('linesUnknown') }} />
              )}
            </div>
          )}
        </>
      )}
      <div className="flex flex-wrap items-start gap-3 border-t border-line pt-5">
        <div className="w-full sm:w-80">
          <TextField
            label={t('name.label')}
            description={t('name.hint')}
            value={name}
            onChange={setName}
            {...(!isNamed && { errorMessage: t('name.invalid') })}
          />
        </div>
        <div className="flex gap-3 sm:mt-6">
          <Button
            variant="primary"
            isDisabled={!isReady || query.isFetching}
            isPending={start.isPending}
            onPress={() => start.mutate({ body: { name, uploads: ids, choice } })}
          >
            {t('start')}
          </Button>
          <Button onPress={onCancel}>{t('cancel')}</Button>
        </div>
      </div>
      {start.error && <ErrorState isCompact failure={failureOf(start.error)} />}
    </section>
  )
}

type Understood = NonNullable<NonNullable<ReturnType<typeof usePreview>['data']>['understood']>

function Problem({
  problem: { reason, message },
}: {
  problem: { reason: string; message: string }
}) {
  const { t } = useTranslation('imports')
  const what = reason === 'import.columns-missing' ? t('columnsMissing') : message
  return <ErrorState isCompact failure={{ what }} />
}

function Assumed({
  understood: { assumed, rows, refusals, isPartial },
}: {
  understood: Understood
}) {
  const { t } = useTranslation('imports')
  const numbers = useNumbers()
  const counts = { read: numbers.count(rows.read), refused: numbers.count(rows.refused) }
  return (
    <div className="flex flex-col gap-2">
      <h3 className="font-medium">{t('assumed.title')}</h3>
      <ul className="list-disc pl-5 text-sm text-muted">
        {assumed.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        <li>{t(isPartial ? 'assumed.beginning' : 'assumed.rows', counts)}</li>
        {refusals.map(({ reason, count, examples }) => (
          <li key={reason}>
            {t('assumed.refused', {
              reason,
              count,
              line: examples[0]?.line ?? 0,
              detail: examples[0]?.detail ?? '',
            })}
          </li>
        ))}
      </ul>
    </div>
  )
}

function nameOf(fileName: string): string {
  const stem = fileName.replace(/\.gz$/i, '').replace(/\.[^.]+$/, '')
  return stem.replaceAll(/[^\w.-]+/g, '-').slice(0, 80)
}
