import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'

/** What to do who cannot get in. */
export function SignInHelp() {
  const { t } = useTranslation('signIn')
  const setup = useQuery(apiQuery('getSetup'))
  if (!setup.data) return null
  return (
    <p className="flex flex-col gap-1 text-sm text-muted">
      {setup.data.canMail && (
        // a link of the document: the form also stands in a dialog over the page
        <a href="/forgot-password" className="w-fit text-accent hover:underline">
          {t('forgot')}
        </a>
      )}
      <span>{t('help', { help: setup.data.help ?? t('usualHelp') })}</span>
    </p>
  )
}
