import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Security } from '#web/team/Security.tsx'
import { signOut } from '#web/team/sign-in.ts'
import { useMe } from '#web/team/useMe.ts'
import { Button } from '#web/ui/Button.tsx'

/** All that is open to who has yet to set up, or to show, a second factor. */
export function SetUpSignInPage() {
  const { t } = useTranslation('signIn')
  const { t: app } = useTranslation('app')
  const navigate = useNavigate()
  const { confined } = useMe()
  return (
    <main className="min-h-dvh bg-canvas px-4 py-[8vh]">
      <title>{`${t('security.title')} · Firstline`}</title>
      <div className="mx-auto flex max-w-160 flex-col gap-6">
        <h1 className="text-lg font-semibold">{t('security.title')}</h1>
        {confined === 'set-up' && <p>{t('security.confined')}</p>}
        {confined === 'use-passkey' && <p>{t('security.usePasskey')}</p>}
        <div className="flex flex-wrap gap-2">
          {confined === null && (
            <Button variant="primary" onPress={() => void navigate({ to: '/tickets' })}>
              {t('security.open')}
            </Button>
          )}
          <Button onPress={() => void leave()}>{app('signOut')}</Button>
        </div>
        {confined !== 'use-passkey' && <Security isSetUp />}
      </div>
    </main>
  )

  /** The page is read anew: nothing of the person stays in it. */
  async function leave() {
    const leaving = await signOut().catch(() => null)
    window.location.assign(leaving ?? '/sign-in')
  }
}
