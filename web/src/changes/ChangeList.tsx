import type { Change, SystemStatus } from '@firstline/contract/changes'
import { useQuery } from '@tanstack/react-query'
import { Activity, CircleCheck, ExternalLink, Flag, Rocket, SlidersHorizontal } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { CodeText } from '#web/ui/CodeText.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Panel } from '#web/ui/Panel.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Badge, Status } from '#web/ui/Status.tsx'
import { shortVersion } from './changeWords.ts'
import { meaningOfState } from './meaning.ts'
import { useGapWords } from './useGapWords.ts'

/** "Did something just change?": what was told and the status around the ticket. */
export function ChangeList({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation('changes')
  const failureOf = useFailure()
  const changes = useQuery(apiQuery('listChanges', { params: { ticketId } }))
  if (changes.isPending) {
    return (
      <div className="p-4">
        <Skeleton lines={6} />
      </div>
    )
  }
  if (!changes.data) {
    return <ErrorState failure={failureOf(changes.error)} onRetry={() => void changes.refetch()} />
  }
  const { items, status, problemStartedAt, isProblemStartKnown } = changes.data
  const reload = {
    onReload: () => void changes.refetch(),
    isReloading: changes.isRefetching,
    failure: changes.error ? failureOf(changes.error) : undefined,
  }
  return (
    <>
      <StatusPanel status={status} reload={reload} />
      <Panel
        title={t('recent')}
        count={items.length}
        status={items.length > 0 ? 'ready' : 'empty'}
        readAt={new Date(changes.dataUpdatedAt)}
        {...reload}
        empty={{ text: t('nothing') }}
      >
        <p className="mb-2 text-sm text-muted">
          {isProblemStartKnown ? t('since') : t('sinceFirstMessage')}{' '}
          <RelativeTime at={problemStartedAt} />
        </p>
        <ul className="flex flex-col gap-3">
          {items.map((change) => (
            <ChangeItem key={change.id} change={change} />
          ))}
        </ul>
      </Panel>
    </>
  )
}

type StatusPanelProps = {
  status: SystemStatus
  reload: { onReload: () => void; isReloading: boolean }
}

function StatusPanel({ status, reload }: StatusPanelProps) {
  const { t } = useTranslation('changes')
  return (
    <Panel
      title={t('status')}
      status={status.isConnected && status.components.length > 0 ? 'ready' : 'empty'}
      readAt={status.checkedAt ?? undefined}
      failure={status.isStale ? { what: status.error ?? t('statusStale') } : undefined}
      empty={{ text: status.isConnected ? t('statusUnknown') : t('statusNotConnected') }}
      {...reload}
    >
      <ul className="flex flex-col gap-1">
        {status.components.map((component) => (
          <li key={component.name} className="flex flex-wrap items-baseline gap-x-3">
            <span className="min-w-28">{component.title}</span>
            <Status
              meaning={meaningOfState(component.state)}
              {...(component.state === 'operational' && { icon: CircleCheck })}
            >
              {t(`state.${component.state}`)}
            </Status>
            {component.state !== 'operational' && (
              <span className="text-sm text-muted">
                <RelativeTime at={component.since} /> {component.note}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const icons = { deploy: Rocket, flag: Flag, config: SlidersHorizontal, status: Activity }

function ChangeItem({ change }: { change: Change }) {
  const { t } = useTranslation('changes')
  const gapWords = useGapWords()
  const Icon = icons[change.kind]
  return (
    <li className="flex gap-2">
      <Icon aria-hidden size={14} strokeWidth={1.75} className="mt-0.5 shrink-0 text-faint" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          {change.kind === 'status' ? (
            <StatusWords change={change} />
          ) : (
            <ToldWords change={change} />
          )}
          <span className="ml-auto text-xs text-faint">
            <RelativeTime at={change.at} />
          </span>
        </p>
        {change.isBeforeProblem && (
          <p className="mt-0.5">
            <Badge meaning="pending">{t('before', { gap: gapWords(change.gapSeconds) })}</Badge>
          </p>
        )}
        <p className="text-sm wrap-anywhere text-muted">
          {change.kind === 'status' ? change.note : change.summary}
        </p>
      </div>
    </li>
  )
}

function ToldWords({ change }: { change: Exclude<Change, { kind: 'status' }> }) {
  const { t } = useTranslation('changes')
  const version = shortVersion(change.version)
  return (
    <>
      {change.kind === 'deploy' ? (
        <span>
          <span className="font-medium">{change.service}</span> <CodeText>{version}</CodeText>{' '}
          {change.outcome === 'live' ? t('deployed') : t('deployFailed')}
        </span>
      ) : (
        <span>
          <span className="font-medium">{change.name}</span> {t(`told.${change.kind}`, { version })}{' '}
          <span className="text-sm text-muted">{change.service}</span>
        </span>
      )}
      {change.environment !== 'production' && (
        <span className="text-sm text-muted">{change.environment}</span>
      )}
      {change.author && <span className="text-sm text-muted">{change.author}</span>}
      {change.url && (
        <a
          href={change.url}
          target="_blank"
          rel="noopener noreferrer"
          className="inline-flex items-center gap-1 text-sm text-accent"
        >
          {t('open')} <ExternalLink aria-hidden size={12} />
        </a>
      )}
    </>
  )
}

function StatusWords({ change }: { change: Extract<Change, { kind: 'status' }> }) {
  const { t } = useTranslation('changes')
  return (
    <span>
      <span className="font-medium">{change.title}</span>{' '}
      <Status meaning={meaningOfState(change.to)}>{t(`state.${change.to}`)}</Status>
    </span>
  )
}
