import type { SignInSecurity } from '@firstline/contract/sign-in'
import { useTranslation } from 'react-i18next'
import { useFailure } from '#web/failure.ts'
import { useChange } from '#web/useChange.ts'
import { Button } from '#web/ui/Button.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { Status } from '#web/ui/Status.tsx'
import { deviceOf } from './device-of.ts'

type Session = SignInSecurity['sessions'][number]

/** Where one is signed in, and the way out of each and of all others. */
export function Sessions({ sessions }: { sessions: readonly Session[] }) {
  const { t } = useTranslation('signIn')
  const failureOf = useFailure()
  const endOthers = useChange('endOtherSessions', { event: 'person.changed' })
  return (
    <section aria-labelledby="own-sessions" className="flex flex-col gap-3">
      <h2 id="own-sessions" className="font-semibold">
        {t('security.sessions')}
      </h2>
      <ul className="flex flex-col divide-y divide-line">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      {endOthers.error && <p role="alert">{failureOf(endOthers.error).what}</p>}
      {sessions.length > 1 && (
        <div>
          <Button isPending={endOthers.isPending} onPress={() => endOthers.mutate({})}>
            {t('security.endOthers')}
          </Button>
        </div>
      )}
    </section>
  )
}

function SessionRow({ session: { id, isThis, device, address, seenAt } }: { session: Session }) {
  const { t } = useTranslation('signIn')
  const end = useChange('endSession', { event: 'person.changed' })
  const name = deviceOf(device) ?? t('security.unknownDevice')
  return (
    <li className="flex flex-wrap items-center justify-between gap-2 py-2">
      <span className="flex min-w-0 flex-col">
        <span>{name}</span>
        <span className="text-sm text-muted">
          {address && `${address} · `}
          {t('security.seen')}: <RelativeTime at={seenAt} />
        </span>
      </span>
      {isThis ? (
        <Status meaning="neutral">{t('security.this')}</Status>
      ) : (
        <Button
          size="small"
          aria-label={t('security.endOf', { device: name })}
          isPending={end.isPending}
          onPress={() => end.mutate({ params: { sessionId: id } })}
        >
          {t('security.end')}
        </Button>
      )}
    </li>
  )
}
