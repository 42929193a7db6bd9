import type { ReactNode } from 'react'
import { Checkbox } from './Checkbox.tsx'

type CheckboxListProps<Id extends string> = {
  label: string
  options: readonly { id: Id; label: ReactNode }[]
  chosen: readonly Id[]
  onChange: (chosen: Id[]) => void
}

/** Any number of a few. */
export function CheckboxList<Id extends string>(props: CheckboxListProps<Id>) {
  const { label, options, chosen, onChange } = props
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      {options.map(({ id, label: text }) => (
        <Checkbox
          key={id}
          isSelected={chosen.includes(id)}
          onChange={(isChosen) =>
            onChange(isChosen ? [...chosen, id] : chosen.filter((other) => other !== id))
          }
        >
          <span className="min-w-0">{text}</span>
        </Checkbox>
      ))}
    </fieldset>
  )
}
