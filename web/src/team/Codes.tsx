import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { readAgain } from '#web/read-again.ts'
import { BackupCodes } from './BackupCodes.tsx'
import { CodesSetUp } from './CodesSetUp.tsx'
import type { MadeCodes } from './CodesSetUp.tsx'
import { PasswordAsk } from './PasswordAsk.tsx'
import { changeCodes } from './sign-in.ts'

type Step = 'enable' | 'disable' | 'generate-backup-codes'
type Made = Partial<MadeCodes>

/** Codes of an authenticator app: set up, removed, new backup codes. */
export function Codes({ isOn }: { isOn: boolean }) {
  const { t } = useTranslation('signIn')
  const queryClient = useQueryClient()
  const [step, setStep] = useState<Step | null>(null)
  const [made, setMade] = useState<Made | null>(null)
  const close = () => {
    setMade(null)
    void readAgain(queryClient)
  }
  return (
    <section aria-labelledby="own-codes" className="flex flex-col gap-3">
      <h2 id="own-codes" className="font-semibold">
        {t('security.codes')}
      </h2>
      <p className="text-muted">{isOn ? t('security.codesOn') : t('security.codesOff')}</p>
      <div className="flex flex-wrap gap-2">
        {isOn ? (
          <>
            <Button onPress={() => setStep('generate-backup-codes')}>
              {t('security.codesNew')}
            </Button>
            <Button onPress={() => setStep('disable')}>{t('security.codesRemove')}</Button>
          </>
        ) : (
          <Button onPress={() => setStep('enable')}>{t('security.codesSetUp')}</Button>
        )}
      </div>
      <PasswordAsk
        title={t('security.codes')}
        isOpen={step !== null}
        onClose={() => setStep(null)}
        onGiven={give}
      />
      <Dialog title={t('security.codes')} isOpen={made !== null} onOpenChange={close}>
        {made?.totpURI ? (
          <CodesSetUp
            made={{ totpURI: made.totpURI, backupCodes: made.backupCodes ?? [] }}
            onDone={close}
          />
        ) : (
          <BackupCodes codes={made?.backupCodes ?? []} onDone={close} />
        )}
      </Dialog>
    </section>
  )

  async function give(password: string): Promise<string | null> {
    if (!step) return null
    const outcome = await changeCodes<Made>(step, { password })
    if (outcome.kind === 'refused') return t('security.passwordWrong')
    if (outcome.kind !== 'done') return t(`security.${outcome.kind}`)
    setStep(null)
    if (step === 'disable') close()
    else setMade(outcome.made)
    return null
  }
}
