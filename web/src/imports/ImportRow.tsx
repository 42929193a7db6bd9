import type { ImportItem } from '@firstline/contract/imports'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { Button } from '#web/ui/Button.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { ReasonDialog } from '#web/ui/ReasonDialog.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Status } from '#web/ui/Status.tsx'
import { faultText } from './fault-text.ts'
import { ImportProgress } from './ImportProgress.tsx'
import { useImportChange } from './useImports.ts'
import { useNumbers } from './useNumbers.ts'

const meanings = {
  fetched: 'pending',
  waiting: 'pending',
  running: 'pending',
  stopped: 'neutral',
  failed: 'broken',
  done: 'held',
} as const

/** One history: how far it came, what it brought, and what can be done about it. */
type ImportRowProps = {
  item: ImportItem
  /** To look at how it is understood before it is brought in. */
  onChoose: () => void
}

export function ImportRow({ item, onChoose }: ImportRowProps) {
  const { t } = useTranslation('imports')
  const { state, setAside, failure, origin, canChoose } = item
  const shownState = canChoose && state === 'stopped' ? 'fetched' : state
  return (
    <li className="flex flex-col gap-2 px-3 py-3 sm:px-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 truncate font-medium">{origin.replace(/^import:/, '')}</span>
        <Status meaning={setAside ? 'neutral' : meanings[shownState]}>
          {t(setAside ? 'state.setAside' : `state.${shownState}`)}
        </Status>
        <span className="ml-auto text-sm text-muted">
          {item.askedBy && `${item.askedBy.name} · `}
          <RelativeTime at={item.finishedAt ?? item.askedAt} />
        </span>
      </div>
      <p className="truncate text-sm text-muted">{item.source}</p>
      {(state === 'running' || state === 'waiting') && <ImportProgress progress={item.progress} />}
      {failure && <ErrorState isCompact failure={{ what: faultText(failure) }} />}
      {item.report && <Report item={item} report={item.report} />}
      {setAside && <p className="text-sm text-muted">{t('setAside.because', setAside)}</p>}
      <Steps item={item} onChoose={onChoose} />
    </li>
  )
}

function Report({ item, report }: { item: ImportItem; report: NonNullable<ImportItem['report']> }) {
  const { t } = useTranslation('imports')
  const numbers = useNumbers()
  return (
    <p className="text-sm tabular-nums">
      {t('report', {
        cases: numbers.count(report.cases),
        used: numbers.count(report.rows.used),
        refused: numbers.count(report.rows.refused),
      })}
      {item.hasRejects && item.id && (
        <>
          {' '}
          <a className="text-accent underline" href={`/api/imports/${item.id}/rejects`} download>
            {t('rejects')}
          </a>
        </>
      )}
    </p>
  )
}

function Steps({ item, onChoose }: ImportRowProps) {
  const { t } = useTranslation('imports')
  const router = useRouter()
  const failureOf = useFailure()
  const [isAsking, setAsking] = useState(false)
  const stop = useImportChange('stopImport')
  const resume = useImportChange('resumeImport')
  const setAside = useImportChange('setAsideHistory', () => setAsking(false))
  const takeBack = useImportChange('takeBackHistory')
  const { id, state, origin } = item
  const params = id ? { params: { importId: id } } : null
  const error = stop.error ?? resume.error ?? takeBack.error
  return (
    <div className="flex flex-wrap gap-2 empty:hidden">
      {state === 'done' && !item.setAside && (
        <Button size="small" onPress={() => void router.navigate({ href: scorecardOf(item) })}>
          {t('toScorecard')}
        </Button>
      )}
      {params && (state === 'running' || state === 'waiting') && (
        <Button size="small" isPending={stop.isPending} onPress={() => stop.mutate(params)}>
          {t('stop')}
        </Button>
      )}
      {item.canChoose && (
        <Button size="small" variant="primary" onPress={onChoose}>
          {t('choose')}
        </Button>
      )}
      {params && !item.canChoose && (state === 'stopped' || state === 'failed') && (
        <Button
          size="small"
          isPending={resume.isPending}
          onPress={() => resume.mutate({ ...params, body: {} })}
        >
          {t('resume')}
        </Button>
      )}
      {item.setAside ? (
        <Button size="small" onPress={() => takeBack.mutate({ body: { origin } })}>
          {t('takeBack')}
        </Button>
      ) : (
        state === 'done' && (
          <Button size="small" variant="ghost" onPress={() => setAsking(true)}>
            {t('setAside.action')}
          </Button>
        )
      )}
      {error && <ErrorState isCompact failure={failureOf(error)} />}
      <ReasonDialog
        title={t('setAside.title')}
        explanation={t('setAside.explanation')}
        confirm={t('setAside.action')}
        isOpen={isAsking}
        onOpenChange={setAsking}
        onConfirm={(reason) => setAside.mutate({ body: { origin, reason } })}
        isPending={setAside.isPending}
        {...(setAside.error && { failure: failureOf(setAside.error) })}
      />
    </div>
  )
}

/** The scorecard of exactly this history, over the whole time in which it resolved. */
function scorecardOf({ origin, report }: ImportItem): string {
  const search = new URLSearchParams({ origin })
  if (report?.from && report.to) {
    search.set('from', report.from.slice(0, 10))
    search.set('to', dayAfter(report.to))
  }
  return `/scorecard?${search}`
}

function dayAfter(time: string): string {
  return new Date(Date.parse(time) + 86_400_000).toISOString().slice(0, 10)
}
