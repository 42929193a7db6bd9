import type { ImportChoice } from '@firstline/contract/imports'
import { present } from '@firstline/contract/present'
import type { Sentence } from '@firstline/contract/sentence'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { useNumbers } from './useNumbers.ts'
import { ownWordsFor } from '#web/i18n/said.ts'
import { Button } from '#web/ui/Button.tsx'
import { cx } from '#web/ui/cx.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { faultText } from './fault-text.ts'
import { Fields } from './Fields.tsx'
import { FirstTickets } from './FirstTickets.tsx'
import { Mapping } from './Mapping.tsx'
import { Meanings } from './Meanings.tsx'
import { useImportChange, usePreview } from './useImports.ts'
import type { ImportSource } from './useImports.ts'

type ConfirmImportProps = {
  source: ImportSource
  onStarted: () => void
  onCancel: () => void
}

/** What a history says, what was assumed, and the first tickets: then it is brought in. */
export function ConfirmImport({ source, onStarted, onCancel }: ConfirmImportProps) {
  const { t } = useTranslation('imports')
  const failureOf = useFailure()
  const heading = useRef<HTMLHeadingElement>(null)
  const known = 'item' in source ? source.item : null
  const [choice, setChoice] = useState<ImportChoice>(known?.choice ?? {})
  const [name, setName] = useState(() => nameOf(source))
  const { data: preview, ...query } = usePreview(source, choice)
  const start = useImportChange('startImport', onStarted)
  const resume = useImportChange('resumeImport', onStarted)
  const isNamed = known !== null || /^[\w.-]{1,80}$/.test(name)
  const understood = preview?.understood
  const isReady = understood && understood.lines !== 'unknown' && isNamed
  const error = start.error ?? resume.error

  useEffect(() => heading.current?.focus(), [])

  function bringIn() {
    if ('item' in source) resume.mutate({ params: { importId: source.item.id }, body: { choice } })
    else start.mutate({ body: { name, uploads: source.uploads.map(({ id }) => id), choice } })
  }

  return (
    <section className="flex flex-col gap-6" aria-busy={query.isFetching}>
      <h2 ref={heading} tabIndex={-1} className="text-md font-semibold break-words outline-none">
        {known?.source ?? filesOf(source)}
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
              {understood.fields.length > 0 && (
                <Fields fields={understood.fields} choice={choice} onChange={setChoice} />
              )}
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
        {!known && (
          <div className="w-full sm:w-80">
            <TextField
              label={t('name.label')}
              description={t('name.hint')}
              value={name}
              onChange={setName}
              {...(!isNamed && { errorMessage: t('name.invalid') })}
            />
          </div>
        )}
        <div className={cx('flex gap-3', !known && 'sm:mt-6')}>
          <Button
            variant="primary"
            isDisabled={!isReady || query.isFetching}
            isPending={start.isPending || resume.isPending}
            onPress={bringIn}
          >
            {t('start')}
          </Button>
          <Button onPress={onCancel}>{t('cancel')}</Button>
        </div>
      </div>
      {error && <ErrorState isCompact failure={failureOf(error)} />}
    </section>
  )
}

type Understood = NonNullable<NonNullable<ReturnType<typeof usePreview>['data']>['understood']>

function Problem({
  problem,
}: {
  problem: { reason: string; message: string; said?: Sentence | undefined }
}) {
  const { t } = useTranslation('imports')
  const what =
    problem.reason === 'import.columns-missing' ? t('columnsMissing') : faultText(problem)
  return <ErrorState isCompact failure={{ what }} />
}

function Assumed({
  understood: { assumed, said, rows, refusals, isPartial },
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
        {assumed.map((english, index) => (
          <li key={english}>{ownWordsFor(said?.[index], english)}</li>
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

function filesOf(source: ImportSource): string {
  return 'item' in source ? '' : source.uploads.map(({ fileName }) => fileName).join(', ')
}

function nameOf(source: ImportSource): string {
  if ('item' in source) return ''
  const stem = present(source.uploads[0])
    .fileName.replace(/\.gz$/i, '')
    .replace(/\.[^.]+$/, '')
  return stem.replaceAll(/[^\w.-]+/g, '-').slice(0, 80)
}
