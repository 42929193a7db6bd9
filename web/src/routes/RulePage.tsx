import type { Rule, RuleStop } from '@firstline/contract/rules'
import { Link, getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Loaded } from '#web/Loaded.tsx'
import { FiringList } from '#web/rules/FiringList.tsx'
import { RuleState, StopState } from '#web/rules/RuleState.tsx'
import { RuleSwitch } from '#web/rules/RuleSwitch.tsx'
import { RuleWords } from '#web/rules/RuleWords.tsx'
import { TryRule } from '#web/rules/TryRule.tsx'
import { useRule } from '#web/rules/useRules.ts'
import { CodeText } from '#web/ui/CodeText.tsx'

const route = getRouteApi('/signed-in/rules/$ruleId')

/** One rule: what it says, what it would do, and what it did. */
export function RulePage() {
  const { t } = useTranslation('rules')
  const { ruleId } = route.useParams()
  return (
    <div className="h-full overflow-y-auto">
      <title>{`${t('page')} · Firstline`}</title>
      <div className="mx-auto flex max-w-300 flex-col pb-8">
        <Link
          to="/rules"
          className="px-4 pt-5 text-sm text-muted underline-offset-2 hover:underline sm:px-6"
        >
          {t('page')}
        </Link>
        <Loaded query={useRule(ruleId)}>
          {({ rule, stop }) => <OfRule key={rule.source} rule={rule} allStopped={stop} />}
        </Loaded>
      </div>
    </div>
  )
}

function OfRule({ rule, allStopped }: { rule: Rule; allStopped: RuleStop | null }) {
  const { t } = useTranslation('rules')
  const { id, title, file, source, stop } = rule
  return (
    <>
      <header className="flex items-start gap-4 px-4 pb-4 sm:px-6">
        <div className="min-w-0 flex-1">
          <h1 className="text-lg font-semibold wrap-anywhere">{title}</h1>
          <RuleState rule={rule} allStopped={allStopped} />
          {allStopped && <StopState stop={allStopped} />}
        </div>
        <RuleSwitch rule={id} title={title} isStopped={stop !== null} />
      </header>
      <section aria-label={t('says')} className="px-4 pb-5 sm:px-6">
        <RuleWords rule={rule} />
        <p className="mt-2 text-sm text-muted">
          {t('fileIsTruth')} <CodeText>{file}</CodeText>
        </p>
      </section>
      <section aria-label={t('trial')} className="border-t border-line px-4 py-5 sm:px-6">
        <h2 className="mb-2 font-semibold">{t('trial')}</h2>
        <TryRule source={source} file={file} />
      </section>
      <section aria-label={t('did')}>
        <h2 className="px-4 pb-2 font-semibold sm:px-6">{t('did')}</h2>
        <FiringList ruleId={id} />
      </section>
    </>
  )
}
