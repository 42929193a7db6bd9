import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/Button.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { defaultWeeks, filterNames, nothingChosen, periods, ScorecardSearch } from './search.ts'
import type { FilterName } from './search.ts'
import { useChoices, useScorecardSearch } from './useScorecard.ts'
import { useTypeName } from './useTypeName.ts'

const all = '*'
const channels = ['email', 'portal', 'widget', 'api'] as const

/** Period and filters: all of it in the address, so that a view can be sent. */
export function ScorecardFilters({ period }: { period: { from: string; to: string } | undefined }) {
  const { t } = useTranslation('scorecard')
  const { search, change } = useScorecardSearch()
  const isOwn = search.from !== undefined
  const isFiltered = filterNames.some((name) => search[name] !== undefined)
  return (
    <div className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap print:hidden">
      <div className="sm:w-40">
        <Select
          label={t('filter.period')}
          value={isOwn ? 'own' : String(search.weeks ?? defaultWeeks)}
          onChange={choosePeriod}
          options={[
            ...periods.map((weeks) => ({
              id: String(weeks),
              label: t('filter.weeks', { count: weeks }),
            })),
            { id: 'own', label: t('filter.own') },
          ]}
        />
      </div>
      {isOwn && (
        <>
          <DayField label={t('filter.from')} name="from" />
          <DayField label={t('filter.to')} name="to" />
        </>
      )}
      {filterNames.map((name) => (
        <Filter key={name} name={name} />
      ))}
      {isFiltered && (
        <Button variant="ghost" icon={X} onPress={() => change(nothingChosen)}>
          {t('filter.clear')}
        </Button>
      )}
    </div>
  )

  function choosePeriod(id: string) {
    if (id !== 'own') return change({ weeks: Number(id), from: undefined, to: undefined })
    change({ weeks: undefined, from: period?.from.slice(0, 10), to: period?.to.slice(0, 10) })
  }
}

/** Only where there is something to choose from. */
function Filter({ name }: { name: FilterName }) {
  const { t } = useTranslation('scorecard')
  const { search, change } = useScorecardSearch()
  const known = useChoices()?.[`${name}s`] ?? []
  const nameOf = useChoiceName(name)
  const chosen = search[name]
  const values = new Set(known)
  if (chosen !== undefined) values.add(chosen)
  if (values.size < 2 && chosen === undefined) return null
  return (
    <div className={name === 'type' || name === 'origin' ? 'sm:w-56' : 'sm:w-36'}>
      <Select
        label={t(`filter.${name}`)}
        value={chosen ?? all}
        onChange={choose}
        options={[
          { id: all, label: t(`filter.${everyOf[name]}`) },
          ...[...values].map((id) => ({ id, label: nameOf(id) })),
        ]}
      />
    </div>
  )

  function choose(value: string) {
    change({ [name]: value === all ? undefined : ScorecardSearch.shape[name].parse(value) })
  }
}

const everyOf = {
  type: 'everyType',
  channel: 'everyChannel',
  product: 'everyProduct',
  line: 'everyLine',
  origin: 'everyOrigin',
} as const

function useChoiceName(filter: FilterName): (id: string) => string {
  const { t } = useTranslation('scorecard')
  const typeOf = useTypeName()
  return (id) => {
    if (filter === 'type') return typeOf(id)
    if (filter === 'channel') return isOwnChannel(id) ? t(`filter.channels.${id}`) : id
    if (filter !== 'origin') return id
    if (id === 'live') return t('filter.live')
    if (id === 'generated') return t('origin.generated')
    return t('origin.imported', { name: id.replace(/^import:/, '') })
  }
}

/** Imported histories have channels of their own. */
function isOwnChannel(id: string): id is (typeof channels)[number] {
  return channels.some((channel) => channel === id)
}

function DayField({ label, name }: { label: string; name: 'from' | 'to' }) {
  const { search, change } = useScorecardSearch()
  return (
    <div className="sm:w-40">
      <TextField
        key={search[name]}
        label={label}
        type="date"
        defaultValue={search[name] ?? ''}
        onBlur={({ target }) => take(target.value)}
        onKeyDown={({ key, target }) => key === 'Enter' && take((target as HTMLInputElement).value)}
      />
    </div>
  )

  function take(value: string) {
    if (value && value !== search[name]) change({ [name]: value })
  }
}
