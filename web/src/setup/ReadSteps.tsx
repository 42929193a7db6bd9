import type { SetupSteps } from '@firstline/contract/setup'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { CodeText } from '#web/ui/CodeText.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { SetupStep } from './SetupStep.tsx'

type Step = { steps: SetupSteps }

const folderLines = 'FIRSTLINE_PROJECT=/etc/firstline/project\nTIME_ZONE=Europe/Berlin'

export function OrganisationStep({ steps }: Step) {
  const { t } = useTranslation('setup')
  const { hasProject, name, timeZone: zone, problems } = steps.organisation
  return (
    <SetupStep
      step="organisation"
      steps={steps}
      guide="connect.md"
      action={problems > 0 && <GoTo to="/connections">{t('organisation.look')}</GoTo>}
    >
      {hasProject ? (
        <p>{t('organisation.now', { name, zone })}</p>
      ) : (
        <>
          <p className="text-pretty">{t('organisation.defaults', { name, zone })}</p>
          <CodeText isBlock>{folderLines}</CodeText>
        </>
      )}
      {problems > 0 && <p>{t('organisation.problems', { count: problems })}</p>}
    </SetupStep>
  )
}

const mailboxLines = `mailboxes:
  - name: Support
    address: support@example.com
    imap:
      host: imap.example.com
      user: support@example.com
      password: env:SUPPORT_MAIL_PASSWORD`

export function MailboxStep({ steps }: Step) {
  const { t } = useTranslation('setup')
  const { address, smtpPort: port, mailboxes, lastMailAt } = steps.mailbox
  return (
    <SetupStep
      step="mailbox"
      steps={steps}
      guide="mailboxes.md"
      action={mailboxes.length > 0 && <GoTo to="/mails">{t('mailbox.look')}</GoTo>}
    >
      {mailboxes.map(({ name, state }) => (
        <p key={name}>{t('mailbox.box', { name, state: t(`mailbox.boxState.${state}`) })}</p>
      ))}
      {lastMailAt !== null && (
        <p>
          {t('mailbox.last')} <RelativeTime at={lastMailAt} />
        </p>
      )}
      {lastMailAt === null && mailboxes.length === 0 && (
        <>
          <p className="text-pretty">{t('mailbox.none', { address, port: String(port) })}</p>
          <CodeText isBlock>{mailboxLines}</CodeText>
        </>
      )}
    </SetupStep>
  )
}

export function PeopleStep({ steps }: Step) {
  const { t } = useTranslation('setup')
  const { count } = steps.people
  return (
    <SetupStep
      step="people"
      steps={steps}
      guide="security/accounts.md"
      action={<GoTo to="/team">{t('people.invite')}</GoTo>}
    >
      <p>{count > 1 ? t('people.now', { count }) : t('people.alone')}</p>
    </SetupStep>
  )
}

export function HistoryStep({ steps }: Step) {
  const { t } = useTranslation('setup')
  const { origins } = steps.history
  return (
    <SetupStep
      step="history"
      steps={steps}
      guide="import.md"
      action={<GoTo to="/import">{t('history.start')}</GoTo>}
    >
      <p>
        {origins.length > 0 ? t('history.now', { origins: origins.join(', ') }) : t('history.none')}
      </p>
    </SetupStep>
  )
}

export function SystemStep({ steps }: Step) {
  const { t } = useTranslation('setup')
  const { sources, answering, failing } = steps.system
  const isAsked = answering + failing > 0
  return (
    <SetupStep
      step="system"
      steps={steps}
      guide="connect.md"
      action={<GoTo to="/connections">{t('system.look')}</GoTo>}
    >
      {sources === 0 && (
        <>
          <p className="text-pretty">{t('system.none')}</p>
          <CodeText isBlock>firstline init project</CodeText>
        </>
      )}
      {sources > 0 && !isAsked && <p>{t('system.declared', { count: sources })}</p>}
      {isAsked && <p>{t('system.now', { answering, sources })}</p>}
    </SetupStep>
  )
}

type Place = '/connections' | '/mails' | '/team' | '/import'

function GoTo({ to, children }: { to: Place; children: string }) {
  const navigate = useNavigate()
  return (
    <Button size="small" onPress={() => void navigate({ to })}>
      {children}
    </Button>
  )
}
