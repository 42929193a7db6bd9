import { useTranslation } from 'react-i18next'
import { TextField } from '#web/ui/TextField.tsx'

type NewPasswordFieldProps = {
  value: string
  onChange: (value: string) => void
  /** Why the server refused it. */
  wrong: string | null
}

export function NewPasswordField({ value, onChange, wrong }: NewPasswordFieldProps) {
  const { t } = useTranslation('signIn')
  return (
    <TextField
      label={t('link.password')}
      description={t('link.rule')}
      type="password"
      autoComplete="new-password"
      isRequired
      maxLength={128}
      value={value}
      onChange={onChange}
      errorMessage={wrong ?? undefined}
    />
  )
}
