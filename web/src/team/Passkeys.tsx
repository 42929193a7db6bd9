import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser'
import type { SignInSecurity } from '@firstline/contract/sign-in'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callRoute } from '#web/api.ts'
import { useFailure } from '#web/failure.ts'
import { Button } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { RelativeTime } from '#web/ui/RelativeTime.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { readAgain } from '#web/read-again.ts'
import { PasswordAsk } from './PasswordAsk.tsx'

type Passkey = SignInSecurity['passkeys'][number]

/** Passkeys: add one of this device, remove one. */
export function Passkeys({ passkeys }: { passkeys: readonly Passkey[] }) {
  const { t } = useTranslation('signIn')
  const failureOf = useFailure()
  const queryClient = useQueryClient()
  const [isAdding, setAdding] = useState(false)
  const [removed, setRemoved] = useState<Passkey | null>(null)
  const [name, setName] = useState('')
  return (
    <section aria-labelledby="own-passkeys" className="flex flex-col gap-3">
      <h2 id="own-passkeys" className="font-semibold">
        {t('security.passkeys')}
      </h2>
      <p className="text-muted">{t('security.passkeysLead')}</p>
      {passkeys.length === 0 ? (
        <EmptyState isCompact text={t('security.noPasskeys')} />
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {passkeys.map((passkey) => (
            <li key={passkey.id} className="flex flex-wrap items-center justify-between gap-2 py-2">
              <span className="flex flex-col">
                <span className="wrap-anywhere">{passkey.name}</span>
                <span className="text-sm text-muted">
                  {t('security.used')}:{' '}
                  {passkey.usedAt ? <RelativeTime at={passkey.usedAt} /> : t('security.never')}
                </span>
              </span>
              <Button
                size="small"
                aria-label={t('security.removePasskey', { name: passkey.name })}
                onPress={() => setRemoved(passkey)}
              >
                {t('security.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button onPress={() => setAdding(true)}>{t('security.addPasskey')}</Button>
      </div>
      <PasswordAsk
        title={t('security.addPasskey')}
        isOpen={isAdding}
        onClose={() => setAdding(false)}
        onGiven={add}
      >
        <TextField
          label={t('security.passkeyName')}
          isRequired
          maxLength={80}
          value={name}
          onChange={setName}
        />
      </PasswordAsk>
      <PasswordAsk
        title={t('security.removePasskey', { name: removed?.name ?? '' })}
        isOpen={removed !== null}
        onClose={() => setRemoved(null)}
        onGiven={remove}
      />
    </section>
  )

  async function add(password: string): Promise<string | null> {
    try {
      const { options } = await callRoute('startPasskey', { body: { password } })
      const answer = await makePasskey(options)
      if (!answer) return t('security.passkeyRefused')
      await callRoute('addPasskey', { body: { name: name.trim(), answer } })
    } catch (error) {
      return failureOf(error).what
    }
    setAdding(false)
    setName('')
    void readAgain(queryClient)
    return null
  }

  async function remove(password: string): Promise<string | null> {
    if (!removed) return null
    try {
      await callRoute('removePasskey', { params: { passkeyId: removed.id }, body: { password } })
    } catch (error) {
      return failureOf(error).what
    }
    setRemoved(null)
    void readAgain(queryClient)
    return null
  }
}

/** Null where the person or the device called it off. */
async function makePasskey(options: object): Promise<Record<string, unknown> | null> {
  const { startRegistration } = await import('@simplewebauthn/browser')
  try {
    // the server's library made them, for the browser's
    const optionsJSON = options as PublicKeyCredentialCreationOptionsJSON
    return { ...(await startRegistration({ optionsJSON })) }
  } catch {
    return null
  }
}
