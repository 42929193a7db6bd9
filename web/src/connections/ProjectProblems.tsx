import type { ProjectProblem } from '@firstline/contract/accounts'
import { useTranslation } from 'react-i18next'
import { ownWordsFor } from '#web/i18n/said.ts'
import { CodeText } from '#web/ui/CodeText.tsx'
import { Status } from '#web/ui/Status.tsx'

/** Files that do not load: what is shown below is their last good version, or lacks them. */
export function ProjectProblems({ problems }: { problems: readonly ProjectProblem[] }) {
  const { t } = useTranslation('connections')
  return (
    <section aria-label={t('problems')} className="mb-6 rounded-md border border-line px-4 py-3">
      <p>
        <Status meaning="broken">{t('problems')}</Status>
      </p>
      <ul className="mt-1 flex flex-col gap-1 text-sm">
        {problems.map(({ file, line, reason, said, suggestion }) => (
          <li key={`${file} ${line} ${reason}`} className="text-pretty wrap-anywhere">
            <CodeText>{`${file}:${line}`}</CodeText> <bdi>{ownWordsFor(said, reason)}</bdi>
            {suggestion !== null && (
              <>
                {' '}
                <CodeText>{suggestion}</CodeText>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
