import type { MailTest, SetupSteps } from '@firstline/contract/setup'
import { useTranslation } from 'react-i18next'
import { useFailureText } from '#web/failure.ts'
import { useChange } from '#web/useChange.ts'
import { Button } from '#web/ui/Button.tsx'
import { CodeText } from '#web/ui/CodeText.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Status } from '#web/ui/Status.tsx'
import { SetupStep } from './SetupStep.tsx'

const line = 'SMTP_URL=smtp://user:password@mail.example.com:587'

export function MailStep({ steps }: { steps: SetupSteps }) {
  const { t } = useTranslation('setup')
  const failureText = useFailureText()
  const send = useChange('sendTestMail', { event: 'setup.mail_tested' })
  const { isConnected, lastTest } = steps.mail
  return (
    <SetupStep
      step="mail"
      steps={steps}
      guide="email.md"
      action={
        isConnected && (
          <Button
            size="small"
            isPending={send.isPending}
            onPress={() => send.mutate({ key: crypto.randomUUID() })}
          >
            {t(lastTest ? 'mail.again' : 'mail.test')}
          </Button>
        )
      }
    >
      {!isConnected && (
        <>
          <p className="text-pretty">{t('mail.missing')}</p>
          <CodeText isBlock>{line}</CodeText>
        </>
      )}
      {isConnected && !lastTest && <p>{t('mail.untested')}</p>}
      <div role="status" className="empty:-mt-2">
        {isConnected && lastTest && <Outcome test={lastTest} />}
      </div>
      {send.error && <p role="alert">{failureText(send.error)}</p>}
    </SetupStep>
  )
}

function Outcome({ test: { at, to, isTaken, answer } }: { test: MailTest }) {
  const { t } = useTranslation('setup')
  return (
    <div className="flex flex-col gap-1">
      <p className="flex flex-wrap items-center gap-x-2">
        <Status meaning={isTaken ? 'held' : 'broken'}>
          {t(isTaken ? 'mail.taken' : 'mail.refused', { to })}
        </Status>
        <span className="text-muted">
          <RelativeTime at={at} />
        </span>
      </p>
      {answer && <p className="wrap-anywhere text-muted">{t('mail.answer', { answer })}</p>}
    </div>
  )
}
