import type { Evidence } from '@firstline/contract/escalations'
import { Check, Minus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ageOf } from '#web/ui/age.ts'
import { SourceRecord } from '#web/accounts/SourceRecord.tsx'
import { RecordDetails } from '#web/ui/RecordValue.tsx'
import { Disclosure } from './Disclosure.tsx'

type EvidenceOfCheck = Evidence['checks'][number]

/** A check as it was read; opened, all of its value. */
export function EvidenceCheck({ check }: { check: EvidenceOfCheck }) {
  const { t } = useTranslation('escalations')
  const { title, state, value, ageSeconds, error } = check
  const { t: runs, i18n } = useTranslation('runs')
  const hasValue = state === 'answered'
  const Sign = hasValue ? Check : Minus
  const head = (
    <>
      <Sign
        aria-hidden
        size={14}
        className={hasValue ? 'mt-0.75 shrink-0 text-held' : 'mt-0.75 shrink-0 text-muted'}
      />
      <span className="min-w-0 flex-1">
        {title}{' '}
        <span className="text-sm">
          {hasValue ? (
            <SourceRecord
              source={check.source ?? null}
              value={value}
              fields={4}
              without={['id', 'account_id']}
            />
          ) : (
            <span className="text-muted">{error ?? stateWords(state)}</span>
          )}
        </span>
      </span>
      {ageSeconds !== null && <Age seconds={ageSeconds} />}
    </>
  )
  return (
    <li className="border-b border-line last:border-b-0">
      {hasValue && typeof value === 'object' ? (
        <Disclosure head={head} label={t('evidence.all')}>
          <RecordDetails value={value} />
        </Disclosure>
      ) : (
        <div className="flex items-start gap-2 py-1.5">{head}</div>
      )}
    </li>
  )

  /** The record is frozen: a state this page no longer knows is shown as it is. */
  function stateWords(word: string): string {
    const key = `checkState.${word}`
    return i18n.exists(key, { ns: 'runs' }) ? String(runs(key as never)) : word
  }
}

/** How old the value was when it was handed over. */
function Age({ seconds }: { seconds: number }) {
  const { t } = useTranslation('ui')
  const { unit, count } = ageOf(seconds)
  return <span className="shrink-0 text-xs text-faint">{t(`age.${unit}`, { count })}</span>
}
