import type { AnswerHealth } from '@firstline/contract/connections'
import { useTranslation } from 'react-i18next'
import { numberFormat } from '#web/ui/intl.ts'
import { CodeText } from '#web/ui/CodeText.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Status } from '#web/ui/Status.tsx'
import type { Meaning } from '#web/ui/Status.tsx'
import { useNow } from '#web/ui/useNow.ts'
import { stateOf } from './useConnections.ts'
import type { HealthState } from './useConnections.ts'

const meanings: Record<HealthState, Meaning> = {
  never: 'neutral',
  good: 'held',
  failing: 'broken',
  quiet: 'pending',
}

/** What the last answer was and when; of one that failed, what to do. */
export function LastAnswer({ health }: { health: AnswerHealth }) {
  const { t } = useTranslation('connections')
  const { last, lastGoodAt } = health
  const state = stateOf(health, useNow(60_000))
  const fault = last?.fault
  return (
    <div className="min-w-0 text-sm">
      <p className="flex flex-wrap items-baseline gap-x-1.5">
        <Status meaning={meanings[state]}>{t(`state.${state}`)}</Status>
        {last && (
          <span className="text-muted">
            <RelativeTime at={last.at} />
          </span>
        )}
      </p>
      {fault && (
        <p className="text-pretty wrap-anywhere">
          {t(`fault.${fault.code}`)} {fault.detail && <CodeText>{fault.detail}</CodeText>}
        </p>
      )}
      {fault && (
        <p className="text-muted">
          {lastGoodAt ? (
            <>
              {t('lastGood')} <RelativeTime at={lastGoodAt} />
            </>
          ) : (
            t('neverGood')
          )}
        </p>
      )}
    </div>
  )
}

/** How often and how fast; what was never asked has no figures. */
export function HealthFigures({ health }: { health: AnswerHealth }) {
  const { t, i18n } = useTranslation('connections')
  const { asked, failed, last, p95Ms } = health
  if (!last) return null
  const number = numberFormat(i18n.language)
  const seconds = numberFormat(i18n.language, { maximumFractionDigits: 1 })
  const within =
    p95Ms !== null && p95Ms >= 1_000
      ? t('seconds', { value: seconds.format(p95Ms / 1_000) })
      : t('milliseconds', { value: number.format(p95Ms ?? 0) })
  return (
    <div className="text-sm text-muted tabular-nums">
      <p>
        {t('asked', { count: asked })}
        {', '}
        <span className={failed > 0 ? 'text-broken' : undefined}>
          {t('failed', { count: failed })}
        </span>
      </p>
      <p>{p95Ms === null ? t('noPace') : t('pace', { within })}</p>
    </div>
  )
}
