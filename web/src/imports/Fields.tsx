import { FieldRole } from '@firstline/contract/imports'
import type { ImportChoice, ImportPreview } from '@firstline/contract/imports'
import { useTranslation } from 'react-i18next'
import { Select } from '#web/ui/Select.tsx'
import { useNumbers } from './useNumbers.ts'

type Seen = NonNullable<ImportPreview['understood']>['fields']

type FieldsProps = {
  fields: Seen
  choice: ImportChoice
  onChange: (choice: ImportChoice) => void
}

const nothing = 'nothing'

/** Of a file whose rows are changes: which fields tell something. */
export function Fields({ fields, choice, onChange }: FieldsProps) {
  const { t } = useTranslation('imports')
  const numbers = useNumbers()

  function choose(name: string, tells: string) {
    const all = fields.map((one) => (one.name === name ? { ...one, tells } : one))
    const chosen = FieldRole.options.map(
      (role) => [role, all.filter((one) => one.tells === role).map((one) => one.name)] as const,
    )
    onChange({ ...choice, fields: Object.fromEntries(chosen) })
  }

  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-medium">{t('fields.title')}</legend>
      <p className="text-sm text-muted">{t('fields.hint')}</p>
      <ul className="flex max-h-72 max-w-2xl flex-col gap-2 overflow-y-auto">
        {fields.map(({ name, count, samples, tells }) => (
          <li key={name} className="grid grid-cols-[minmax(0,1fr)_9rem] items-center gap-3">
            <span className="min-w-0">
              <span className="flex gap-2">
                <span className="truncate">{name}</span>
                <span className="text-sm text-muted tabular-nums">{numbers.count(count)}</span>
              </span>
              <span className="block truncate text-sm text-muted">{samples.join(' · ')}</span>
            </span>
            <Select
              label={t('fields.tells', { name })}
              isLabelHidden
              value={tells ?? nothing}
              onChange={(id) => choose(name, id)}
              options={[
                { id: nothing, label: t('fields.nothing') },
                ...FieldRole.options.map((id) => ({ id, label: t(`role.${id}`) })),
              ]}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
