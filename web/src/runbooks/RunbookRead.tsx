import type { Runbook, RunbookContent } from '@firstline/contract/runbooks'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Markdown } from '#web/ui/Markdown.tsx'
import { CauseSection } from './CauseSection.tsx'
import { CheckTable } from './CheckTable.tsx'
import { EscalationTable } from './EscalationTable.tsx'
import { ProblemList } from './ProblemList.tsx'

/** The runbook as one reads it before one needs it. */
export function RunbookRead({ runbook }: { runbook: Runbook }) {
  const { t } = useTranslation('runbooks')
  const { content, problems } = runbook
  return (
    <div className="flex flex-col gap-8">
      {problems.length > 0 && (
        <Part title={t(content ? problemsTitle(problems) : 'unparsed')}>
          <ProblemList problems={problems} />
        </Part>
      )}
      {content ? (
        <Content content={content} />
      ) : (
        <pre className="overflow-x-auto rounded-md border border-line bg-canvas p-3 text-sm">
          <code>{runbook.source}</code>
        </pre>
      )}
    </div>
  )
}

/** A warning holds nothing up. */
function problemsTitle(problems: Runbook['problems']) {
  return problems.some(({ severity }) => severity === 'error') ? 'problems' : 'warnings'
}

function Content({ content }: { content: RunbookContent }) {
  const { t } = useTranslation('runbooks')
  const { symptoms, intro, checks, picks, causes, escalations, fixtures } = content
  return (
    <>
      <Part title={t('symptoms')}>
        <ul className="flex flex-wrap gap-x-2 gap-y-1.5">
          {symptoms.map((symptom) => (
            <li key={symptom} className="rounded-sm bg-hover px-2 py-0.5">
              {symptom}
            </li>
          ))}
        </ul>
      </Part>
      {intro && (
        <Part title={t('about')}>
          <Markdown text={intro} />
        </Part>
      )}
      <Part title={t('checks')}>
        <CheckTable checks={checks} />
        {picks.map(({ name, source, field }) => (
          <p key={name} className="mt-2 text-sm text-muted">
            {t('pick', { name, source: `${source}.${field}` })}
          </p>
        ))}
      </Part>
      <Part title={t('causes')}>
        <div className="flex flex-col divide-y divide-line">
          {causes.map((cause) => (
            <div key={cause.name} className="py-4 first:pt-1">
              <CauseSection cause={cause} escalations={escalations} />
            </div>
          ))}
        </div>
      </Part>
      {escalations.length > 0 && (
        <Part title={t('escalations')}>
          <EscalationTable escalations={escalations} />
        </Part>
      )}
      <p className="text-sm text-muted">{t('fixtures', { count: fixtures.length })}</p>
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-2 text-md font-semibold">{title}</h2>
      {children}
    </section>
  )
}
