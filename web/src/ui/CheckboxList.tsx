import type { ReactNode } from 'react'
import { CheckboxGroup, Label } from 'react-aria-components'
import { Checkbox } from './Checkbox.tsx'
import { FieldProblem } from './Field.tsx'

type CheckboxListProps<Id extends string> = {
  label: string
  /** Where what is around it says it already. */
  isLabelHidden?: boolean
  options: readonly { id: Id; label: ReactNode }[]
  chosen: readonly Id[]
  onChange: (chosen: Id[]) => void
  /** At least one of them. */
  isRequired?: boolean
}

/** Any number of a few. */
export function CheckboxList<Id extends string>(props: CheckboxListProps<Id>) {
  const { label, options, chosen, onChange, isRequired = false, isLabelHidden } = props
  return (
    <CheckboxGroup
      isRequired={isRequired}
      value={[...chosen]}
      onChange={(ids) => onChange(options.map(({ id }) => id).filter((id) => ids.includes(id)))}
    >
      <Label className={isLabelHidden ? 'sr-only' : 'mb-1 block text-sm font-medium'}>
        {label}
      </Label>
      {options.map(({ id, label: text }) => (
        <Checkbox key={id} value={id}>
          <span className="min-w-0">{text}</span>
        </Checkbox>
      ))}
      <FieldProblem />
    </CheckboxGroup>
  )
}
