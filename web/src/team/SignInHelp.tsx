import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { CommandText } from '#web/ui/CommandText.tsx'

/** What to do who cannot get in. */
export function SignInHelp() {
  const { t } = useTranslation('signIn')
  const setup = useQuery(apiQuery('getSetup'))
  if (!setup.data) return null
  const { hasPeople, canMail, passwords, help } = setup.data
  if (!hasPeople) return <FirstPerson />
  const usual = passwords === 'nobody' ? t('helpWithoutPasswords') : t('usualHelp')
  return (
    <p className="flex flex-col gap-1 text-sm text-muted">
      {canMail && passwords !== 'nobody' && (
        // a link of the document: the form also stands in a dialog over the page
        <a href="/forgot-password" className="w-fit text-accent hover:underline">
          {t('forgot')}
        </a>
      )}
      <span>{t('help', { help: help ?? usual })}</span>
    </p>
  )
}

/** A new desk: nobody can help but who runs it. */
function FirstPerson() {
  const { t } = useTranslation('signIn')
  return (
    <div className="flex flex-col gap-2 text-sm text-muted">
      <p>{t('firstPerson')}</p>
      <CommandText>{inviting}</CommandText>
    </div>
  )
}

export const inviting = 'firstline invite you@example.com --name "Your Name" --role admin'
