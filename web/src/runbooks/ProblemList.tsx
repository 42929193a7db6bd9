import type { RunbookProblem } from '@firstline/contract/runbooks'
import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from 'react-aria-components'
import { ownWordsFor } from '#web/i18n/said.ts'
import { cx } from '#web/ui/cx.ts'

type ProblemListProps = {
  problems: readonly RunbookProblem[]
  /** Makes a problem's line something to go to. */
  onGoTo?: (line: number) => void
  /** Said while there are none. */
  allWell?: string
}

/** Why a text cannot be published, each with its line and what would be right. */
export function ProblemList({ problems, onGoTo, allWell }: ProblemListProps) {
  const { t } = useTranslation('runbooks')
  if (problems.length === 0) {
    return allWell ? (
      <p className="flex items-center gap-1.5 text-sm text-held">
        <CircleCheck aria-hidden size={14} />
        {allWell}
      </p>
    ) : null
  }
  return (
    <ul className="flex flex-col gap-1.5 text-sm">
      {problems.map((problem) => (
        <li
          key={`${problem.file} ${problem.line} ${problem.column} ${problem.reason}`}
          className="flex items-start gap-1.5"
        >
          <TriangleAlert
            aria-label={t(`severity.${problem.severity}`)}
            size={14}
            className={cx(
              'mt-0.5 shrink-0',
              problem.severity === 'error' ? 'text-broken' : 'text-pending',
            )}
          />
          <span className="min-w-0 wrap-anywhere">
            <Place problem={problem} onGoTo={onGoTo} /> {ownWordsFor(problem.said, problem.reason)}
            {problem.suggestion && (
              <span className="text-muted"> {t('meant', { suggestion: problem.suggestion })}</span>
            )}
            {problem.state && (
              <code className="block text-xs text-muted">
                {t('stateOf', { state: JSON.stringify(problem.state) })}
              </code>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

type PlaceProps = {
  problem: RunbookProblem
  onGoTo: ProblemListProps['onGoTo']
}

function Place({ problem: { file, line }, onGoTo }: PlaceProps) {
  const { t } = useTranslation('runbooks')
  if (line === null) return <span className="font-medium">{file ?? t('wholeText')}</span>
  const name = t('line', { line })
  if (!onGoTo) {
    return <span className="font-medium">{file ? `${file} · ${name}` : name}</span>
  }
  return (
    <Button
      onPress={() => onGoTo(line)}
      className="cursor-default rounded-sm font-medium text-accent hover:underline"
    >
      {name}
    </Button>
  )
}
