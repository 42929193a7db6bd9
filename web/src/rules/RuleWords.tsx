import type { Rule } from '@firstline/contract/rules'
import { useTranslation } from 'react-i18next'
import { CodeText } from '#web/ui/CodeText.tsx'
import { DefinitionList } from '#web/ui/DefinitionList.tsx'
import { listFormat } from '#web/ui/intl.ts'
import { useChangeWords } from './useChangeWords.ts'

/** When … if … then …, as people say it. */
export function RuleWords({ rule }: { rule: Rule }) {
  const { t, i18n } = useTranslation('rules')
  const wordsOf = useChangeWords()
  const { when, waitedSeconds, condition, effects, isEveryTime, perHour } = rule
  const happens = listFormat(i18n.language, { type: 'disjunction' }).format(
    when.map((event) => t(`when.${event}`)),
  )
  const minutes = waitedSeconds === null ? null : waitedSeconds / 60
  return (
    <DefinitionList
      items={[
        {
          term: t('term.when'),
          detail: (
            <>
              {happens}
              {minutes !== null && (
                <>
                  {t('comma')}
                  {minutes % 60 === 0
                    ? t('waitedHours', { count: minutes / 60 })
                    : t('waitedMinutes', { count: minutes })}
                </>
              )}
            </>
          ),
        },
        {
          term: t('term.if'),
          detail: condition === null ? t('always') : <CodeText>{condition}</CodeText>,
        },
        {
          term: t('term.then'),
          detail: (
            <ul>
              {effects.map((change) => (
                <li key={`${change.effect} ${change.to}`}>{wordsOf(change)}</li>
              ))}
            </ul>
          ),
        },
        {
          term: t('term.often'),
          detail: `${isEveryTime ? t('everyTime') : t('once')} · ${t('perHour', { count: perHour })}`,
        },
      ]}
    />
  )
}
