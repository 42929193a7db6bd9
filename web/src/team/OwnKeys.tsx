import type { SignInSecurity } from '@firstline/contract/sign-in'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Status } from '#web/ui/Status.tsx'
import { useNow } from '#web/ui/useNow.ts'
import { isEnding } from './lifetimes.ts'

type Key = SignInSecurity['keys'][number]

/** What one answers for oneself, the next to end first. */
export function OwnKeys({ keys }: { keys: readonly Key[] }) {
  const { t } = useTranslation('signIn')
  const now = useNow(60_000)
  return (
    <section aria-labelledby="own-keys" className="flex flex-col gap-3">
      <h2 id="own-keys" className="font-semibold">
        {t('security.keys')}
      </h2>
      <p className="text-muted">{t('security.keysLead')}</p>
      <ul className="flex flex-col divide-y divide-line">
        {keys.map(({ id, kind, name, expiresAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 py-2">
            <span className="flex min-w-0 flex-col">
              <span className="wrap-anywhere">{name}</span>
              <span className="text-sm text-muted">{t(`security.keyKind.${kind}`)}</span>
            </span>
            <Status meaning={isEnding(expiresAt, now) ? 'broken' : 'neutral'}>
              {t('security.ends')} <RelativeTime at={expiresAt} />
            </Status>
          </li>
        ))}
      </ul>
    </section>
  )
}
