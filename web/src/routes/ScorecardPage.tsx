import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { OriginNote } from '#web/scorecard/OriginNote.tsx'
import { ScorecardFilters } from '#web/scorecard/ScorecardFilters.tsx'
import { ScorecardView } from '#web/scorecard/ScorecardView.tsx'
import { MailDialog } from '#web/scorecard/MailDialog.tsx'
import { ShareMenu } from '#web/scorecard/ShareMenu.tsx'
import { useFigures } from '#web/useFigures.ts'
import { useScorecard } from '#web/scorecard/useScorecard.ts'
import { cx } from '#web/ui/cx.ts'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { IconButton } from '#web/ui/IconButton.tsx'
import { PanelAge } from '#web/ui/PanelAge.tsx'
import { Skeleton } from '#web/ui/Skeleton.tsx'
import { RotateCw } from 'lucide-react'

/** What a lead opens on Monday. */
export function ScorecardPage() {
  const { t } = useTranslation('scorecard')
  const figures = useFigures()
  const failureOf = useFailure()
  const { data: card, ...query } = useScorecard()
  return (
    <div className="h-full overflow-y-auto print:h-auto print:overflow-visible">
      <title>{`${t('title')} · Firstline`}</title>
      <div className="mx-auto flex max-w-300 flex-col gap-5 px-4 py-5 sm:px-6 print:max-w-none print:p-0 print:[zoom:0.8]">
        <header className="flex flex-col gap-3">
          <div className="min-w-0">
            <div className="flex items-center gap-2">
              <h1 className="text-lg font-semibold">{t('title')}</h1>
              {card && (
                <>
                  <PanelAge
                    readAt={card.asOf}
                    staleAfterSeconds={3_600}
                    isKnownStale={query.isRefetchError}
                  />
                  <span className="flex-1 print:hidden">
                    <IconButton
                      icon={RotateCw}
                      label={t('reload')}
                      isSpinning={query.isFetching}
                      onPress={() => void query.refetch()}
                    />
                  </span>
                  <span className="print:hidden">
                    <ShareMenu card={card} />
                  </span>
                </>
              )}
            </div>
            {card && (
              <p className="text-sm text-muted">
                {figures.period(card.from, card.to, card.timeZone)} ·{' '}
                {t('timeZone', { zone: card.timeZone })} · {t('window', { days: card.windowDays })}
              </p>
            )}
            {card && <OriginNote origins={card.origins} />}
          </div>
          <ScorecardFilters period={card} />
        </header>
        {query.isPending && <Skeleton lines={10} />}
        {query.error && (
          <ErrorState
            isCompact={card !== undefined}
            failure={failureOf(query.error)}
            onRetry={() => void query.refetch()}
            isRetrying={query.isFetching}
          />
        )}
        {card && (
          <div
            aria-busy={query.isPlaceholderData}
            className={cx('transition-opacity', query.isPlaceholderData && 'opacity-60')}
          >
            <ScorecardView card={card} />
          </div>
        )}
        <MailDialog />
      </div>
    </div>
  )
}
