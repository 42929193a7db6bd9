import type { Rule, RuleStop } from '@firstline/contract/rules'
import { useTranslation } from 'react-i18next'
import { Quoted } from '#web/ui/Quoted.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Status } from '#web/ui/Status.tsx'

type RuleStateProps = { rule: Rule; /** Of all rules. */ allStopped: RuleStop | null }

/** Whether it acts, and if not, why. */
export function RuleState({ rule, allStopped }: RuleStateProps) {
  const { t } = useTranslation('rules')
  const { isDraft, stop, actedInWeek, lastActedAt } = rule
  return (
    <div className="flex flex-col gap-y-0.5 text-sm text-muted">
      {stop ? (
        <StopState stop={stop} />
      ) : isDraft ? (
        <Status meaning="estimate">{t('state.draft')}</Status>
      ) : (
        <Status meaning={allStopped ? 'neutral' : 'held'}>
          {allStopped ? t('state.allOff') : t('state.on')}
        </Status>
      )}
      <p className="tabular-nums">
        {t('actedInWeek', { count: actedInWeek })}
        {lastActedAt !== null && (
          <>
            {' · '}
            {t('last')} <RelativeTime at={lastActedAt} />
          </>
        )}
      </p>
    </div>
  )
}

/** Who has switched it off, when and why. */
export function StopState({ stop }: { stop: RuleStop }) {
  const { t } = useTranslation('rules')
  const { by, at, reason, because } = stop
  return (
    <p>
      <Status meaning="broken">
        {because === 'person' ? t('off.person', { name: by.name }) : t(`off.${because}`)}
      </Status>{' '}
      <span className="text-sm text-muted">
        <RelativeTime at={at} />
        {reason !== '' && (
          <>
            {' · '}
            <Quoted text={reason} />
          </>
        )}
      </span>
    </p>
  )
}
