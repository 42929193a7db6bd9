import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { ComboBox } from '#web/ui/ComboBox.tsx'

/** A team by name; those that got escalations before are offered. */
export function TeamField({ value, onChange }: { value: string; onChange: (to: string) => void }) {
  const { t } = useTranslation('escalate')
  const { data } = useQuery(apiQuery('listEscalations', { query: { limit: 100 } }))
  const teams = [...new Set(data?.items.map(({ to }) => to))].sort()
  const words = value.trim().toLowerCase()
  const fitting = teams.filter((team) => team.toLowerCase().includes(words))
  return (
    <ComboBox
      label={t('to')}
      isRequired
      autoFocus={value === ''}
      allowsCustomValue
      options={fitting.map((team) => ({ id: team, label: team }))}
      inputValue={value}
      onInputChange={onChange}
    />
  )
}
