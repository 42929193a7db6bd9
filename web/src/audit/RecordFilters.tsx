import { eventKinds } from '@firstline/contract/events'
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { apiQuery } from '#web/api.ts'
import { Button } from '#web/ui/Button.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import type { RecordSearch } from './record-search.ts'

type RecordFiltersProps = {
  search: RecordSearch
  /** As the entries call it. */
  accountName: string | undefined
  onChange: (search: RecordSearch) => void
}

export function RecordFilters({ search, accountName, onChange }: RecordFiltersProps) {
  const { t } = useTranslation('audit')
  const people = useQuery(apiQuery('listPeople')).data?.items ?? []
  const set = (change: Partial<Record<keyof RecordSearch, string | undefined>>) =>
    onChange({ ...search, ...change } as RecordSearch)
  return (
    <div className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap">
      <div className="min-w-0 sm:w-44">
        <Select
          label={t('filter.kind')}
          options={[
            { id: 'all', label: t('all') },
            ...eventKinds.map((kind) => ({ id: kind, label: t(`kind.${kind}`) })),
          ]}
          value={search.kind ?? 'all'}
          onChange={(kind) => set({ kind: kind === 'all' ? undefined : kind })}
        />
      </div>
      <div className="min-w-0 sm:w-44">
        <Select
          label={t('filter.person')}
          options={[
            { id: 'all', label: t('filter.everybody') },
            ...people.map(({ id, name }) => ({ id, label: name })),
          ]}
          value={search.personId ?? 'all'}
          onChange={(id) => set({ personId: id === 'all' ? undefined : id })}
        />
      </div>
      {(['from', 'to'] as const).map((end) => (
        <div key={end} className="min-w-0 sm:w-40">
          <TextField
            label={t(`filter.${end}`)}
            type="date"
            value={search[end] ?? ''}
            onChange={(day) => set({ [end]: day || undefined })}
          />
        </div>
      ))}
      {search.accountId && (
        <Button icon={X} onPress={() => set({ accountId: undefined })}>
          {accountName ?? t('filter.account')}
        </Button>
      )}
    </div>
  )
}
