import { setupSteps } from '@firstline/contract/setup'
import { useTranslation } from 'react-i18next'
import { Loaded } from '#web/Loaded.tsx'
import { MailStep } from '#web/setup/MailStep.tsx'
import { SampleStep } from '#web/setup/SampleStep.tsx'
import {
  HistoryStep,
  MailboxStep,
  OrganisationStep,
  PeopleStep,
  SystemStep,
} from '#web/setup/ReadSteps.tsx'
import { isLeft, useSetup } from '#web/setup/useSetup.ts'

/** How far a new desk is, and what is next. */
export function SetupPage() {
  const { t } = useTranslation('setup')
  const setup = useSetup()
  return (
    <div className="h-full overflow-y-auto">
      <title>{`${t('title')} · Firstline`}</title>
      <div className="mx-auto flex max-w-200 flex-col gap-5 px-4 py-5 sm:px-6">
        <header>
          <h1 className="text-lg font-semibold">{t('title')}</h1>
          <p className="text-sm text-pretty text-muted">{t('lead')}</p>
        </header>
        <Loaded query={setup}>
          {(steps) => (
            <>
              <p role="status" className="text-sm text-muted tabular-nums">
                {isLeft(steps)
                  ? t('progress', {
                      done: setupSteps.filter((step) => steps.states[step] === 'done').length,
                      all: setupSteps.length,
                    })
                  : t('allDone')}
              </p>
              <ol className="flex flex-col rounded-md border border-line bg-surface">
                <OrganisationStep steps={steps} />
                <MailStep steps={steps} />
                <MailboxStep steps={steps} />
                <PeopleStep steps={steps} />
                <HistoryStep steps={steps} />
                <SystemStep steps={steps} />
                <SampleStep steps={steps} />
              </ol>
            </>
          )}
        </Loaded>
      </div>
    </div>
  )
}
