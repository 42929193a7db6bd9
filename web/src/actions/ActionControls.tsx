import type { ActionControl, ActionStop } from '@firstline/contract/approvals'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { CodeText } from '#web/ui/CodeText.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Quoted } from '#web/ui/Quoted.tsx'
import { Status } from '#web/ui/Status.tsx'
import { StopSwitch } from './StopSwitch.tsx'

/** Every action, how it fared, and the switch that stops it everywhere at once. */
export function ActionControls() {
  const { t } = useTranslation('actions')
  const failureOf = useFailure()
  const list = useQuery(apiQuery('listActionControls'))
  if (list.isPending) return <Skeleton lines={6} />
  if (!list.data) {
    return <ErrorState failure={failureOf(list.error)} onRetry={() => void list.refetch()} />
  }
  const { items, stop } = list.data
  if (items.length === 0) return <EmptyState text={t('noActions')} />
  return (
    <>
      <div className="flex flex-wrap items-center gap-3 border-t border-line px-4 py-3 sm:px-6">
        <div className="min-w-0 flex-1">
          <StopState stop={stop} whenRunning={t('allMayRun')} />
        </div>
        <StopSwitch action={null} title={t('allActions')} isStopped={stop !== null} />
      </div>
      <ul aria-label={t('show.all')} className="border-t border-line">
        {items.map((control) => (
          <li key={control.id} className="border-b border-line">
            <ControlRow control={control} />
          </li>
        ))}
      </ul>
    </>
  )
}

function ControlRow({ control }: { control: ActionControl }) {
  const { t } = useTranslation('actions')
  const { id, title, version, runs, stop } = control
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-2 px-4 py-3 sm:px-6">
      <div className="min-w-0 flex-1 basis-48">
        <h2 className="font-semibold">{title}</h2>
        <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
          <CodeText>{id}</CodeText> v{version} · <Approval control={control} />
        </p>
        <p className="text-sm text-muted tabular-nums">
          {t('runsIn30Days', { count: runs.all })}
          {runs.failed > 0 && ` · ${t('runsFailed', { count: runs.failed })}`}
          {runs.unknown > 0 && ` · ${t('runsUnknown', { count: runs.unknown })}`}
        </p>
        {stop && <StopState stop={stop} whenRunning="" />}
      </div>
      <StopSwitch action={id} title={title} isStopped={stop !== null} />
    </div>
  )
}

function Approval({ control: { approval, tier } }: { control: ActionControl }) {
  const { t } = useTranslation('actions')
  if (!approval) return <>{t('tier.safe')}</>
  const role = t(`role.${approval.role}`)
  if (tier === 'two_person' || approval.when === null) return <>{t('approvalAlways', { role })}</>
  return (
    <>
      {t('approvalWhen', { role })} <CodeText>{approval.when}</CodeText>
    </>
  )
}

function StopState({ stop, whenRunning }: { stop: ActionStop | null; whenRunning: string }) {
  const { t } = useTranslation('actions')
  if (!stop) return <Status meaning="held">{whenRunning}</Status>
  return (
    <p>
      <Status meaning="broken">{t('stoppedBy', { name: stop.by.name })}</Status>{' '}
      <span className="text-sm text-muted">
        <RelativeTime at={stop.at} /> · <Quoted text={stop.reason} />
      </span>
    </p>
  )
}
