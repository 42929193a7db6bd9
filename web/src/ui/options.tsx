import { Check } from 'lucide-react'
import { ListBoxItem, Text } from 'react-aria-components'

/** One choice of a Select, ComboBox or RadioGroup. */
export type Option<Id extends string = string> = {
  id: Id
  label: string
  description?: string
}

export const optionList = 'max-h-72 overflow-auto p-1 outline-none'

export function OptionItem({ option }: { option: Option }) {
  return (
    <ListBoxItem
      id={option.id}
      textValue={option.label}
      className="group flex min-h-8 cursor-default items-center gap-2 rounded-sm px-2 py-1 outline-none focus:bg-selected selected:font-medium pointer-coarse:min-h-11"
    >
      <span className="min-w-0 flex-1">
        <Text slot="label" className="block truncate">
          {option.label}
        </Text>
        {option.description && (
          <Text slot="description" className="block truncate text-sm font-normal text-muted">
            {option.description}
          </Text>
        )}
      </span>
      <Check
        aria-hidden
        size={14}
        className="invisible shrink-0 text-accent group-selected:visible"
      />
    </ListBoxItem>
  )
}
