import { useTranslation } from 'react-i18next'
import { Select } from '#web/ui/Select.tsx'
import { lifetimes } from './lifetimes.ts'
import type { Lifetime } from './lifetimes.ts'

type LifetimeSelectProps = {
  value: Lifetime
  onChange: (days: Lifetime) => void
}

export function LifetimeSelect({ value, onChange }: LifetimeSelectProps) {
  const { t } = useTranslation('team')
  return (
    <Select
      label={t('keyEnds')}
      options={lifetimes.map((id) => ({ id, label: t('afterDays', { count: Number(id) }) }))}
      value={value}
      onChange={onChange}
    />
  )
}
