import { ColumnRole } from '@firstline/contract/imports'
import type { ImportChoice, ImportPreview } from '@firstline/contract/imports'
import { useTranslation } from 'react-i18next'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'

type MappingProps = {
  preview: ImportPreview
  choice: ImportChoice
  onChange: (choice: ImportChoice) => void
}

const none = '0'
const stateRoles: readonly ColumnRole[] = ['case', 'time', 'status', 'team', 'type']
const changeRoles: readonly ColumnRole[] = ['case', 'time', 'field', 'from', 'to']

/** Which column is which, and in what time zone its times are. */
export function Mapping({ preview, choice, onChange }: MappingProps) {
  const { t } = useTranslation('imports')
  const { columns, understood } = preview
  const known = choice.columns ?? preview.guess
  const options = columns.map(({ name, samples }, index) => ({
    id: String(index + 1),
    label: name || `#${index + 1}`,
    description: samples.join(' · '),
  }))
  const mainRoles = known.field && known.to ? changeRoles : stateRoles
  const rest = ColumnRole.options.filter((role) => !mainRoles.includes(role))

  function chooseColumn(role: ColumnRole, id: string) {
    const { [role]: _, ...others } = known
    const column = Number(id)
    onChange({ ...choice, columns: column > 0 ? { ...others, [role]: column } : others })
  }

  const field = (role: ColumnRole) => (
    <Select
      key={role}
      label={t(`role.${role}`)}
      value={String(known[role] ?? none)}
      onChange={(id) => chooseColumn(role, id)}
      options={[{ id: none, label: t('mapping.none') }, ...options]}
    />
  )

  return (
    <div className="flex flex-col gap-3">
      {columns.length > 0 && (
        <>
          <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">{mainRoles.map(field)}</div>
          <details>
            <summary className="w-fit text-sm text-muted">{t('mapping.more')}</summary>
            <div className="mt-3 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">{rest.map(field)}</div>
          </details>
        </>
      )}
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        <TextField
          key={understood?.timeZone}
          label={t('mapping.timeZone')}
          description={t('mapping.timeZoneHint')}
          defaultValue={choice.timeZone ?? understood?.timeZone ?? ''}
          onBlur={({ currentTarget }) => {
            const timeZone = currentTarget.value.trim()
            if (timeZone !== '' && timeZone !== understood?.timeZone)
              onChange({ ...choice, timeZone })
          }}
        />
      </div>
    </div>
  )
}
