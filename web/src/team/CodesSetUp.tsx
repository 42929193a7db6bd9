import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { encode } from 'uqr'
import { Form, SubmitButton } from '#web/ui/Form.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { BackupCodes } from './BackupCodes.tsx'
import { changeCodes } from './sign-in.ts'

export type MadeCodes = {
  totpURI: string
  backupCodes: readonly string[]
}

/** The secret into the app, the backup codes away, then one code as proof that both worked. */
export function CodesSetUp({ made, onDone }: { made: MadeCodes; onDone: () => void }) {
  const { t } = useTranslation('signIn')
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const [isPending, setPending] = useState(false)
  return (
    <Form onSubmit={() => void submit()}>
      <p>{t('security.scan')}</p>
      <QrCode text={made.totpURI} label={t('security.scan')} />
      <p className="text-sm">
        {t('security.key')}:{' '}
        <code className="font-mono wrap-anywhere" data-testid="totp-key">
          {new URL(made.totpURI).searchParams.get('secret')}
        </code>
      </p>
      <BackupCodes codes={made.backupCodes} />
      <TextField
        label={t('code')}
        description={t('security.confirm')}
        isMono
        isRequired
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={9}
        value={code}
        onChange={setCode}
        errorMessage={wrong ?? undefined}
      />
      <div className="flex justify-end">
        <SubmitButton isPending={isPending}>{t('security.turnOn')}</SubmitButton>
      </div>
    </Form>
  )

  async function submit() {
    setPending(true)
    const outcome = await changeCodes('verify-totp', { code: code.replaceAll(/\s/g, '') })
    setPending(false)
    if (outcome.kind === 'done') return onDone()
    setWrong(outcome.kind === 'refused' ? t('codeRefused') : t(`security.${outcome.kind}`))
  }
}

/** Dark on white in both themes: cameras read it so. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = encode(text, { border: 2 })
  const dots = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  )
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      className="w-48 rounded-md border border-line"
    >
      <rect width={size} height={size} fill="white" />
      <path d={dots.join('')} fill="black" />
    </svg>
  )
}
