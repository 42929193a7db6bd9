import type { Rule, RuleStop } from '@firstline/contract/rules'
import { Link } from '@tanstack/react-router'
import { Workflow } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Loaded } from '#web/Loaded.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Status } from '#web/ui/Status.tsx'
import { useRowKeys } from '#web/ui/useRowKeys.ts'
import { RuleState, StopState } from './RuleState.tsx'
import { RuleSwitch } from './RuleSwitch.tsx'
import { useChangeWords } from './useChangeWords.ts'
import { useRules } from './useRules.ts'

/** By title, with the switch of all above them. */
export function RuleList() {
  const { t } = useTranslation('rules')
  const query = useRules()
  useRowKeys(query.data?.items.map(({ id }) => id) ?? [], {
    group: t('page'),
    next: t('next'),
    previous: t('previous'),
  })
  return (
    <Loaded query={query}>
      {({ items, stop }) =>
        items.length === 0 ? (
          <EmptyState icon={Workflow} text={t('empty')} />
        ) : (
          <>
            <div className="flex flex-wrap items-center gap-3 border-t border-line px-4 py-3 sm:px-6">
              <div className="min-w-0 flex-1">
                {stop ? <StopState stop={stop} /> : <Status meaning="held">{t('allOn')}</Status>}
              </div>
              <RuleSwitch rule={null} title={t('all')} isStopped={stop !== null} />
            </div>
            <ul aria-label={t('page')} className="border-t border-line">
              {items.map((rule) => (
                <li key={rule.id} className="border-b border-line">
                  <RuleRow rule={rule} allStopped={stop} />
                </li>
              ))}
            </ul>
          </>
        )
      }
    </Loaded>
  )
}

function RuleRow({ rule, allStopped }: { rule: Rule; allStopped: RuleStop | null }) {
  const wordsOf = useChangeWords()
  const { id, title, effects, stop } = rule
  return (
    <article
      data-row={id}
      tabIndex={-1}
      aria-label={title}
      className="flex flex-wrap items-start gap-x-6 gap-y-2 px-4 py-3 sm:px-6"
    >
      <div className="min-w-0 flex-1 basis-60">
        <h2 className="font-semibold wrap-anywhere">
          <Link
            to="/rules/$ruleId"
            params={{ ruleId: id }}
            className="underline-offset-2 hover:underline"
          >
            {title}
          </Link>
        </h2>
        <p className="text-sm wrap-anywhere text-muted">{effects.map(wordsOf).join(' · ')}</p>
        <RuleState rule={rule} allStopped={allStopped} />
      </div>
      <RuleSwitch rule={id} title={title} isStopped={stop !== null} />
    </article>
  )
}
