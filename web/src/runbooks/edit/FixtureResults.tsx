import type { ResponseOf } from '@firstline/contract/client'
import { useTranslation } from 'react-i18next'
import { Button } from 'react-aria-components'
import { ownWordsFor } from '#web/i18n/said.ts'
import { Status } from '#web/ui/Status.tsx'
import { ProblemList } from '../ProblemList.tsx'

type FixtureResultsProps = {
  test: ResponseOf<'testRunbook'>
  onGoTo: (line: number) => void
}

/** Each case of the text with the cause it gave; and the causes that no case covers. */
export function FixtureResults({ test, onGoTo }: FixtureResultsProps) {
  const { t } = useTranslation('editor')
  const passed = test.results.filter(({ isPassed }) => isPassed).length
  const isWell = passed === test.results.length && test.uncovered.length === 0
  if (test.problems.length > 0) return <ProblemList problems={test.problems} onGoTo={onGoTo} />
  return (
    <div className="flex flex-col gap-2 text-sm">
      <p role="status">
        <Status meaning={isWell ? 'held' : 'broken'}>
          {t('casesPassed', { passed, count: test.results.length })}
        </Status>
      </p>
      {test.uncovered.length > 0 && (
        <p className="text-pending">{t('uncovered', { causes: test.uncovered.join(', ') })}</p>
      )}
      <ol className="flex flex-col">
        {test.results
          .toSorted((a, b) => Number(a.isPassed) - Number(b.isPassed) || a.index - b.index)
          .map((result) => (
            <li key={result.index} className="border-b border-line py-1 last:border-b-0">
              <Status meaning={result.isPassed ? 'held' : 'broken'}>
                {t(result.isPassed ? 'passed' : 'failed')}
              </Status>{' '}
              <Button
                onPress={() => onGoTo(result.line)}
                className="cursor-default rounded-sm font-medium text-accent hover:underline"
              >
                {t('caseLine', { number: result.index + 1, line: result.line })}
              </Button>{' '}
              <code>{result.expect}</code>
              {result.reason && (
                <span className="block text-muted">{ownWordsFor(result.said, result.reason)}</span>
              )}
            </li>
          ))}
      </ol>
    </div>
  )
}
