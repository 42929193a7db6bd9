import type { RecordCheck, RecordState } from '@firstline/contract/audit'
import { ShieldCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { Button } from '#web/ui/Button.tsx'
import { CopyableId } from '#web/ui/CopyableId.tsx'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Progress } from '#web/ui/Progress.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { Status } from '#web/ui/Status.tsx'
import { isRunning, useCheckRecord, useRecordState } from './useRecord.ts'

/** Up to where the record is sealed, and whether it is still what was sealed. */
export function SealPanel() {
  const { t } = useTranslation('audit')
  const failureOf = useFailure()
  const state = useRecordState()
  const check = useCheckRecord()
  if (state.isPending) return <Skeleton lines={3} />
  if (!state.data) {
    return <ErrorState failure={failureOf(state.error)} onRetry={() => void state.refetch()} />
  }
  return (
    <section aria-label={t('seal.title')} className="rounded-md border border-line bg-surface p-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <SealFacts state={state.data} />
        <Button
          icon={ShieldCheck}
          isPending={check.isPending || isRunning(state.data)}
          onPress={() => check.mutate()}
        >
          {t('seal.verify')}
        </Button>
      </div>
      {state.data.lastCheck && <LastCheck check={state.data.lastCheck} />}
      {check.error && <ErrorState isCompact failure={failureOf(check.error)} />}
    </section>
  )
}

function SealFacts({ state }: { state: RecordState }) {
  const { t } = useTranslation('audit')
  const { sealed, unsealed, heldBackSince, anchors } = state
  if (!sealed) return <Status meaning="pending">{t('seal.none')}</Status>
  const places = [t('seal.head'), ...anchors.map((anchor) => t(`seal.anchor.${anchor}`))]
  return (
    <DefinitionList
      items={[
        {
          term: t('seal.upTo'),
          detail: (
            <>
              <RelativeTime at={sealed.at} /> ·{' '}
              {t('seal.events', {
                count: sealed.events,
                seals: t('seal.seals', { count: sealed.number }),
              })}
            </>
          ),
        },
        { term: t('seal.open'), detail: t('seal.unsealed', { count: unsealed }) },
        ...(heldBackSince
          ? [
              {
                term: t('seal.heldBack'),
                detail: (
                  <Status meaning="pending">
                    <RelativeTime at={heldBackSince} /> · {t('seal.heldBackWhy')}
                  </Status>
                ),
              },
            ]
          : []),
        {
          term: t('seal.key'),
          detail: <CopyableId value={sealed.publicKey} label={sealed.keyId} />,
        },
        { term: t('seal.kept'), detail: places.join(', ') },
      ]}
    />
  )
}

function LastCheck({ check }: { check: RecordCheck }) {
  const { t } = useTranslation('audit')
  const { sealsDone, sealsTotal, finishedAt, outcome, askedBy } = check
  if (finishedAt === null || !outcome) {
    const share = sealsTotal > 0 ? { value: (sealsDone / sealsTotal) * 100 } : {}
    return (
      <div className="mt-3 flex flex-col gap-1.5 border-t border-line pt-3" role="status">
        <p className="text-sm text-muted">{t('seal.verifying')}</p>
        <Progress label={t('seal.verifying')} {...share} />
      </div>
    )
  }
  return (
    <div
      className="mt-3 flex flex-wrap items-baseline gap-x-3 border-t border-line pt-3"
      role="status"
    >
      {outcome.isAsSealed ? (
        <Status meaning="held">{t('seal.good', { count: outcome.events })}</Status>
      ) : (
        <Status meaning="broken">{t('seal.bad', { detail: outcome.fault?.detail ?? '' })}</Status>
      )}
      <span className="text-sm text-muted">
        <RelativeTime at={finishedAt} /> · {t('by', { name: askedBy.name })}
      </span>
    </div>
  )
}
