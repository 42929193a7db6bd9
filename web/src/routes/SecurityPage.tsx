import { useTranslation } from 'react-i18next'
import { Security } from '#web/team/Security.tsx'

/** One's own sign-in: password, second factor, sessions. */
export function SecurityPage() {
  const { t } = useTranslation('signIn')
  return (
    <div className="h-full overflow-y-auto">
      <title>{`${t('security.title')} · Firstline`}</title>
      <div className="mx-auto flex max-w-160 flex-col gap-6 px-4 py-5 sm:px-6">
        <header>
          <h1 className="text-lg font-semibold">{t('security.title')}</h1>
          <p className="text-sm text-pretty text-muted">{t('security.lead')}</p>
        </header>
        <Security />
      </div>
    </div>
  )
}
