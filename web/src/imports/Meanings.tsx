import type { ImportChoice, ImportPreview } from '@firstline/contract/imports'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { CheckboxList } from '#web/ui/CheckboxList.tsx'
import { Select } from '#web/ui/Select.tsx'
import { useNumbers } from './useNumbers.ts'

type Understood = NonNullable<ImportPreview['understood']>

type MeaningsProps = {
  understood: Understood
  choice: ImportChoice
  onChange: (choice: ImportChoice) => void
}

/** Which teams are the first line, and what each status means. */
export function Meanings({ understood, choice, onChange }: MeaningsProps) {
  const { t } = useTranslation('imports')
  const { teams, statuses } = understood
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      {teams.length > 0 && (
        <fieldset className="flex min-w-0 flex-col gap-2">
          <legend className="mb-1 font-medium">{t('teams.title')}</legend>
          <p className="text-sm text-muted">{t('teams.hint')}</p>
          <Teams teams={teams} choice={choice} onChange={onChange} />
        </fieldset>
      )}
      {statuses.length > 0 && (
        <fieldset className="flex min-w-0 flex-col gap-2">
          <legend className="mb-1 font-medium">{t('statuses.title')}</legend>
          <p className="text-sm text-muted">{t('statuses.hint')}</p>
          <Statuses statuses={statuses} choice={choice} onChange={onChange} />
          <Reopening statuses={statuses} choice={choice} onChange={onChange} />
        </fieldset>
      )}
    </div>
  )
}

type TeamsProps = Omit<MeaningsProps, 'understood'> & Pick<Understood, 'teams'>

function Teams({ teams, choice, onChange }: TeamsProps) {
  const numbers = useNumbers()
  const chosen = new Set(choice.l1 ?? teams.flatMap((team) => (team.isFirstLine ? team.name : [])))

  function choose(name: string, isFirstLine: boolean) {
    if (isFirstLine) chosen.add(name)
    else chosen.delete(name)
    const { l1: _, ...rest } = choice
    onChange(chosen.size > 0 ? { ...rest, l1: [...chosen] } : rest)
  }

  return (
    <ul className="flex max-h-72 flex-col gap-1 overflow-y-auto">
      {teams.map(({ name, count }) => (
        <li key={name} className="flex items-center justify-between gap-3">
          <Checkbox isSelected={chosen.has(name)} onChange={(isOn) => choose(name, isOn)}>
            {name}
          </Checkbox>
          <span className="text-sm text-muted tabular-nums">{numbers.count(count)}</span>
        </li>
      ))}
    </ul>
  )
}

type StatusesProps = Omit<MeaningsProps, 'understood'> & Pick<Understood, 'statuses'>
const meanings = ['open', 'resolved', 'void'] as const

function Statuses({ statuses, choice, onChange }: StatusesProps) {
  const { t } = useTranslation('imports')

  function choose(name: string, meaning: string) {
    const all = statuses.map((one) => (one.name === name ? { ...one, meaning } : one))
    const named = (wanted: string) => all.flatMap((one) => (one.meaning === wanted ? one.name : []))
    onChange({ ...choice, resolvedStatus: named('resolved'), voidStatus: named('void') })
  }

  return (
    <ul className="flex max-h-72 flex-col gap-1 overflow-y-auto">
      {statuses.map(({ name, meaning }) => (
        <li key={name} className="grid grid-cols-[minmax(0,1fr)_9rem] items-center gap-3">
          <span className="truncate">{name}</span>
          <Select
            label={t('statuses.meaningOf', { name })}
            isLabelHidden
            value={meaning === 'closing' ? 'open' : meaning}
            onChange={(id) => choose(name, id)}
            options={meanings.map((id) => ({
              id,
              label:
                id === 'open' && meaning === 'closing' ? t('status.closing') : t(`status.${id}`),
            }))}
          />
        </li>
      ))}
    </ul>
  )
}

/** Where a file tells what was done, a note after the end is no reopen: only some statuses are. */
function Reopening({ statuses, choice, onChange }: StatusesProps) {
  const { t } = useTranslation('imports')
  const open = statuses.filter(({ meaning }) => meaning === 'open' || meaning === 'closing')
  const chosen = open.flatMap(({ name, reopens }) => (reopens ? name : []))
  if (open.length === 0) return null
  return (
    <details className="mt-2" open={chosen.length > 0}>
      <summary className="w-fit text-sm text-muted">{t('reopening.title')}</summary>
      <p className="my-1 text-sm text-muted">{t('reopening.hint')}</p>
      <div className="max-h-60 overflow-y-auto">
        <CheckboxList
          label={t('reopening.title')}
          options={open.map(({ name }) => ({ id: name, label: name }))}
          chosen={chosen}
          onChange={(reopenStatus) => onChange({ ...choice, reopenStatus })}
        />
      </div>
    </details>
  )
}
