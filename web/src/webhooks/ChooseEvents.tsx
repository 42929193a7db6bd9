import type { EventKind, PublicEventName } from '@firstline/contract/events'
import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '#web/ui/Checkbox.tsx'
import { CheckboxList } from '#web/ui/CheckboxList.tsx'
import { offeredByKind } from './offered-events.ts'

type ChooseEventsProps = {
  chosen: readonly PublicEventName[]
  onChange: (chosen: PublicEventName[]) => void
}

/** All there are, by what they are about; a kind as a whole, or one by one. */
export function ChooseEvents({ chosen, onChange }: ChooseEventsProps) {
  const { t } = useTranslation('webhooks')
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-sm font-medium">
        {t('events')}{' '}
        <span className="font-normal text-muted">{t('chosen', { count: chosen.length })}</span>
      </legend>
      <div className="flex flex-col divide-y divide-line rounded-md border border-line">
        {offeredByKind.map(([kind, names]) => (
          <EventsOfKind
            key={kind}
            kind={kind}
            names={names}
            chosen={names.filter((name) => chosen.includes(name))}
            onChange={(own) =>
              onChange([...chosen.filter((name) => !names.includes(name)), ...own])
            }
          />
        ))}
      </div>
      {chosen.length === 0 && (
        <p role="alert" className="mt-1 text-sm text-broken">
          {t('chooseOne')}
        </p>
      )}
    </fieldset>
  )
}

type OfKindProps = ChooseEventsProps & { kind: EventKind; names: readonly PublicEventName[] }

function EventsOfKind({ kind, names, chosen, onChange }: OfKindProps) {
  const { t } = useTranslation(['webhooks', 'audit'])
  const label = t(`audit:kind.${kind}`)
  const [isOpen, setOpen] = useState(chosen.length > 0)
  const isAll = chosen.length === names.length
  return (
    <details
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      className="group px-3 py-1"
    >
      <summary className="flex min-h-control cursor-default items-center gap-2 pointer-coarse:min-h-11">
        <ChevronRight
          aria-hidden
          size={16}
          className="shrink-0 text-muted transition-transform group-open:rotate-90"
        />
        <span className="flex-1">{label}</span>
        <span className="text-sm text-muted tabular-nums">
          {t('ofAll', { count: chosen.length, all: names.length })}
        </span>
      </summary>
      {isOpen && (
        <>
          <Checkbox
            isSelected={isAll}
            isIndeterminate={chosen.length > 0 && !isAll}
            onChange={(isChosen) => onChange(isChosen ? [...names] : [])}
          >
            <span>{t('allOf', { kind: label })}</span>
          </Checkbox>
          <div className="pl-6">
            <CheckboxList
              label={label}
              isLabelHidden
              options={names.map((name) => ({
                id: name,
                label: <code className="text-sm wrap-anywhere">{name}</code>,
              }))}
              chosen={chosen}
              onChange={onChange}
            />
          </div>
        </>
      )}
    </details>
  )
}
