import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useTitles } from '#web/tickets/conversation/useTitles.ts'
import { Button } from '#web/ui/Button.tsx'
import { Select } from '#web/ui/Select.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { defaultWeeks, periods } from './search.ts'
import { useScorecardSearch, useTypesOfPeriod } from './useScorecard.ts'

const all = '*'
const channels = ['email', 'portal', 'widget', 'api'] as const
type Channel = (typeof channels)[number]

/** Period, type and channel: all of it in the address, so that a view can be sent. */
export function ScorecardFilters({ period }: { period: { from: string; to: string } | undefined }) {
  const { t } = useTranslation('scorecard')
  const titles = useTitles()
  const types = useTypesOfPeriod()
  const { search, change } = useScorecardSearch()
  const isOwn = search.from !== undefined
  const isFiltered = search.type !== undefined || search.channel !== undefined
  const typeIds = new Set(types.flatMap(({ type }) => type ?? []))
  if (search.type) typeIds.add(search.type)
  return (
    <div className="grid w-full grid-cols-2 items-end gap-3 sm:flex sm:w-auto sm:flex-wrap">
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
      <div className="order-last col-span-2 sm:order-none sm:w-56">
        <Select
          label={t('filter.type')}
          value={search.type ?? all}
          onChange={(type) => change({ type: type === all ? undefined : type })}
          options={[
            { id: all, label: t('filter.everyType') },
            ...[...typeIds].map((type) => ({ id: type, label: titles.type(type) })),
          ]}
        />
      </div>
      <div className="sm:w-36">
        <Select
          label={t('filter.channel')}
          value={search.channel ?? all}
          onChange={(channel) => change({ channel: channel === all ? undefined : channel })}
          options={[
            { id: all, label: t('filter.everyChannel') },
            ...channelsWith(search.channel).map((id) => ({ id, label: channelName(id) })),
          ]}
        />
      </div>
      {isFiltered && (
        <Button
          variant="ghost"
          icon={X}
          onPress={() => change({ type: undefined, channel: undefined })}
        >
          {t('filter.clear')}
        </Button>
      )}
    </div>
  )

  function choosePeriod(id: string) {
    if (id !== 'own') return change({ weeks: Number(id), from: undefined, to: undefined })
    change({ weeks: undefined, from: period?.from.slice(0, 10), to: period?.to.slice(0, 10) })
  }

  function channelName(id: string): string {
    return isChannel(id) ? t(`filter.channels.${id}`) : id
  }
}

function isChannel(id: string | undefined): id is Channel {
  return channels.some((channel) => channel === id)
}

/** Imported histories have channels of their own; one in the address stays a choice. */
function channelsWith(chosen: string | undefined): string[] {
  return !chosen || isChannel(chosen) ? [...channels] : [...channels, chosen]
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
